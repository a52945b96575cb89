import { checkAppend } from '../check-append';
import { EventStoreUnavailable } from '../errors';
import { type Appended, type Bound, EventStore, type ExpectedRevision, type NewEvent, type Position } from '../event-store';
import type { RecordedEvent, Scan, ScannedEvent, Subscriber, Subscription, Verification } from '../event-store';
import { Following, type StoredSubscriber } from './following';
import { assemble, type Parts } from './parts';
import type { EventStoreDbSettings } from './settings';
import { startSignposts } from './signpost-writer';
import type { Stored } from './stored-event';

/** The log in an EventStoreDB (KurrentDB), shared by all processes of an installation. */
export class EventStoreDbEventStore extends EventStore {
  override readonly shared = true;
  private readonly followings = new Set<Following>();
  private readonly appends = new Set<Promise<Appended>>();
  private closed = false;

  /** Connects when it is first asked for something. */
  static open(settings: EventStoreDbSettings): EventStoreDbEventStore {
    return new EventStoreDbEventStore(assemble(settings));
  }

  /** `parts` are for the tools beside this file. */
  private constructor(readonly parts: Parts) {
    super();
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    checkAppend(stream, expected, events);
    if (this.closed) throw new EventStoreUnavailable('the event store is closed');
    const append = this.parts.appender.append(stream, expected, events);
    this.appends.add(append);
    try {
      return await append;
    } finally {
      this.appends.delete(append);
    }
  }

  async readStream(stream: string, from = 0, limit = Infinity): Promise<readonly RecordedEvent[]> {
    const stored = await this.parts.reader.stream(stream, from, limit);
    return stored.map(({ event }) => event);
  }

  readAll(after: Position, limit: number): Promise<readonly RecordedEvent[]> {
    return this.collect(after, Infinity, limit, () => true);
  }

  async scan({ after, upTo, limit, types }: Scan): Promise<readonly ScannedEvent[]> {
    if (types?.length === 0) return [];
    const wanted = types && new Set(types);
    return this.collect(after, upTo, limit, ({ event }) => wanted?.has(event.type) ?? true);
  }

  async lastUntil(bound: Bound): Promise<RecordedEvent | undefined> {
    const isWithin = (place: { position: Position; recordedAt: string }) =>
      'position' in bound ? place.position <= bound.position : place.recordedAt <= bound.recordedAt;
    const head = await this.parts.reader.last();
    if (!head || isWithin(head.event)) return head?.event;
    const signpost = await this.parts.signposts.lastWhere(isWithin);
    let last: RecordedEvent | undefined;
    for await (const page of this.parts.reader.pagesFrom(signpost?.commit ?? 'start'))
      for (const { event } of page) {
        if (!isWithin(event)) return last;
        last = event;
      }
    return last;
  }

  subscribe(after: Position, subscriber: Subscriber): Subscription {
    return this.follow(after, {
      batchSize: subscriber.batchSize,
      handle: (stored) => subscriber.handle(stored.map(({ event }) => event)),
      caughtUp: (position) => subscriber.caughtUp?.(position),
      failed: (error) => subscriber.failed(error),
    });
  }

  /** As `subscribe`, with where each event stands in EventStoreDB; for the tools beside this file. */
  follow(after: Position, subscriber: StoredSubscriber): Subscription {
    const following: Following = new Following(this.parts, after, subscriber, () => this.followings.delete(following));
    this.followings.add(following);
    return following;
  }

  async head(): Promise<Position> {
    const last = await this.parts.reader.last();
    if (last) this.parts.positions.learn(last);
    return last?.event.position ?? 0;
  }

  verify(progress?: (checked: number) => void, upTo: Position = Infinity): Promise<Verification> {
    return this.parts.chain.verify(progress, upTo);
  }

  hashAt(position: Position): Promise<string | undefined> {
    return this.parts.chain.hashAt(position);
  }

  override keepUp(failed: (error: unknown) => void): Promise<Subscription> {
    return startSignposts(this, failed);
  }

  trouble(): string | undefined {
    return this.closed ? 'the event store is closed' : this.parts.connection.trouble;
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await Promise.all([...this.followings].map((following) => following.stop()));
    await Promise.allSettled(this.appends);
    await this.parts.connection.close();
  }

  private async collect(after: Position, upTo: Position, limit: number, wanted: (stored: Stored) => boolean): Promise<RecordedEvent[]> {
    const found: RecordedEvent[] = [];
    if (limit <= 0) return found;
    const { positions, reader } = this.parts;
    for await (const page of reader.pagesFrom(await positions.commitOf(after), limit)) {
      if (page.length > 0) positions.learn(page.at(-1)!);
      for (const stored of page) {
        if (stored.event.position <= after) continue;
        if (stored.event.position > upTo) return found;
        if (!wanted(stored)) continue;
        found.push(stored.event);
        if (found.length < limit) continue;
        positions.learn(stored);
        return found;
      }
    }
    return found;
  }
}
