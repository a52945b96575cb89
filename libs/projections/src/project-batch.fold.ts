import { checkCells, checkRow } from './project-batch.check';
import { type RowKey, rowKey } from './project-batch.key';
import type { Cell, ProjectedEvent, Row, RowProjection } from './projection';

/** A row as the batch found it and as it is by now. */
interface Entry {
  readonly before: Row | undefined;
  after: Row | undefined;
}

/** What a batch has done to the rows of one projection so far. */
export interface Ledger {
  readonly projection: RowProjection;
  readonly loaded: ReadonlyMap<RowKey, Row> | undefined;
  readonly entries: Map<RowKey, Entry>;
}

/** One projection's answer to one event, not yet taken over. */
interface Step {
  readonly ledger: Ledger;
  readonly key: RowKey;
  readonly entry: Entry | undefined;
  readonly row: Row | undefined;
  readonly change: Partial<Row> | undefined;
}

const isNothing = (change: Partial<Row>): boolean => {
  for (const _ in change) return false;
  return true;
};

const stepOf = (ledger: Ledger, event: ProjectedEvent): Step | undefined => {
  const { projection, loaded, entries } = ledger;
  const values = projection.keyOf(event);
  if (values === undefined) return undefined;
  const key = rowKey(values);
  const entry = entries.get(key);
  const row = entry ? entry.after : loaded?.get(key);
  const change = projection.fold(row, event);
  if (row === undefined) {
    if (change === undefined) return undefined;
    checkRow(projection.table, change as Row);
  } else if (change !== undefined) {
    if (isNothing(change)) return undefined;
    checkCells(projection.table, change);
  }
  return { ledger, key, entry, row, change };
};

/** The row after the change. A row that this batch has made is changed in place; one that was loaded is copied first. */
const changed = ({ entry, row, change }: Step): Row | undefined => {
  if (change === undefined) return undefined;
  if (row === undefined) return change as Row;
  const after: { [column: string]: Cell } = entry ? row : { ...row };
  for (const column in change) after[column] = change[column]!;
  return after;
};

const take = (step: Step): void => {
  const after = changed(step);
  if (step.entry) step.entry.after = after;
  else step.ledger.entries.set(step.key, { before: step.row, after });
};

/** Throws when a derivation cannot take the row; `projectBatch` asks only after one could not, to find out by which event. */
const tryDerivations = ({ ledger, row, change }: Step): void => {
  const after = change && ({ ...row, ...change } as Row);
  if (after) for (const each of ledger.projection.derived ?? []) each.of(after);
};

/** Folds one event into every projection, or throws and changes none. */
export const foldEvent = (ledgers: readonly Ledger[], event: ProjectedEvent, careful: boolean): void => {
  const steps: Step[] = [];
  for (const ledger of ledgers) {
    const step = stepOf(ledger, event);
    if (step) steps.push(step);
  }
  if (careful) steps.forEach(tryDerivations);
  for (const step of steps) take(step);
};
