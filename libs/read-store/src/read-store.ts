import type { Cell, CoHandling, LoadedRows, QueueItem, QueueScore, QueueWeights, Row, RowChanges, Table } from '@app/projections';
import type { AnyOf, Where } from './conditions';

/** A follower's move along the log: from the position it read to the last one it handled. */
export interface Advance {
  readonly name: string;
  /** Where the checkpoint must stand; 0 for a follower that has none. */
  readonly from: number;
  readonly to: number;
}

/** A case whose events wait because one of them could not be projected. */
export interface ParkedCase extends Row {
  readonly stream: string;
  readonly position: number;
  readonly error: string;
  readonly parked_at: string;
}

export interface Parking {
  readonly park?: readonly ParkedCase[];
  /** Streams whose waiting events are among the changes. */
  readonly unpark?: readonly string[];
}

export type Order<R extends Row> = readonly (keyof R & string)[];

export interface RowsQuery<R extends Row> {
  readonly where?: Where<R>;
  /** Ascending; the table's key follows. Default: the key. */
  readonly orderBy?: Order<R>;
  readonly descending?: boolean;
  /** The order columns (then the key columns not among them) of the last row of the page before. */
  readonly after?: readonly Cell[];
  readonly limit?: number;
}

/** Totals, each with the columns it was grouped by. */
export type Total<R extends Row, G extends keyof R> = Pick<R, G> & { readonly n: number };

/** A column, or the month of a date. */
export type Grouping<R extends Row> = (keyof R & string) | { readonly month: keyof R & string };

/** Rows counted by conditions, all in one reading. */
export interface TalliesQuery<R extends Row, N extends string> {
  readonly where?: Where<R>;
  /** None: one row for all. */
  readonly groupBy?: readonly Grouping<R>[];
  /** By name: rows that meet any of these, each whole. */
  readonly counts: Readonly<Record<N, AnyOf<R>>>;
}

/** The columns it was grouped by (a month as `month`, `2018-03`), and each count under its name. */
export type Tallied<N extends string> = { readonly [name: string]: Cell } & Readonly<Record<N, number>>;

/** Where a page of the work queue ended, and by which day it was scored: the pages after it are too. */
export interface QueueCursor {
  readonly today: string;
  readonly score: number;
  readonly due_on: string;
  readonly case_id: string;
}

type OneOrMore = string | readonly string[];

export interface QueueFilters {
  readonly type?: OneOrMore | undefined;
  readonly unit?: OneOrMore | undefined;
  readonly status?: OneOrMore | undefined;
  readonly kind?: OneOrMore | undefined;
  readonly matter?: OneOrMore | undefined;
  readonly channel?: OneOrMore | undefined;
  readonly urgency?: OneOrMore | undefined;
  readonly area?: OneOrMore | undefined;
  readonly overdue?: boolean | undefined;
  readonly unassigned?: boolean | undefined;
  readonly dueSoon?: boolean | undefined;
  readonly escalated?: boolean | undefined;
  /** Units: a report of wrongdoing about one of them is left out. */
  readonly hiddenFrom?: readonly string[] | undefined;
}

export interface QueueQuery {
  /** The calendar date by which a case is overdue or not. */
  readonly today: string;
  /** Default: what holds where nobody has set anything. */
  readonly weights?: QueueWeights | undefined;
  readonly filters?: QueueFilters;
  readonly after?: QueueCursor | undefined;
  readonly limit: number;
}

/** A case with what places it where it is in the queue. */
export type ScoredItem = QueueItem & QueueScore;

export interface QueuePage {
  readonly items: readonly ScoredItem[];
  /** Where to go on; absent on the last page. */
  readonly next?: QueueCursor;
}

export interface JointCursor {
  readonly due_on: string;
  readonly case_id: string;
  readonly unit: string;
}

export interface JointQuery {
  /** The joint unit, or several. */
  readonly unit: OneOrMore;
  /** As in `QueueFilters`. */
  readonly hiddenFrom?: readonly string[] | undefined;
  readonly after?: JointCursor | undefined;
  readonly limit: number;
}

/** A joint unit's part that is still to be done, with what it is told of the case. `due_on` is the part's. */
export type JointTask = CoHandling &
  Pick<
    QueueItem,
    'case_number' | 'status' | 'channel' | 'kind' | 'matter' | 'area' | 'urgency' | 'confidential' | 'received_on' | 'paused'
  > & {
    /** The unit that answers for the whole; empty while there is none. */
    readonly lead: string;
  };

export interface JointPage {
  readonly items: readonly JointTask[];
  readonly next?: JointCursor;
}

/** The rows that projections keep. They follow from the log and may be thrown away and folded again. */
export abstract class ReadStore {
  /** The rows with these keys, for `projectBatch`; give it `keysOf(projections, events)`. */
  abstract load(keys: ReadonlyMap<Table, readonly (readonly Cell[])[]>): Promise<LoadedRows>;

  /**
   * Applies changes, checkpoint and parking in one transaction.
   * @throws CheckpointMoved the checkpoint is not at `advance.from`: somebody else is following; nothing was changed
   */
  abstract apply(changes: RowChanges, advance: Advance, parking?: Parking): Promise<void>;

  /** The last position that the follower `name` has applied; 0 for none. */
  abstract checkpoint(name: string): Promise<number>;

  /** Resolves to true as soon as the checkpoint `name` has reached `position`, to false after `timeoutMs`. */
  abstract reached(name: string, position: number, timeoutMs: number): Promise<boolean>;

  /** Cases that wait, by stream. */
  abstract parked(): Promise<readonly ParkedCase[]>;

  abstract rows<R extends Row>(table: Table<R>, query?: RowsQuery<R>): Promise<readonly R[]>;

  abstract count<R extends Row>(table: Table<R>, where?: Where<R>): Promise<number>;

  /** The sum of `n` of a table of counters, by the columns `groupBy`; sums of zero are left out. */
  abstract sums<R extends Row & { readonly n: number }, G extends keyof R & string>(
    table: Table<R>,
    where: Where<R>,
    groupBy: readonly G[],
  ): Promise<readonly Total<R, G>[]>;

  /** Counts by several conditions at once, by the columns `groupBy`. */
  abstract tallies<R extends Row, N extends string>(table: Table<R>, query: TalliesQuery<R, N>): Promise<readonly Tallied<N>[]>;

  /** By score, highest first, then by the last day of the term. */
  abstract workQueuePage(query: QueueQuery): Promise<QueuePage>;

  /** What joint units have still to do in open cases, by the last day of their parts. */
  abstract jointTasks(query: JointQuery): Promise<JointPage>;

  /** SHA-256 (hexadecimal) over all rows of each table in the order of its key; counters at zero do not count. */
  abstract digest(): Promise<ReadonlyMap<Table, string>>;

  /** Prepares an empty generation for being filled: no secondary indexes, no safety against power loss until `endBulk`. */
  abstract beginBulk(): Promise<void>;

  /** Creates the indexes and makes the rows durable. */
  abstract endBulk(): Promise<void>;

  /** The generation being read and written. */
  abstract readonly generation: string;

  /** Goes over to another generation, once what is under way has ended, and records it as the current one. */
  abstract switchTo(generation: string): Promise<void>;

  abstract close(): Promise<void>;
}
