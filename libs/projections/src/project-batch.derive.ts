import type { Cell, Derivation, Row, RowChanges, Table, Tally, View } from './projection';
import { keyOfRow, keyValues, type RowKey } from './project-batch.key';

type Counters = Map<RowKey, { [column: string]: Cell; n: number }>;

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

const sameRow = (columns: readonly string[], one: Row, other: Row): boolean => columns.every((column) => one[column] === other[column]);

/** What becomes of the row of one key: new, changed in some columns, gone, or moved to another key. */
export const collectRow = (into: Collected, table: Table, before: Row | undefined, after: Row | undefined): void => {
  const stays = before !== undefined && after !== undefined && sameRow(table.key, before, after);
  if (before && !stays) at(into.removals, table, () => []).push(keyValues(table.key, before));
  if (after && !stays) at(into.puts, table, () => []).push(after);
  if (stays) collectUpdate(into, table, before, after);
};

const collectUpdate = (into: Collected, table: Table, before: Row, after: Row): void => {
  const columns = columnsOf(table).filter((column) => before[column] !== after[column]);
  if (columns.length === 0) return;
  const ofTable = at(into.updates, table, () => new Map());
  at(ofTable, columns.join(), () => ({ columns, rows: [] as Row[] })).rows.push(after);
};

const columnNames = new WeakMap<Table, readonly string[]>();
const columnsOf = (table: Table): readonly string[] => {
  const names = columnNames.get(table) ?? Object.keys(table.columns);
  columnNames.set(table, names);
  return names;
};

const count = (counters: Counters, tally: Tally<Row>, row: Row, amount: 1 | -1): void => {
  for (const entry of tally.of(row)) {
    const key = keyOfRow(tally.table.key, entry);
    const counter = counters.get(key);
    if (counter) counter.n += amount;
    else counters.set(key, { ...entry, n: amount });
  }
};

const collectView = (into: Collected, view: View<Row>, before: Row | undefined, after: Row | undefined): void =>
  collectRow(into, view.table, before && view.of(before), after && view.of(after));

const collectTally = (into: Collected, tally: Tally<Row>, before: Row | undefined, after: Row | undefined): void => {
  const counters = at(into.counters, tally.table, (): Counters => new Map());
  if (before) count(counters, tally, before, -1);
  if (after) count(counters, tally, after, 1);
};

/** What follows, in the derived tables, from a row having changed. */
export const collectDerived = (into: Collected, derived: readonly Derivation[], before: Row | undefined, after: Row | undefined): void => {
  for (const each of derived) {
    if (before && after && sameRow(each.reads, before, after)) continue;
    if (each.kind === 'view') collectView(into, each, before, after);
    else collectTally(into, each, before, after);
  }
};

const moved = (counters: Counters): readonly Row[] => [...counters.values()].filter(({ n }) => n !== 0);

const filled = <V extends readonly unknown[]>(map: ReadonlyMap<Table, V>): ReadonlyMap<Table, V> =>
  new Map([...map].filter(([, values]) => values.length > 0));

export const changesOf = ({ puts, updates, removals, counters }: Collected): RowChanges => ({
  puts,
  updates: new Map([...updates].map(([table, groups]) => [table, [...groups.values()]])),
  removals,
  additions: filled(new Map([...counters].map(([table, entries]) => [table, moved(entries)]))),
});
