import { setTimeout as pause } from 'node:timers/promises';
import { EventStore, type RecordedEvent, type Subscription } from '@app/event-store';
import type { RowChanges } from '@app/projections';
import { ReadStore } from '@app/read-store';
import { Injectable, Logger } from '@nestjs/common';
import { project } from './project';
import type { RowsFollower } from './rows-follower';

/** Name of the checkpoint of all rows: they move together. */
export const rowsCheckpoint = 'rows';

const restartAfterMs = 1_000;

/** A batch of so many events shows that more are coming: a short rest lets them share one transaction. Single events never wait. */
const mostInBatch = 1_000;
const busyBatch = 10;
const restMs = 8;

/** Keeps the rows current: follows the log from the checkpoint and applies each batch together with it. */
@Injectable()
export class Projector implements RowsFollower {
  private readonly log = new Logger('Projector');
  private parked = new Set<string>();
  private position = 0;
  private subscription: Subscription | undefined;
  private restart: NodeJS.Timeout | undefined;
  private busy: Promise<unknown> = Promise.resolve();
  private failure: string | undefined;
  private readonly watchers = new Set<(changes: RowChanges) => void>();

  constructor(
    private readonly store: EventStore,
    private readonly rows: ReadStore,
  ) {}

  async start(): Promise<void> {
    this.position = await this.rows.checkpoint(rowsCheckpoint);
    this.parked = new Set((await this.rows.parked()).map(({ stream }) => stream));
    this.failure = undefined;
    this.subscription = this.store.subscribe(this.position, {
      batchSize: mostInBatch,
      handle: async (events) => {
        await this.inTurn(() => this.handle(events));
        if (events.length >= busyBatch && events.length < mostInBatch) await pause(restMs);
      },
      failed: (error) => this.failed(error),
    });
  }

  async stop(): Promise<void> {
    clearTimeout(this.restart);
    await this.subscription?.stop();
    await this.busy;
  }

  /** Tells of the rows that each batch changes, from now on. Gives what ends it. */
  onChanges(watcher: (changes: RowChanges) => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  /** Why the rows do not move, or undefined while they do. */
  trouble(): string | undefined {
    return this.failure;
  }

  /** The last position whose rows are there, and how many cases wait. */
  progress(): { readonly position: number; readonly parked: number } {
    return { position: this.position, parked: this.parked.size };
  }

  /** True once everything up to `position` is in the rows; false when that takes longer than `timeoutMs`. */
  reached(position: number, timeoutMs: number): Promise<boolean> {
    return position <= this.position ? Promise.resolve(true) : this.rows.reached(rowsCheckpoint, position, timeoutMs);
  }

  /** Runs `work` while the rows stand still at one position, so that several queries see the same state. */
  still<T>(work: (position: number) => Promise<T>): Promise<T> {
    return this.inTurn(async () => work(await this.rows.checkpoint(rowsCheckpoint)));
  }

  /** Tries a parked case again from the event it stopped at. True when it is up to date now. */
  retry(stream: string): Promise<boolean> {
    return this.inTurn(async () => {
      const waiting = (await this.rows.parked()).find((parked) => parked.stream === stream);
      if (!waiting) return true;
      const events = (await this.store.readStream(stream)).filter(
        ({ position }) => position >= waiting.position && position <= this.position,
      );
      const { changes, park } = await project(this.rows, events, new Set());
      const healed = park.length === 0;
      await this.rows.apply(
        changes,
        { name: rowsCheckpoint, from: this.position, to: this.position },
        healed ? { unpark: [stream] } : { park },
      );
      if (healed) this.parked.delete(stream);
      return healed;
    });
  }

  private async handle(recorded: readonly RecordedEvent[]): Promise<void> {
    const last = recorded.at(-1);
    if (!last) return;
    const { changes, park } = await project(this.rows, recorded, this.parked);
    await this.rows.apply(changes, { name: rowsCheckpoint, from: this.position, to: last.position }, { park });
    this.position = last.position;
    for (const watcher of this.watchers) watcher(changes);
    for (const { stream, position, error } of park) {
      this.parked.add(stream);
      this.log.error(`${stream} is parked at position ${position}: ${error}`);
    }
  }

  private failed(error: unknown): void {
    this.failure = error instanceof Error ? error.message : String(error);
    this.log.error(`the rows do not follow: ${this.failure}; trying again`);
    this.restart = setTimeout(() => void this.start().catch((again: unknown) => this.failed(again)), restartAfterMs);
  }

  /** One thing at a time: batches and retries share the rows. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.busy.then(work, work);
    this.busy = turn.catch(() => undefined);
    return turn;
  }
}
