import { changedColumns, changesOf, type Collected, collectDerived, collectRow, nothing } from './project-batch.derive';
import { foldEvent, type Ledger } from './project-batch.fold';
import { type RowKey, rowKey } from './project-batch.key';
import type { Cell, ProjectedEvent, Row, RowChanges, RowProjection, Table } from './projection';

/** The rows that a batch may meet, by table and key. */
export type LoadedRows = ReadonlyMap<Table, ReadonlyMap<RowKey, Row>>;

/** The first event that the rows of its stream could not take. The stream is parked: its later events wait. */
export interface Poisoned {
  readonly stream: string;
  readonly position: number;
  /** When that event was recorded. */
  readonly recordedAt: string;
  readonly message: string;
}

export interface ProjectedBatch {
  readonly changes: RowChanges;
  readonly poisoned: readonly Poisoned[];
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The key of the row an event speaks of; none where asking fails, which then shows again when the event is folded. */
const keyAsked = (projection: RowProjection, event: ProjectedEvent): readonly Cell[] | undefined => {
  try {
    return projection.keyOf(event);
  } catch {
    return undefined;
  }
};

const keysOfOne = (projection: RowProjection, events: readonly ProjectedEvent[]): readonly (readonly Cell[])[] => {
  const keys = new Map<RowKey, readonly Cell[]>();
  for (const event of events) {
    const key = keyAsked(projection, event);
    if (key) keys.set(rowKey(key), key);
  }
  return [...keys.values()];
};

/** The rows to load before a batch is folded, each once. */
export const keysOf = (
  projections: readonly RowProjection[],
  events: readonly ProjectedEvent[],
): ReadonlyMap<Table, readonly (readonly Cell[])[]> => new Map(projections.map((each) => [each.table, keysOfOne(each, events)]));

/** Folds the events one by one; the first that throws parks its stream, and the others go on. */
const foldAll = (
  ledgers: readonly Ledger[],
  events: readonly ProjectedEvent[],
  parked: ReadonlySet<string>,
  careful: boolean,
): Poisoned[] => {
  const poisoned = new Map<string, Poisoned>();
  for (const event of events) {
    const { stream, position, recordedAt } = event;
    if (parked.has(stream) || poisoned.has(stream)) continue;
    try {
      foldEvent(ledgers, event, careful);
    } catch (error) {
      poisoned.set(stream, { stream, position, recordedAt, message: messageOf(error) });
    }
  }
  return [...poisoned.values()];
};

const collectChange = (into: Collected, { table, derived = [] }: RowProjection, before: Row | undefined, after: Row | undefined): void => {
  const changed = before && after && changedColumns(before, after);
  collectRow(into, table, before, after, changed);
  collectDerived(into, derived, before, after, changed);
};

const changesIn = (ledgers: readonly Ledger[]): RowChanges => {
  const changes = nothing();
  for (const { projection, entries } of ledgers)
    for (const { before, after } of entries.values()) collectChange(changes, projection, before, after);
  return changesOf(changes);
};

/**
 * Folds a batch, in commit order, into what it does to the rows. Events of the `parked` streams are left out.
 * Derived rows and counters follow from the difference between each row before and after the whole batch.
 */
export const projectBatch = (
  projections: readonly RowProjection[],
  rows: LoadedRows,
  events: readonly ProjectedEvent[],
  parked: ReadonlySet<string> = new Set(),
): ProjectedBatch => {
  const attempt = (careful: boolean): ProjectedBatch => {
    const ledgers = projections.map((projection): Ledger => {
      return { projection, loaded: rows.get(projection.table), entries: new Map() };
    });
    const poisoned = foldAll(ledgers, events, parked, careful);
    return { changes: changesIn(ledgers), poisoned };
  };
  try {
    return attempt(false);
  } catch {
    return attempt(true); // a derivation threw: fold again, and find the event
  }
};
