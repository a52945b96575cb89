import type { Milestone } from '@app/cases';

/** What a column may hold. Booleans are 0 or 1, dates and instants are text, so that every database sorts them alike. */
export type Cell = string | number | null;
export type Row = { readonly [column: string]: Cell };

export type ColumnKind = 'text' | 'integer';

/** A table of the read store, described once: migrations, reads and writes all follow it. */
export interface Table<R extends Row = Row> {
  readonly name: string;
  readonly columns: { readonly [C in keyof R & string]: ColumnKind };
  readonly nullable: readonly (keyof R & string)[];
  /** Primary key. */
  readonly key: readonly (keyof R & string)[];
  readonly indexes: readonly (readonly (keyof R & string)[])[];
}

/** An event as projections see it: decoded, with its place in the log, and without personal data. */
export interface ProjectedEvent {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  /** `complaint`, `disclosure` … or the name of another kind of stream. */
  readonly category: string;
  /** The part of the stream's name after the category. */
  readonly id: string;
  readonly type: string;
  readonly milestone: Milestone | undefined;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly by: { readonly id: string; readonly unit: string };
  /** Set when an intake system reported it. */
  readonly intake?:
    | undefined
    | {
        readonly receipt: string;
        readonly source: string;
        readonly id: string;
        readonly type: string;
        readonly subject: string;
      };
  /** Working days since the event before it in the same stream, where there are any. */
  readonly worked?: number | undefined;
  readonly data: Readonly<Record<string, unknown>>;
}

/** One row folded from the events of one stream. */
export interface RowProjection<R extends Row = Row> {
  readonly table: Table<R>;
  /** The row this event speaks of (values in the order of `table.key`), or undefined when it speaks of none. */
  keyOf(event: ProjectedEvent): readonly Cell[] | undefined;
  /**
   * The cells that change: all of them where there is no row yet, none where nothing does. `undefined`: no row any more.
   * Only what changes, because copying a wide row at every event costs more than all the rest of a rebuild's folding.
   */
  fold(row: R | undefined, event: ProjectedEvent): Partial<R> | undefined;
  /** Rows of other tables that follow from a row of this one. */
  readonly derived?: readonly Derivation<R>[];
}

/** A row of another table that is a function of this row; it goes when the function gives none. */
export interface View<R extends Row, V extends Row = Row> {
  readonly kind: 'view';
  readonly table: Table<V>;
  /** The columns it is a function of: while none of them changes, it is not asked. */
  readonly reads: readonly (keyof R & string)[];
  of(row: R): V | undefined;
}

/** Counters that are a function of this row. Each entry counts one in the column `n`, so totals cannot drift from facts. */
export interface Tally<R extends Row, K extends Row = Row> {
  readonly kind: 'tally';
  /** As of a view. */
  readonly reads: readonly (keyof R & string)[];
  /** Key columns plus the integer column `n`. */
  readonly table: Table;
  of(row: R): readonly K[];
}

export type Derivation<R extends Row = Row> = View<R> | Tally<R>;

/** Rows of which the same columns have changed. The rows are whole: a store may need the others too. */
export interface Update {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/** What one batch of events does to the read store, as values; applied once, together with the checkpoint. */
export interface RowChanges {
  /** New rows, by table. */
  readonly puts: ReadonlyMap<Table, readonly Row[]>;
  /** Rows that were there and have changed, by table. Told by columns, because an index over none of them need not be touched. */
  readonly updates: ReadonlyMap<Table, readonly Update[]>;
  /** Keys of rows to delete, by table. */
  readonly removals: ReadonlyMap<Table, readonly (readonly Cell[])[]>;
  /** Amounts to add to `n`, by table; a counter at zero may stay. */
  readonly additions: ReadonlyMap<Table, readonly Row[]>;
}

export const noChanges: RowChanges = { puts: new Map(), updates: new Map(), removals: new Map(), additions: new Map() };
