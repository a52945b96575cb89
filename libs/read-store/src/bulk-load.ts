import { type Cell, keyOfRow, type LoadedRows, type Row, type RowChanges, type RowKey, rowKey, type Table, tables } from '@app/projections';
import { BulkBuffer } from './bulk-buffer';
import type { Statements, Writer } from './connection';
import { indexName } from './entity-schemas';
import { CheckpointMoved } from './errors';
import type { Advance, Parking } from './read-store';
import type { RowTables } from './row-tables';
import { quoted, quotedList } from './sql';

/** Rows kept in memory until they are written: some 300 megabytes. */
const mostRowsKept = 200_000;

const indexes = tables.flatMap((table) => table.indexes.map((columns) => ({ table, columns, name: quoted(indexName(table, columns)) })));

const dropIndexes = async (statements: Statements): Promise<void> => {
  for (const { name } of indexes) await statements.execute(`DROP INDEX ${name}`);
};

const createIndexes = async (statements: Statements): Promise<void> => {
  for (const { table, columns, name } of indexes) {
    await statements.execute(`CREATE INDEX ${name} ON ${quoted(table.name)} (${quotedList(columns)})`);
  }
};

const refuseFilled = async (statements: Statements): Promise<void> => {
  for (const { name } of tables) {
    const found = await statements.query(`SELECT 1 FROM ${quoted(name)} LIMIT 1`);
    if (found.length > 0) throw new Error(`a bulk load begins with empty rows, and ${name} has some`);
  }
};

/** Where a bulk load goes. */
export interface BulkRows {
  readonly writer: Writer;
  readonly tables: RowTables;
  /** Notes that a bulk load has begun: until it ends, what is there is worth nothing, and need not be safe. */
  bulkBegins(): Promise<void>;
  /** Makes everything durable and takes the note away. */
  bulkEnds(): Promise<void>;
}

/** Fills an empty generation. Checkpoints are written at the end: what is left of a load that breaks off is thrown away. */
export class BulkLoad {
  private readonly buffer = new BulkBuffer();
  private readonly checkpoints = new Map<string, number>();

  private constructor(
    private readonly rows: BulkRows,
    private readonly mostKept: number,
  ) {}

  static async begin(rows: BulkRows, mostKept = mostRowsKept): Promise<BulkLoad> {
    await rows.writer.use(refuseFilled);
    await rows.bulkBegins();
    await rows.writer.use(dropIndexes);
    return new BulkLoad(rows, mostKept);
  }

  checkpoint(name: string): number {
    return this.checkpoints.get(name) ?? 0;
  }

  async load(keys: ReadonlyMap<Table, readonly (readonly Cell[])[]>): Promise<LoadedRows> {
    const loaded = new Map<Table, Map<RowKey, Row>>();
    for (const [table, ofTable] of keys) loaded.set(table, await this.loadTable(table, ofTable));
    return loaded;
  }

  async apply(changes: RowChanges, { name, from, to }: Advance, parking?: Parking): Promise<void> {
    if (this.checkpoint(name) !== from) throw new CheckpointMoved(name, from);
    this.buffer.add(changes);
    if (parking || this.buffer.size > this.mostKept) {
      await this.rows.writer.transaction(async (statements) => {
        await this.rows.tables.park(statements, parking);
        if (this.buffer.size > this.mostKept) await this.rows.tables.write(statements, this.buffer.take());
      });
    }
    this.checkpoints.set(name, to);
  }

  async end(): Promise<void> {
    const { writer, tables: rows } = this.rows;
    await writer.transaction(async (statements) => {
      await rows.write(statements, this.buffer.take());
      await createIndexes(statements);
      for (const [name, position] of this.checkpoints) await rows.setCheckpoint(statements, name, position);
    });
    await this.rows.bulkEnds();
  }

  private async loadTable(table: Table, keys: readonly (readonly Cell[])[]): Promise<Map<RowKey, Row>> {
    const found = new Map<RowKey, Row>();
    const unknown: (readonly Cell[])[] = [];
    for (const key of keys) {
      const row = this.buffer.find(table, key);
      if (row === 'unknown') unknown.push(key);
      else if (row) found.set(rowKey(key), row);
    }
    const stored = unknown.length > 0 ? await this.rows.writer.use((statements) => this.rows.tables.load(statements, table, unknown)) : [];
    for (const row of stored) found.set(keyOfRow(table.key, row), row);
    return found;
  }
}
