import type { Cell, Derivation, Row, RowChanges, Table, Tally, View } from './projection';
import { type Counters, counted, counting, moved } from './project-batch.count';
import { keyValues } from './project-batch.key';

/** Row changes while they are being collected. */
export interface Collected {
  readonly puts: Map<Table, Row[]>;
  readonly updates: Map<Table, Map<string, { readonly columns: readonly string[]; readonly rows: Row[] }>>;
  readonly removals: Map<Table, (readonly Cell[])[]>;
  readonly counters: Map<Table, Counters>;
}

export const nothing = (): Collected => ({ puts: new Map(), updates: new Map(), removals: new Map(), counters: new Map() });

/** The value of a Map at `key`, made on first use. */
const at = <K, V>(map: Map<K, V>, key: K, make: () => V): V => {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
};

/** The columns that have changed, in their order. `for in` reads a wide row several times as fast as by name. */
export const changedColumns = (before: Row, after: Row): readonly string[] => {
  const changed: string[] = [];
  for (const column in after) if (before[column] !== after[column]) changed.push(column);
  return changed;
};

/** What becomes of the row of one key: new, changed in some columns, gone, or moved to another key. */
export const collectRow = (
  into: Collected,
  table: Table,
  before: Row | undefined,
  after: Row | undefined,
  changed = before && after && changedColumns(before, after),
): void => {
  if (changed && after && !table.key.some((column) => changed.includes(column))) return collectUpdate(into, table, changed, after);
  if (before) at(into.removals, table, () => []).push(keyValues(table.key, before));
  if (after) at(into.puts, table, () => []).push(after);
};

const collectUpdate = (into: Collected, table: Table, columns: readonly string[], after: Row): void => {
  if (columns.length === 0) return;
  const ofTable = at(into.updates, table, () => new Map());
  at(ofTable, columns.join(), () => ({ columns, rows: [] as Row[] })).rows.push(after);
};

const collectView = (into: Collected, view: View<Row>, before: Row | undefined, after: Row | undefined): void =>
  collectRow(into, view.table, before && view.of(before), after && view.of(after));

const collectTally = (into: Collected, tally: Tally<Row>, before: Row | undefined, after: Row | undefined): void => {
  const counters = at(into.counters, tally.table, counting);
  if (before) for (const entry of tally.of(before)) counted(counters, tally.table, entry, -1);
  if (after) for (const entry of tally.of(after)) counted(counters, tally.table, entry, 1);
};

const readColumns = new WeakMap<Derivation, ReadonlySet<string>>();

const reads = (derivation: Derivation, columns: readonly string[]): boolean => {
  const read = readColumns.get(derivation) ?? new Set(derivation.reads);
  readColumns.set(derivation, read);
  return columns.some((column) => read.has(column));
};

/** What follows, in the derived tables, from a row having changed: in these columns, or altogether. */
export const collectDerived = (
  into: Collected,
  derived: readonly Derivation[],
  before: Row | undefined,
  after: Row | undefined,
  changed?: readonly string[],
): void => {
  for (const each of derived) {
    if (changed && !reads(each, changed)) continue;
    if (each.kind === 'view') collectView(into, each, before, after);
    else collectTally(into, each, before, after);
  }
};

const filled = <V extends readonly unknown[]>(map: ReadonlyMap<Table, V>): ReadonlyMap<Table, V> =>
  new Map([...map].filter(([, values]) => values.length > 0));

export const changesOf = ({ puts, updates, removals, counters }: Collected): RowChanges => ({
  puts,
  updates: new Map([...updates].map(([table, groups]) => [table, [...groups.values()]])),
  removals,
  additions: filled(new Map([...counters].map(([table, entries]) => [table, moved(entries)]))),
});
