import { checkRow } from './project-batch.check';
import { type RowKey, rowKey } from './project-batch.key';
import type { ProjectedEvent, Row, RowProjection } from './projection';

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
  readonly before: Row | undefined;
  readonly after: Row | undefined;
}

const stepOf = (ledger: Ledger, event: ProjectedEvent): Step | undefined => {
  const { projection, loaded, entries } = ledger;
  const values = projection.keyOf(event);
  if (values === undefined) return undefined;
  const key = rowKey(values);
  const entry = entries.get(key);
  const before = entry ? entry.after : loaded?.get(key);
  const after = projection.fold(before, event);
  if (after === before) return undefined;
  if (after) checkRow(projection.table, after);
  return { ledger, key, entry, before, after };
};

const take = ({ ledger, key, entry, before, after }: Step): void => {
  if (entry) entry.after = after;
  else ledger.entries.set(key, { before, after });
};

/** Throws when a derivation cannot take the row; `projectBatch` asks only after one could not, to find out by which event. */
const tryDerivations = ({ ledger, after }: Step): void => {
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
