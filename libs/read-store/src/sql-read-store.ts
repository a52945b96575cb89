import type { LoadedRows, RowChanges, Table } from '@app/projections';
import { Arrivals } from './arrivals';
import { parkedCasesTable } from './bookkeeping';
import { BulkLoad } from './bulk-load';
import { advanceCheckpoint, readCheckpoint } from './checkpoints';
import { digestsOf } from './digest';
import { Queue } from './queue';
import type { Advance, ParkedCase, Parking } from './read-store';
import { type Keys, loadKnown, RecentRows } from './recent-rows';
import type { Rows } from './rows-files';
import type { Sql } from './sql';
import { SqlQueries } from './sql-queries';
import { writeParking } from './parked-cases';
import { loadRows, writeChanges } from './write-rows';

/** The rows in an SQL database. `open` opens another generation and records it as the current one. */
export class SqlReadStore extends SqlQueries {
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
    return this.bulk
      ? this.bulk.load(keys)
      : this.rowsOpen.writer.use((statements) => loadKnown(keys, this.recent, (table, unknown) => loadRows(statements, table, unknown)));
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

  digest(): Promise<ReadonlyMap<Table, string>> {
    return this.rowsOpen.snapshot(digestsOf);
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

  protected read<R>({ text, values }: Sql): Promise<readonly R[]> {
    return this.rowsOpen.reader.use((statements) => statements.query<R>(text, values));
  }
}
