import type { RowChanges } from '@app/projections';
import type { Parking } from '../read-store';
import type { HeldSegment, Lease, SegmentParked, SegmentsAdvance, SegmentState, SharedRows } from '../shared-rows';
import { holdSegments, releaseAll, takeOrRenew } from './holding';
import { aloneInInstallation, dropOthers, makeGeneration } from './installation';
import { PostgresRows } from './postgres-rows';
import { askRetry, parkedIn, retriesAsked, segmentStates, writeHeld } from './segments';
import { ServingGeneration } from './serving-generation';
import { askedPosition } from './standstill';
import { standingStill } from './still';

export interface PostgresRowsOptions {
  /** `postgres://…`, of the database itself: news do not pass a pooler that changes connections with each transaction. */
  readonly url: string;
  /** Connections for reading; default 10. Up to five more write and listen. */
  readonly poolSize?: number;
  /** Into how many segments a new generation is cut; default 16. */
  readonly segments?: number;
  /** Default: the one that is served, or one of this program's rules. */
  readonly generation?: string;
}

const defaults = { poolSize: 10, segments: 16 };
const stillWithinMs = 10_000;

const tokensOf = (held: readonly HeldSegment[]): string => held.map(({ segment, token }) => `${segment}:${token}`).join();

/** Rows in PostgreSQL, kept and read by any number of processes. */
export class PostgresReadStore extends PostgresRows implements SharedRows {
  private holding = '';

  static async open(options: PostgresRowsOptions): Promise<PostgresReadStore> {
    const { url, poolSize = defaults.poolSize, segments = defaults.segments, generation } = options;
    const stated = { url, poolSize, segments, generation };
    const store = new PostgresReadStore(stated, await ServingGeneration.open(stated));
    await store.start();
    return store;
  }

  get segmentCount(): number {
    return this.open.segments;
  }

  get generationOutdated(): string | undefined {
    return this.serving.outdated;
  }

  async applyHeld(changes: RowChanges, advance: SegmentsAdvance, parking?: Parking): Promise<void> {
    await this.writing(changes, (statements) => writeHeld(statements, changes, advance, parking));
    this.watch.arrived('rows');
  }

  parkedIn(held: readonly HeldSegment[]): Promise<readonly SegmentParked[]> {
    return this.asking((statements) => parkedIn(statements, held));
  }

  async hold(owner: string, leaseMs: number): Promise<readonly HeldSegment[]> {
    const { held, gaveBack } = await this.open.transaction((statements) => holdSegments(statements, owner, leaseMs));
    // Rows of a segment that was elsewhere meanwhile are others now.
    if (tokensOf(held) !== this.holding) this.forget();
    this.holding = tokensOf(held);
    if (gaveBack) this.watch.tell('segments');
    return held;
  }

  async release(owner: string): Promise<void> {
    await this.open.transaction((statements) => releaseAll(statements, owner));
    this.forget();
    this.watch.tell('segments');
  }

  segments(): Promise<readonly SegmentState[]> {
    return this.asking(segmentStates);
  }

  lease(name: string, owner: string, leaseMs: number): Promise<Lease | undefined> {
    return this.open.write((statements) => takeOrRenew(statements, name, owner, leaseMs));
  }

  standstill(): Promise<number | undefined> {
    return this.asking(askedPosition);
  }

  still<T>(work: (position: number) => Promise<T>, timeoutMs = stillWithinMs): Promise<T> {
    const within = this.moments.position();
    if (within !== undefined) return work(within);
    const standing = { rows: this.open, tell: () => this.watch.tell('still'), news: () => this.watch.soon() };
    return standingStill(standing, timeoutMs, (statements, position) => this.moments.within(statements, position, () => work(position)));
  }

  async askRetry(stream: string): Promise<void> {
    await this.open.write((statements) => askRetry(statements, stream));
    this.watch.tell('retry');
  }

  retriesAsked(held: readonly HeldSegment[]): Promise<readonly string[]> {
    return this.asking((statements) => retriesAsked(statements, held));
  }

  onNews(listener: () => void): () => void {
    return this.watch.onNews(listener);
  }

  newGeneration(): Promise<string> {
    const { url, segments } = this.options;
    return aloneInInstallation(url, (statements) => makeGeneration(url, statements, segments));
  }

  removeOldGenerations(): Promise<void> {
    return dropOthers(this.options.url, this.generation);
  }

  protected override generationChanged(): void {
    this.holding = '';
    super.generationChanged();
  }
}

/** Opens the rows, making and migrating them where needed. */
export const openPostgresReadStore = (options: PostgresRowsOptions): Promise<SharedRows> => PostgresReadStore.open(options);
