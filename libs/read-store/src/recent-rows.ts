import { type Cell, keyOfRow, type LoadedRows, type Row, type RowChanges, type RowKey, rowKey, type Table } from '@app/projections';

/** The rows written last, so that a follower that keeps up need not read back what it has just written. */
export class RecentRows {
  private readonly tables = new Map<Table, Map<RowKey, Row>>();

  constructor(private readonly mostOfTable = 5_000) {}

  find(table: Table, key: readonly Cell[]): Row | undefined {
    return this.tables.get(table)?.get(rowKey(key));
  }

  /** Takes in what has been committed. */
  take({ puts, updates, removals }: RowChanges): void {
    for (const [table, keys] of removals) for (const key of keys) this.tables.get(table)?.delete(rowKey(key));
    for (const [table, rows] of puts) this.keep(table, rows);
    for (const [table, groups] of updates) for (const { rows } of groups) this.keep(table, rows);
  }

  /** After anything that may have changed rows by another way. */
  forget(): void {
    this.tables.clear();
  }

  private keep(table: Table, rows: readonly Row[]): void {
    const kept = this.tables.get(table) ?? new Map<RowKey, Row>();
    this.tables.set(table, kept);
    for (const row of rows) {
      const key = keyOfRow(table.key, row);
      kept.delete(key);
      kept.set(key, row);
    }
    for (const key of kept.keys()) {
      if (kept.size <= this.mostOfTable) break;
      kept.delete(key);
    }
  }
}

export type Keys = ReadonlyMap<Table, readonly (readonly Cell[])[]>;

/** The rows with these keys: those that are known, and the others as `load` gives them. */
export const loadKnown = async (
  keys: Keys,
  recent: RecentRows,
  load: (table: Table, keys: readonly (readonly Cell[])[]) => Promise<readonly Row[]>,
): Promise<LoadedRows> => {
  const loaded = new Map<Table, Map<RowKey, Row>>();
  for (const [table, ofTable] of keys) {
    const known = ofTable.map((key) => recent.find(table, key)).filter((row) => row !== undefined);
    const unknown = known.length === 0 ? ofTable : ofTable.filter((key) => !recent.find(table, key));
    const rows = unknown.length === 0 ? known : [...known, ...(await load(table, unknown))];
    loaded.set(table, new Map(rows.map((row) => [keyOfRow(table.key, row), row])));
  }
  return loaded;
};
