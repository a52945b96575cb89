import { type Cell, keyOfRow, type LoadedRows, type Row, type RowChanges, type Table, tables } from '@app/projections';
import { Arrivals } from './arrivals';
import { parkedCasesTable } from './bookkeeping';
import { BulkLoad } from './bulk-load';
import { advanceCheckpoint, readCheckpoint } from './checkpoints';
import type { Where } from './conditions';
import type { Statements } from './connection';
import { digestOf } from './digest';
import { jointPage, selectJointTasks } from './joint-tasks';
import { writeParking } from './parked-cases';
import { Queue } from './queue';
import { RecentRows } from './recent-rows';
import {
  type Advance,
  type JointPage,
  type JointQuery,
  type JointTask,
  type ParkedCase,
  type Parking,
  type QueuePage,
  type QueueQuery,
  ReadStore,
  type RowsQuery,
  type Tallied,
  type TalliesQuery,
  type Total,
} from './read-store';
import { selectRows, selectTotals } from './read-statements';
import type { Rows } from './rows-files';
import type { Sql } from './sql';
import { selectTallies, talliedRow } from './tallies';
import { workQueuePage } from './work-queue-page';
import { loadRows, writeChanges } from './write-rows';

type Keys = ReadonlyMap<Table, readonly (readonly Cell[])[]>;

const loadAll = async (statements: Statements, keys: Keys, recent: RecentRows): Promise<LoadedRows> => {
  const loaded = new Map<Table, Map<string | number, Row>>();
  for (const [table, ofTable] of keys) {
    const known = ofTable.map((key) => recent.find(table, key)).filter((row) => row !== undefined);
    const unknown = known.length === 0 ? ofTable : ofTable.filter((key) => !recent.find(table, key));
    const rows = unknown.length === 0 ? known : [...known, ...(await loadRows(statements, table, unknown))];
    loaded.set(table, new Map(rows.map((row) => [keyOfRow(table.key, row), row])));
  }
  return loaded;
};

/** The rows in an SQL database. `open` opens another generation and records it as the current one. */
export class SqlReadStore extends ReadStore {
  private readonly arrivals = new Arrivals();
  private readonly changing = new Queue();
  private readonly recent = new RecentRows();
  private bulk: BulkLoad | undefined;

  constructor(
    private rowsOpen: Rows,
    private readonly open: (generation: string) => Promise<Rows>,
  ) {
    super();
  }

  get generation(): string {
    return this.rowsOpen.generation;
  }

  load(keys: Keys): Promise<LoadedRows> {
    return this.bulk ? this.bulk.load(keys) : this.rowsOpen.writer.use((statements) => loadAll(statements, keys, this.recent));
  }

  async apply(changes: RowChanges, advance: Advance, parking?: Parking): Promise<void> {
    await this.changing.run(() => (this.bulk ? this.bulk.apply(changes, advance, parking) : this.applyNow(changes, advance, parking)));
    this.arrivals.announce(advance.name, advance.to);
  }

  checkpoint(name: string): Promise<number> {
    return this.bulk
      ? Promise.resolve(this.bulk.checkpoint(name))
      : this.rowsOpen.writer.use((statements) => readCheckpoint(statements, name));
  }

  async reached(name: string, position: number, timeoutMs: number): Promise<boolean> {
    if (!this.arrivals.knows(name)) this.arrivals.announce(name, await this.checkpoint(name));
    return this.arrivals.wait(name, position, timeoutMs);
  }

  parked(): Promise<readonly ParkedCase[]> {
    return this.rows(parkedCasesTable);
  }

  rows<R extends Row>(table: Table<R>, query: RowsQuery<R> = {}): Promise<readonly R[]> {
    return this.read<R>(selectRows(table, query));
  }

  async count<R extends Row>(table: Table<R>, where: Where<R> = {}): Promise<number> {
    const [total] = await this.totals<{ n: number }>(table, 'COUNT(*)', where, []);
    return total?.n ?? 0;
  }

  sums<R extends Row & { readonly n: number }, G extends keyof R & string>(
    table: Table<R>,
    where: Where<R>,
    groupBy: readonly G[],
  ): Promise<readonly Total<R, G>[]> {
    return this.totals(table, 'SUM("n")', where, groupBy);
  }

  async tallies<R extends Row, N extends string>(table: Table<R>, query: TalliesQuery<R, N>): Promise<readonly Tallied<N>[]> {
    const found = await this.read<Row>(selectTallies(table, query));
    return found.map((row) => talliedRow(query, row));
  }

  workQueuePage(query: QueueQuery): Promise<QueuePage> {
    return workQueuePage((sql) => this.read(sql), query);
  }

  async jointTasks(query: JointQuery): Promise<JointPage> {
    return jointPage(await this.read<JointTask>(selectJointTasks(query)), query.limit);
  }

  digest(): Promise<ReadonlyMap<Table, string>> {
    return this.rowsOpen.snapshot(async (statements) => {
      const digests = new Map<Table, string>();
      for (const table of tables) digests.set(table, await digestOf(statements, table));
      return digests;
    });
  }

  beginBulk(): Promise<void> {
    return this.changing.run(async () => {
      this.bulk = await BulkLoad.begin(this.rowsOpen);
    });
  }

  endBulk(): Promise<void> {
    return this.changing.run(async () => {
      await this.bulk?.end();
      this.bulk = undefined;
      this.recent.forget();
    });
  }

  switchTo(generation: string): Promise<void> {
    return this.changing.run(async () => {
      const before = this.rowsOpen;
      this.rowsOpen = await this.open(generation);
      this.recent.forget();
      this.arrivals.forget();
      await before.close();
    });
  }

  async close(): Promise<void> {
    this.arrivals.end();
    await this.changing.run(() => this.rowsOpen.close());
  }

  private async applyNow(changes: RowChanges, advance: Advance, parking?: Parking): Promise<void> {
    try {
      await this.rowsOpen.writer.transaction(async (statements) => {
        await advanceCheckpoint(statements, advance);
        await writeChanges(statements, changes);
        await writeParking(statements, parking);
      });
      this.recent.take(changes);
    } catch (error) {
      this.recent.forget();
      throw error;
    }
  }

  private totals<T>(table: Table<any>, total: string, where: Where<any>, groupBy: readonly string[]): Promise<readonly T[]> {
    return this.read<T>(selectTotals(table, total, where, groupBy));
  }

  private read<R>({ text, values }: Sql): Promise<readonly R[]> {
    return this.rowsOpen.reader.use((statements) => statements.query<R>(text, values));
  }
}
