import { type Cell, keyOfRow, type Row, type RowChanges, type RowKey, rowKey, type Table, type Update } from '@app/projections';

type Counter = { [column: string]: Cell; n: number };
type Kept = { [column: string]: Cell };
type Change = { readonly row: Kept } | { readonly removed: readonly Cell[] };

/** The value of a Map at `key`, made on first use. */
const mapAt = <K, V>(maps: Map<Table, Map<K, V>>, table: Table): Map<K, V> => {
  const map = maps.get(table) ?? new Map<K, V>();
  maps.set(table, map);
  return map;
};

/** By the first column of the key: the database then fills its pages one after the other. */
const inKeyOrder = (rows: readonly Row[], [first = '']: readonly string[]): Row[] =>
  rows.toSorted((one, other) => (one[first]! < other[first]! ? -1 : 1));

const rowOf = (change: Change): readonly Row[] => ('row' in change ? [change.row] : []);

const removedOf = (change: Change): readonly (readonly Cell[])[] => ('removed' in change ? [change.removed] : []);

/** Rows of a bulk load that change again and again: kept here, so that each is written once and none is read back. */
export class BulkBuffer {
  private readonly rows = new Map<Table, Map<RowKey, Change>>();
  private readonly counters = new Map<Table, Map<RowKey, Counter>>();
  /** Whether some have been written, so that a row not here may be in the database. */
  private written = false;

  add({ puts, updates, removals, additions }: RowChanges): void {
    for (const [table, keys] of removals) for (const key of keys) this.remove(table, key);
    for (const [table, rows] of puts) this.put(table, rows);
    for (const [table, groups] of updates) for (const update of groups) this.update(table, update);
    for (const [table, rows] of additions) this.count(table, rows);
  }

  /** The row, undefined when it is known to be none, or `unknown` when only the database can tell. */
  find(table: Table, key: readonly Cell[]): Row | undefined | 'unknown' {
    const change = this.rows.get(table)?.get(rowKey(key));
    if (change) return 'row' in change ? change.row : undefined;
    return this.written ? 'unknown' : undefined;
  }

  get size(): number {
    return [...this.rows.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** Everything that is kept, which is then kept no longer. */
  take(): RowChanges {
    const changes = [...this.rows].map(([table, rows]) => [table, [...rows.values()]] as const);
    const additions = new Map<Table, readonly Row[]>([...this.counters].map(([table, counters]) => [table, [...counters.values()]]));
    this.rows.clear();
    this.counters.clear();
    this.written = true;
    return {
      updates: new Map(),
      puts: new Map(changes.map(([table, each]) => [table, inKeyOrder(each.flatMap(rowOf), table.key)])),
      removals: new Map(changes.map(([table, each]) => [table, each.flatMap(removedOf)])),
      additions,
    };
  }

  private put(table: Table, rows: readonly Row[]): void {
    const kept = mapAt(this.rows, table);
    for (const row of rows) kept.set(keyOfRow(table.key, row), { row });
  }

  /** Changes the row that is kept and lets the new one go: wide rows that live as long as the load are dear to collect. */
  private update(table: Table, { columns, rows }: Update): void {
    const kept = mapAt(this.rows, table);
    for (const row of rows) {
      const key = keyOfRow(table.key, row);
      const change = kept.get(key);
      if (change && 'row' in change) for (const column of columns) change.row[column] = row[column]!;
      else kept.set(key, { row });
    }
  }

  private remove(table: Table, key: readonly Cell[]): void {
    const kept = mapAt(this.rows, table);
    if (this.written) kept.set(rowKey(key), { removed: key });
    else kept.delete(rowKey(key));
  }

  private count(table: Table, rows: readonly Row[]): void {
    const kept = mapAt(this.counters, table);
    for (const row of rows) {
      const key = keyOfRow(table.key, row);
      const counter = kept.get(key);
      if (counter) counter.n += row['n'] as number;
      else kept.set(key, { ...row } as Counter);
    }
  }
}
