import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore } from '@app/event-store';
import type { SharedRows } from '@app/read-store';
import type { BusinessClock } from '../business-clock';
import { oldestWaitingMs } from './backlog';
import { rowsCheckpoint } from './projector';
import type { RowsFollower } from './rows-follower';

const lookEveryMs = 1_000;
/** News come with every batch of every process. */
const newsRestMs = 50;
const retryWithinMs = 2_000;
const retryPollMs = 50;

export interface DistantRowsLimits {
  /** An event that has waited longer shows that the rows do not move. */
  readonly staleMs: number;
  /** A takeover takes less. */
  readonly unkeptMs: number;
}

const usualLimits: DistantRowsLimits = { staleMs: 30_000, unkeptMs: 10_000 };

/** Rows that other processes keep: how far they have come, and whether anybody keeps them at all. */
export class DistantRows implements RowsFollower {
  private seen = { position: 0, parked: 0 };
  private failure: string | undefined;
  private unkeptSince: number | undefined;
  private unfollow: (() => void) | undefined;
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<unknown> = Promise.resolve();
  private hasNews = false;
  private stopped = false;

  constructor(
    private readonly store: EventStore,
    private readonly rows: SharedRows,
    private readonly clock: BusinessClock,
    private readonly limits: DistantRowsLimits = usualLimits,
  ) {}

  /** @throws when the rows cannot be read: nobody may take the beginning of the log for where they are */
  async start(): Promise<void> {
    this.stopped = false;
    this.seen = await this.look();
    this.unfollow = this.rows.onNews(() => this.news());
    this.examineLater(0);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.unfollow?.();
    clearTimeout(this.timer);
    await this.looking;
  }

  trouble(): string | undefined {
    return this.failure;
  }

  progress(): { readonly position: number; readonly parked: number } {
    return this.seen;
  }

  reached(position: number, timeoutMs: number): Promise<boolean> {
    return this.rows.reached(rowsCheckpoint, position, timeoutMs);
  }

  still<T>(work: (position: number) => Promise<T>): Promise<T> {
    return this.rows.still(work);
  }

  /** Rows change elsewhere: nothing is told. */
  onChanges(): () => void {
    return () => undefined;
  }

  /** Asks whoever keeps the rows of the case, and waits briefly for what comes of it. */
  async retry(stream: string): Promise<boolean> {
    if (!(await this.isParked(stream))) return true;
    await this.rows.askRetry(stream);
    for (const until = performance.now() + retryWithinMs; performance.now() < until; ) {
      await pause(retryPollMs);
      if (!(await this.isParked(stream))) return true;
    }
    return false;
  }

  private async isParked(stream: string): Promise<boolean> {
    return (await this.rows.parked()).some((parked) => parked.stream === stream);
  }

  private async look(): Promise<{ readonly position: number; readonly parked: number }> {
    const [position, parked] = [await this.rows.checkpoint(rowsCheckpoint), await this.rows.parked()];
    return { position, parked: new Set(parked.map(({ stream }) => stream)).size };
  }

  private news(): void {
    if (this.hasNews || this.stopped) return;
    this.hasNews = true;
    const look = async () => {
      await pause(newsRestMs);
      this.hasNews = false;
      // A failure shows at the next examination.
      if (!this.stopped) this.seen = await this.look().catch(() => this.seen);
    };
    this.looking = this.looking.then(look);
  }

  private examineLater(afterMs: number): void {
    this.timer = setTimeout(() => {
      this.looking = this.looking.then(() => this.examine());
    }, afterMs);
  }

  private async examine(): Promise<void> {
    if (this.stopped) return;
    try {
      this.seen = await this.look();
      this.failure = this.unkept(await this.rows.segments()) ?? (await this.stale());
    } catch (error) {
      this.failure = `办件数据读不到 (the rows cannot be read): ${error instanceof Error ? error.message : String(error)}`;
    }
    if (!this.stopped) this.examineLater(lookEveryMs);
  }

  private unkept(segments: Awaited<ReturnType<SharedRows['segments']>>): string | undefined {
    const unkept = segments.filter(({ owner }) => owner === '').length;
    if (unkept === 0) this.unkeptSince = undefined;
    else this.unkeptSince ??= performance.now();
    if (this.unkeptSince === undefined || performance.now() - this.unkeptSince < this.limits.unkeptMs) return undefined;
    return `${segments.length} 份办件数据中有 ${unkept} 份无人更新 (nobody keeps ${unkept} of ${segments.length} segments of the rows)`;
  }

  private async stale(): Promise<string | undefined> {
    const waited = await oldestWaitingMs(this.store, this.seen.position, this.clock.now());
    const seconds = Math.round(waited / 1_000);
    return waited > this.limits.staleMs
      ? `办件数据落后 ${seconds} 秒 (an event has been waiting for the rows for ${seconds} s)`
      : undefined;
  }
}
