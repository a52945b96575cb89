import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { EventStore } from '@app/event-store';
import type { RowChanges } from '@app/projections';
import { CheckpointMoved, LeaseLost, type SharedRows } from '@app/read-store';
import { Logger } from '@nestjs/common';
import type { DistantRows } from './distant-rows';
import { HeldRows } from './held-rows';
import { Naps } from './naps';
import { rowsCheckpoint } from './projector';
import type { RowsFollower } from './rows-follower';
import { SegmentSession } from './segment-session';

/** A process that is not heard of for so long is taken for dead: its segments go to others. */
export const usualLeaseMs = 3_000;

const overtakenMs = 50;
const firstBackOffMs = 250;
const longestBackOffMs = 10_000;

/** One start of one process, as others see it. */
export const newOwner = (): string => `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`;

/** Somebody else was faster: nothing is wrong, but what is known here is not true any more. */
const isOvertaken = (error: unknown): boolean => error instanceof LeaseLost || error instanceof CheckpointMoved;

export interface SegmentedProjectorOptions {
  readonly owner?: string;
  readonly leaseMs?: number;
}

/** Keeps its share of the rows current, beside other processes that keep theirs. */
export class SegmentedProjector implements RowsFollower {
  readonly owner: string;
  private readonly log = new Logger('Projector');
  private readonly leaseMs: number;
  private readonly naps = new Naps();
  private readonly watchers = new Set<(changes: RowChanges) => void>();
  private session: SegmentSession | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopping = false;
  private failure: string | undefined;
  private backOffMs = firstBackOffMs;
  private fillUpTo: number | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly rows: SharedRows,
    /** All the rows, by whomever they are kept. */
    private readonly distant: DistantRows,
    { owner = newOwner(), leaseMs = usualLeaseMs }: SegmentedProjectorOptions = {},
  ) {
    this.owner = owner;
    this.leaseMs = leaseMs;
  }

  async start(): Promise<void> {
    await this.distant.start();
    this.stopping = false;
    this.running = this.keepOn();
  }

  /** Finishes the batch and gives the segments back, so that nobody has to wait for the lease to end. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.naps.wake();
    this.session?.end();
    await this.running;
    await this.distant.stop();
    await this.rows.release(this.owner).catch((error: unknown) => this.log.warn(`segments are not given back: ${messageOf(error)}`));
  }

  trouble(): string | undefined {
    return this.failure ?? this.distant.trouble();
  }

  progress(): { readonly position: number; readonly parked: number } {
    return this.distant.progress();
  }

  /** How many segments are in this process's hands. */
  held(): number {
    return this.session?.held.size ?? 0;
  }

  reached(position: number, timeoutMs: number): Promise<boolean> {
    return this.distant.reached(position, timeoutMs);
  }

  still<T>(work: (position: number) => Promise<T>): Promise<T> {
    return this.distant.still(work);
  }

  onChanges(watcher: (changes: RowChanges) => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  retry(stream: string): Promise<boolean> {
    return this.distant.retry(stream);
  }

  private async keepOn(): Promise<void> {
    while (!this.stopping) {
      try {
        await this.holdAndFollow();
      } catch (error) {
        if (!isOvertaken(error)) this.failed(error);
        else this.log.log(`${messageOf(error)}; looking again at what is held`);
        if (!this.stopping) await this.naps.take(isOvertaken(error) ? overtakenMs : this.backOff());
      }
    }
  }

  /** Until what is held changes. What is held and where it stands is asked of the database each time, never of memory. */
  private async holdAndFollow(): Promise<void> {
    const held = await this.rows.hold(this.owner, this.leaseMs);
    if (this.stopping) return;
    if (held.length === 0) {
      this.failure = undefined;
      return this.naps.take(this.leaseMs / 3);
    }
    const generation = this.rows.generation;
    const session = new SegmentSession(this.store, this.rows, await this.open(held));
    this.session = session;
    const unfollow = this.rows.onNews(() => session.retryAsked());
    const beating = this.beat(session, generation);
    try {
      if (this.stopping) session.end();
      await session.run();
    } finally {
      unfollow();
      session.end();
      this.session = undefined;
      this.naps.wake();
      await beating;
    }
  }

  private open(held: Awaited<ReturnType<SharedRows['hold']>>): Promise<HeldRows> {
    return HeldRows.open(this.rows, this.owner, held, {
      changed: (changes) => {
        for (const watcher of this.watchers) watcher(changes);
      },
      parked: (stream, segment, position, error) =>
        this.log.error(`${stream} is parked at position ${position} in segment ${segment}: ${error}`),
    });
  }

  /** Says that this process is alive for as long as the session lasts, and ends it when other segments are held than it knows of. */
  private async beat(session: SegmentSession, generation: string): Promise<void> {
    while (this.session === session) {
      await this.naps.take(this.leaseMs / 3);
      if (this.session !== session) return;
      try {
        const held = await this.rows.hold(this.owner, this.leaseMs);
        if (!session.held.equals(held) || this.rows.generation !== generation) session.end();
        session.retryAsked();
        await this.serveWhenFilled();
        this.failure = undefined;
        this.backOffMs = firstBackOffMs;
      } catch (error) {
        // The rows themselves are fenced; they will say when they are lost.
        this.failure = messageOf(error);
      }
    }
  }

  /** Rows by newer rules than those that are served take their place as soon as they tell of all that was known a moment ago. */
  private async serveWhenFilled(): Promise<void> {
    if (this.rows.generationOutdated === undefined) return;
    const filled = this.fillUpTo !== undefined && (await this.rows.checkpoint(rowsCheckpoint)) >= this.fillUpTo;
    this.fillUpTo = await this.store.head();
    if (!filled) return;
    await this.rows.switchTo(this.rows.generation);
    this.log.log(`generation ${this.rows.generation} of the rows is served from now on`);
  }

  private failed(error: unknown): void {
    this.failure = messageOf(error);
    this.log.error(`the rows do not follow: ${this.failure}; trying again`);
  }

  private backOff(): number {
    const ms = this.backOffMs;
    this.backOffMs = Math.min(ms * 2, longestBackOffMs);
    return ms;
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
