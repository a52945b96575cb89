import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Position, Subscription } from '../event-store';
import { WakeUp } from '../wake-up';
import { Arrivals } from './arrivals';
import { NoSuchPlace, reasonOf } from './failures';
import type { Parts } from './parts';
import { subscribeRequest } from './read-requests';
import { pauseBefore } from './settings';
import { ForeignEvent, readStored, type Stored } from './stored-event';

/** As the port's subscriber, with where each event stands. */
export interface StoredSubscriber {
  readonly batchSize: number;
  handle(events: readonly Stored[]): Promise<void>;
  caughtUp?(position: Position): void;
  failed(error: unknown): void;
}

/** What ends a subscription, and is not mended by connecting again. */
class Failed extends Error {}

/** Follows `$all` from an event on, through every loss of the connection, until it is stopped or its subscriber throws. */
export class Following implements Subscription {
  private resumeAfter: number | 'start' | undefined;
  private stopping = false;
  private arrivals: Arrivals | undefined;
  private losses = 0;
  private readonly wakeUp = new WakeUp();
  private readonly ended: Promise<void>;

  constructor(
    private readonly parts: Parts,
    public position: Position,
    private readonly subscriber: StoredSubscriber,
    onEnd: () => void,
  ) {
    this.ended = nextTurn()
      .then(() => this.follow())
      .catch((error: unknown) => subscriber.failed(error instanceof Failed ? error.cause : error))
      .finally(onEnd);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.arrivals?.cancel();
    this.wakeUp.ring();
    await this.ended;
  }

  private async follow(): Promise<void> {
    while (!this.stopping) {
      try {
        await this.followUntilLost();
      } catch (error) {
        if (error instanceof Failed || error instanceof ForeignEvent || error instanceof NoSuchPlace) throw error;
        if (this.stopping) return;
        await this.rest(error);
      }
    }
  }

  private async followUntilLost(): Promise<void> {
    this.resumeAfter ??= await this.firstPlace();
    const { connection, names } = this.parts;
    const call = await connection.open(subscribeRequest(this.resumeAfter, names.prefixes));
    this.arrivals = new Arrivals(call, 2 * this.subscriber.batchSize);
    if (this.stopping) this.arrivals.cancel();
    try {
      await this.take(this.arrivals);
    } finally {
      this.arrivals.cancel();
    }
  }

  private async firstPlace(): Promise<number | 'start'> {
    if (this.position <= 0) return 'start';
    const head = (await this.parts.reader.last())?.event.position ?? 0;
    if (this.position > head) throw failed(new Error(`cannot follow from ${this.position}: the log ends at ${head}`));
    return this.parts.positions.commitOf(this.position);
  }

  private async take(arrivals: Arrivals): Promise<void> {
    let isLive = false;
    while (!this.stopping) {
      await arrivals.something();
      if (this.stopping) return;
      this.isBack();
      const events = arrivals.events(this.subscriber.batchSize);
      if (events.length > 0) await this.handle(events);
      const signal = events.length === 0 ? arrivals.signal() : undefined;
      if (signal?.kind === 'checkpoint') this.resumeAfter = signal.commit;
      else if (signal) isLive = signal.kind === 'caught-up';
      // Every signal stands behind the events that came before it; once live, whatever has arrived is everything.
      if (isLive && arrivals.isEmpty && signal?.kind !== 'checkpoint') this.subscriber.caughtUp?.(this.position);
      await nextTurn();
    }
  }

  private async handle(messages: Parameters<typeof readStored>[0][]): Promise<void> {
    try {
      const events = messages.flatMap((message) => readStored(message, this.parts.names) ?? []);
      if (events.length === 0) return;
      await this.subscriber.handle(events);
      const last = events.at(-1)!;
      this.parts.positions.learn(last);
      this.position = last.event.position;
      this.resumeAfter = last.commit;
    } catch (error) {
      throw failed(error);
    }
  }

  private isBack(): void {
    this.parts.connection.trouble = undefined;
    if (this.losses > 0) this.parts.log(`已重新连上事件库，自位置 ${this.position} 继续 (following again from ${this.position})`);
    this.losses = 0;
  }

  private async rest(error: unknown): Promise<void> {
    const pause = pauseBefore(this.losses, this.parts.connection.deadlines);
    this.losses += 1;
    const said = `${Math.round(pause)} ms`;
    this.parts.log(`与事件库的连接中断，${said}后重连 (the subscription was lost, again in ${said}): ${reasonOf(error)}`);
    await this.wakeUp.next(pause);
  }
}

const failed = (cause: unknown): Failed => new Failed('failed', { cause });
