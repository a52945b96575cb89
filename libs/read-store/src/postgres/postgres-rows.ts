import type { LoadedRows, RowChanges, Table } from '@app/projections';
import { BulkLoad } from '../bulk-load';
import type { Statements } from '../connection';
import { digestsOf } from '../digest';
import { Queue } from '../queue';
import type { Advance, ParkedCase, Parking } from '../read-store';
import { type Keys, loadKnown, RecentRows } from '../recent-rows';
import type { Sql } from '../sql';
import { SqlQueries } from '../sql-queries';
import { bulkRowsOf } from './bulk-rows';
import { RowsUnavailable } from './failures';
import { Moments } from './moments';
import type { OpenGeneration } from './open-generation';
import { advanceCheckpoint, parkedStreams, readCheckpoint, rowsCheckpoint, writeParking } from './segments';
import type { GenerationOptions, ServingGeneration } from './serving-generation';
import { Watch } from './watch';
import { loadRows, writeChanges } from './write-rows';

/** Rows in PostgreSQL as one follower writes them and everybody reads them. */
export abstract class PostgresRows extends SqlQueries {
  protected readonly moments = new Moments();
  protected readonly watch: Watch;
  private readonly recent = new RecentRows();
  private readonly queues = new Map<string, Queue>();
  /** Changes whenever rows may have been written by others since they were read. */
  private tenure = 0;
  private bulk: BulkLoad | undefined;
  private closed = false;

  protected constructor(
    protected readonly options: GenerationOptions,
    protected readonly serving: ServingGeneration,
  ) {
    super();
    serving.changed = () => this.generationChanged();
    this.watch = new Watch(options.url, {
      generation: () => this.generation,
      place: (name) => this.open.read((statements) => readCheckpoint(statements, name)),
      follow: () => this.follow(),
    });
  }

  protected async start(): Promise<void> {
    await this.watch.start();
    await this.follow();
  }

  get generation(): string {
    return this.open.name;
  }

  load(keys: Keys): Promise<LoadedRows> {
    if (this.bulk) return this.bulk.load(keys);
    return loadKnown(keys, this.recent, (table, unknown) => this.open.write((statements) => loadRows(statements, table, unknown)));
  }

  async apply(changes: RowChanges, advance: Advance, parking?: Parking): Promise<void> {
    await this.inTurn(advance.name, () =>
      this.bulk ? this.bulk.apply(changes, advance, parking) : this.applyNow(changes, advance, parking),
    );
    this.watch.arrived(advance.name, advance.to);
  }

  checkpoint(name: string): Promise<number> {
    return this.bulk ? Promise.resolve(this.bulk.checkpoint(name)) : this.asking((statements) => readCheckpoint(statements, name));
  }

  reached(name: string, position: number, timeoutMs: number): Promise<boolean> {
    return this.watch.reached(name, position, timeoutMs);
  }

  parked(): Promise<readonly ParkedCase[]> {
    return this.asking(parkedStreams);
  }

  digest(): Promise<ReadonlyMap<Table, string>> {
    return this.moments.ask(digestsOf, () => this.open.snapshot(digestsOf));
  }

  beginBulk(): Promise<void> {
    return this.inTurn(rowsCheckpoint, async () => {
      this.bulk = await BulkLoad.begin(bulkRowsOf(this.options.url, this.generation, this.open.segments));
    });
  }

  endBulk(): Promise<void> {
    return this.inTurn(rowsCheckpoint, async () => {
      await this.bulk?.end();
      this.bulk = undefined;
      this.forget();
    });
  }

  async switchTo(generation: string): Promise<void> {
    await this.serving.switchTo(generation);
    this.watch.tell('switch');
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await this.watch.close();
    await Promise.all([...this.queues.values()].map((queue) => queue.run(async () => {})));
    await this.serving.close();
  }

  protected get open(): OpenGeneration {
    return this.serving.open;
  }

  protected read<R>({ text, values }: Sql): Promise<readonly R[]> {
    return this.asking((statements) => statements.query<R>(text, values));
  }

  /** Of the moment that the caller has asked for, or of now. */
  protected asking<T>(question: (statements: Statements) => Promise<T>): Promise<T> {
    if (this.closed) return Promise.reject(new RowsUnavailable('已关闭 (the read store is closed, not open)'));
    return this.moments.ask(question, () => this.open.read(question));
  }

  protected async writing(changes: RowChanges, write: (statements: Statements) => Promise<void>): Promise<void> {
    const { tenure } = this;
    try {
      await this.open.transaction(write);
      if (tenure === this.tenure) this.recent.take(changes);
    } catch (error) {
      this.forget();
      throw error;
    }
  }

  /** What was known of rows is worth nothing any more. */
  protected forget(): void {
    this.tenure++;
    this.recent.forget();
  }

  protected generationChanged(): void {
    this.forget();
    this.watch.forget();
  }

  private follow(): Promise<void> {
    return this.serving.follow(() => !this.bulk);
  }

  private applyNow(changes: RowChanges, advance: Advance, parking: Parking | undefined): Promise<void> {
    const segments = Array.from({ length: this.open.segments }, (_, number) => number);
    return this.writing(changes, async (statements) => {
      await advanceCheckpoint(statements, advance, segments.length);
      await writeParking(statements, segments, parking);
      await writeChanges(statements, changes);
    });
  }

  private inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
    const queue = this.queues.get(name) ?? new Queue();
    this.queues.set(name, queue);
    return queue.run(work);
  }
}
