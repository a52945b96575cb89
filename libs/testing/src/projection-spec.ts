import { eventDefinition, findCaseType } from '@app/cases';
import {
  type Cell,
  keyOfRow,
  keysOf,
  type Poisoned,
  type ProjectedEvent,
  projectBatch,
  projections,
  type Row,
  type RowChanges,
  type RowKey,
  rowKey,
  type RowProjection,
  type Table,
} from '@app/projections';

/** An event that has yet to be given its place in the log. */
export type Happening = Omit<ProjectedEvent, 'position' | 'revision'>;

export interface Circumstances {
  /** When it occurred; default noon in Beijing on 1 March 2018. */
  readonly at?: string;
  readonly by?: ProjectedEvent['by'];
  readonly intake?: ProjectedEvent['intake'];
  /** What the event means, for one that no type of case has. */
  readonly milestone?: ProjectedEvent['milestone'];
  readonly worked?: number;
}

/** `on('complaint-1', 'ComplaintRouted', { unit: 'water-works' })` */
export const on = (stream: string, type: string, data: object = {}, circumstances: Circumstances = {}): Happening => {
  const { at = '2018-03-01T04:00:00.000Z', by = { id: 'li-na', unit: 'gov-office' }, intake, milestone, worked } = circumstances;
  const [category = ''] = stream.split('-', 1);
  const caseType = findCaseType(category);
  return {
    stream,
    category,
    id: stream.slice(category.length + 1),
    type,
    milestone: milestone ?? (caseType && eventDefinition(caseType, type)?.milestone),
    occurredAt: at,
    recordedAt: at,
    by,
    ...(intake && { intake }),
    ...(worked !== undefined && { worked }),
    data: data as Record<string, unknown>,
  };
};

/** Gives each event its position in the log and its revision in its stream. */
export const recorded = (happenings: readonly Happening[]): readonly ProjectedEvent[] => {
  const revisions = new Map<string, number>();
  return happenings.map((happening, index) => {
    const revision = revisions.get(happening.stream) ?? 0;
    revisions.set(happening.stream, revision + 1);
    return { ...happening, position: index + 1, revision };
  });
};

/** What batches of changes add up to, kept in Maps: the model of every read store. */
export class MemoryRows {
  readonly poisoned: Poisoned[] = [];
  private readonly tables = new Map<Table, Map<RowKey, Row>>();

  constructor(private readonly followed: readonly RowProjection<any>[] = projections) {}

  /** Folds one batch and takes its changes in. */
  deliver(events: readonly ProjectedEvent[]): RowChanges {
    const keys = keysOf(this.followed, events);
    const loaded = new Map([...keys].map(([table, ofTable]) => [table, this.some(table, ofTable)]));
    const { changes, poisoned } = projectBatch(this.followed, loaded, events, new Set(this.poisoned.map(({ stream }) => stream)));
    this.poisoned.push(...poisoned);
    this.apply(changes);
    return changes;
  }

  /** All rows in the order of their keys; counters at zero left out. */
  all<R extends Row>(table: Table<R>): readonly R[] {
    const rows = [...this.at(table as unknown as Table)].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row as R);
    return Object.hasOwn(table.columns, 'n') ? rows.filter((row) => row['n'] !== 0) : rows;
  }

  private apply({ puts, updates, removals, additions }: RowChanges): void {
    for (const [table, keys] of removals) for (const key of keys) this.at(table).delete(rowKey(key));
    for (const [table, rows] of puts) for (const row of rows) this.at(table).set(keyOfRow(table.key, row), row);
    for (const [table, groups] of updates)
      for (const row of groups.flatMap(({ rows }) => rows)) this.at(table).set(keyOfRow(table.key, row), row);
    for (const [table, rows] of additions) for (const row of rows) this.add(table, row);
  }

  private add(table: Table, row: Row): void {
    const key = keyOfRow(table.key, row);
    const before = Number(this.at(table).get(key)?.['n'] ?? 0);
    this.at(table).set(key, { ...row, n: before + Number(row['n']) });
  }

  /** Copies, so that a fold that changed the row it was given would be noticed. */
  private some(table: Table, keys: readonly (readonly Cell[])[]): ReadonlyMap<RowKey, Row> {
    const rows = keys.map(rowKey).map((key) => [key, this.at(table).get(key)] as const);
    return new Map(rows.flatMap(([key, row]) => (row ? [[key, Object.freeze({ ...row })] as const] : [])));
  }

  private at(table: Table): Map<RowKey, Row> {
    const rows = this.tables.get(table) ?? new Map<RowKey, Row>();
    this.tables.set(table, rows);
    return rows;
  }
}

/** The rows after the events were delivered in batches of `size`. */
export const delivered = (events: readonly ProjectedEvent[], size: number, followed?: readonly RowProjection<any>[]): MemoryRows => {
  const rows = new MemoryRows(followed);
  for (let from = 0; from < events.length; from += size) rows.deliver(events.slice(from, from + size));
  return rows;
};

/** *Given events, then rows*: delivered in one batch and one by one, which must come to the same. */
export const givenEvents = (...happenings: readonly Happening[]) => {
  const events = recorded(happenings);
  const ways = [delivered(events, Math.max(events.length, 1)), delivered(events, 1)] as const;
  return {
    /** The table's rows in the order of their keys. */
    rows: <R extends Row>(table: Table<R>): readonly R[] => ways[0].all(table),
    /** The table's rows in the order of their keys, each with at least these cells. */
    thenRows: <R extends Row>(table: Table<R>, ...rows: readonly Partial<R>[]): void => {
      for (const way of ways) expect(way.all(table)).toEqual(rows.map((row) => expect.objectContaining(row)));
    },
    /** The cases that are parked, each with the position and the reason. */
    thenParked: (...parked: readonly Partial<Poisoned>[]): void => {
      for (const way of ways) expect(way.poisoned).toEqual(parked.map((each) => expect.objectContaining(each)));
    },
  };
};
