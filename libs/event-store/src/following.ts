import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Position, RecordedEvent, Subscriber, Subscription } from './event-store';
import { WakeUp } from './wake-up';

const pollEvery = 1_000;

/** The log as its followers see it. */
export interface Followed {
  head(): Position;
  read(after: Position, limit: number): readonly RecordedEvent[];
}

/** All subscriptions of one store. */
export class Followers {
  private readonly wakeUp = new WakeUp();
  private readonly followings = new Set<Following>();

  constructor(private readonly log: Followed) {}

  follow(after: Position, subscriber: Subscriber): Subscription {
    const following = new Following(this.log, this.wakeUp, after, subscriber, () => this.followings.delete(following));
    this.followings.add(following);
    return following;
  }

  committed(): void {
    this.wakeUp.ring();
  }

  async stop(): Promise<void> {
    await Promise.all([...this.followings].map((following) => following.stop()));
  }
}

class Following implements Subscription {
  private stopping = false;
  private readonly ended: Promise<void>;

  constructor(
    private readonly log: Followed,
    private readonly wakeUp: WakeUp,
    public position: Position,
    private readonly subscriber: Subscriber,
    onEnd: () => void,
  ) {
    this.ended = nextTurn()
      .then(() => this.follow())
      .catch((error: unknown) => subscriber.failed(error))
      .finally(onEnd);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.wakeUp.ring();
    await this.ended;
  }

  private async follow(): Promise<void> {
    const head = this.log.head();
    if (this.position > head) throw new Error(`cannot follow from ${this.position}: the log ends at ${head}`);
    while (!this.stopping) {
      if (this.position < this.log.head()) await this.handleNext();
      else await this.rest();
    }
  }

  private async handleNext(): Promise<void> {
    const events = this.log.read(this.position, this.subscriber.batchSize);
    await this.subscriber.handle(events);
    this.position = events.at(-1)!.position;
    // A subscriber that never waits for anything must not keep the process from its other work.
    await nextTurn();
  }

  private async rest(): Promise<void> {
    this.subscriber.caughtUp?.(this.position);
    while (!this.stopping && this.position >= this.log.head()) await this.wakeUp.next(pollEvery);
  }
}
