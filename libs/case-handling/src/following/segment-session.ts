import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore, RecordedEvent, Subscription } from '@app/event-store';
import type { SharedRows } from '@app/read-store';
import type { Decoded } from './decoding';
import type { HeldRows } from './held-rows';

/** A batch of so many events shows that more are coming: a short rest lets them share one transaction. Single events never wait. */
const mostInBatch = 1_000;
const busyBatch = 10;
const restMs = 8;
/** How often it is asked whether a reader still needs the rows to stand. */
const standMs = 20;

/** What the log says between two positions. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly events: Decoded;
}

/** What a process does with the segments it holds, from when it holds them until that changes. */
export class SegmentSession {
  private ended = false;
  private readonly over: Promise<void>;
  private finish: () => void = () => undefined;
  private reject: (error: unknown) => void = () => undefined;
  private turn: Promise<void> = Promise.resolve();
  private read = 0;

  constructor(
    private readonly store: EventStore,
    private readonly rows: SharedRows,
    readonly held: HeldRows,
  ) {
    this.over = new Promise((resolve, reject) => {
      this.finish = resolve;
      this.reject = reject;
    });
    // It is told to whoever runs the session, as soon as it is waited for.
    this.over.catch(() => undefined);
  }

  /** Ends after the batch that is being handled. */
  end(): void {
    this.ended = true;
    this.finish();
  }

  /** Resolves after `end`. @throws LeaseLost, and whatever the log or the rows throw */
  async run(): Promise<void> {
    await this.inTurn(() => this.bringTogether());
    let subscription: Subscription | undefined;
    try {
      if (!this.ended) subscription = this.follow();
      await this.over;
    } finally {
      this.ended = true;
      await subscription?.stop();
      await this.turn;
    }
  }

  /** Tries again, between two batches, what somebody has asked for. */
  retryAsked(): void {
    void this.inTurn(() => this.held.retryAsked(this.store));
  }

  /** Segments that were taken over stand somewhere else: the lowest are moved up to the next, until all stand together. */
  private async bringTogether(): Promise<void> {
    for (;;) {
      const { segments, position, next } = this.held.lowest();
      if (next === undefined || this.ended) return;
      const events = await this.store.scan({ after: position, upTo: next, limit: mostInBatch });
      await this.held.advance(segments, this.held.decode(events), events.length < mostInBatch ? next : events.at(-1)!.position);
    }
  }

  private follow(): Subscription {
    this.read = this.held.lowest().position;
    return this.store.subscribe(this.read, {
      batchSize: mostInBatch,
      handle: (events) => this.handle(events),
      failed: (error) => this.fail(error),
    });
  }

  /** Lets the next batch be read and decoded while this one is being written. */
  private async handle(recorded: readonly RecordedEvent[]): Promise<void> {
    const last = recorded.at(-1);
    if (!last || this.ended) return;
    const stretch = { from: this.read, to: last.position, events: this.held.decode(recorded) };
    this.read = last.position;
    const before = this.turn;
    void this.inTurn(() => this.goThrough(stretch));
    await before;
    if (recorded.length >= busyBatch && recorded.length < mostInBatch) await pause(restMs);
  }

  /** Never beyond a position at which a reader has asked the rows to stand. */
  private async goThrough({ from, to, events }: Stretch): Promise<void> {
    for (let at = from; at < to && !this.ended; ) {
      const { segments, position } = this.held.lowest();
      if (position !== at || segments.length !== this.held.size) throw new Error(`the rows stand at ${position} and not at ${at}`);
      const stand = (await this.rows.standstill()) ?? Infinity;
      if (stand <= at) {
        await pause(standMs);
        continue;
      }
      const upTo = Math.min(to, stand);
      await this.held.advance(segments, at === from && upTo === to ? events : between(events, at, upTo), upTo);
      at = upTo;
    }
  }

  /** One thing at a time. Once something has failed nothing more is begun: what comes after it would leave it out. */
  private inTurn(work: () => Promise<void>): Promise<void> {
    const before = this.turn;
    this.turn = (async () => {
      await before;
      if (!this.ended) await work().catch((error: unknown) => this.fail(error));
    })();
    return this.turn;
  }

  private fail(error: unknown): void {
    this.ended = true;
    this.reject(error);
  }
}

const between = ({ read, unreadable }: Decoded, after: number, upTo: number): Decoded => {
  const isBetween = ({ position }: { readonly position: number }) => position > after && position <= upTo;
  return { read: read.filter(isBetween), unreadable: unreadable.filter(isBetween) };
};
