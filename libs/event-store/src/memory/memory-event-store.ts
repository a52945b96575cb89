import { checkAppend } from '../check-append';
import { type Clock, recordingTime, systemClock } from '../clock';
import { EventStoreUnavailable } from '../errors';
import { type Appended, type Bound, EventStore, type ExpectedRevision, type NewEvent, type Position } from '../event-store';
import type { RecordedEvent, Scan, ScannedEvent, Subscriber, Subscription, Verification } from '../event-store';
import { Followers } from '../following';
import { chained, chainStart } from '../hash-chain';
import { type Append, judgeAppend, refuseKnownIds } from '../judge-append';

/** The log in memory, for specs and demonstrations: every promise of the port but durability. */
export class MemoryEventStore extends EventStore {
  private readonly log: RecordedEvent[] = [];
  private readonly streams = new Map<string, RecordedEvent[]>();
  private readonly byId = new Map<string, RecordedEvent>();
  private readonly followers = new Followers({ head: () => this.log.length, read: (after, limit) => this.after(after, limit) });
  private readonly places = {
    lastRevision: (stream: string) => this.eventsOf(stream).length - 1,
    at: (stream: string, revision: number) => this.eventsOf(stream)[revision],
    find: (id: string) => this.byId.get(id),
  };
  private closed = false;

  constructor(private readonly clock: Clock = systemClock) {
    super();
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    const append = { stream, expected, events };
    checkAppend(stream, expected, events);
    const trouble = this.trouble();
    if (trouble !== undefined) throw new EventStoreUnavailable(trouble);
    const verdict = judgeAppend(append, this.places);
    const refusal = verdict === 'record' ? refuseKnownIds(append, this.places) : verdict;
    if (refusal instanceof Error) throw refusal;
    return refusal ?? this.record(append);
  }

  async readStream(stream: string, from = 0, limit = Infinity): Promise<readonly RecordedEvent[]> {
    return this.eventsOf(stream).slice(from, from + limit);
  }

  async readAll(after: Position, limit: number): Promise<readonly RecordedEvent[]> {
    return this.after(after, limit);
  }

  async scan({ after, upTo, limit, types }: Scan): Promise<readonly ScannedEvent[]> {
    const found = this.log.filter(({ position, type }) => position > after && position <= upTo && (types?.includes(type) ?? true));
    return found.slice(0, limit);
  }

  async lastUntil(bound: Bound): Promise<RecordedEvent | undefined> {
    return this.log.findLast((event) => ('position' in bound ? event.position <= bound.position : event.recordedAt <= bound.recordedAt));
  }

  subscribe(after: Position, subscriber: Subscriber): Subscription {
    return this.followers.follow(after, subscriber);
  }

  async head(): Promise<Position> {
    return this.log.length;
  }

  async verify(progress?: (checked: number) => void, upTo = this.log.length): Promise<Verification> {
    const log = this.log.slice(0, upTo);
    progress?.(log.length);
    return { checked: log.length, digest: log.reduce(chained, chainStart) };
  }

  async hashAt(position: Position): Promise<string | undefined> {
    return this.log[position - 1] && this.log.slice(0, position).reduce(chained, chainStart);
  }

  trouble(): string | undefined {
    return this.closed ? 'the event store is closed' : undefined;
  }

  async close(): Promise<void> {
    await this.followers.stop();
    this.closed = true;
  }

  private record({ stream, events }: Append): Appended {
    const recordedAt = recordingTime(this.clock, this.log.at(-1)?.recordedAt ?? '');
    const ofStream = this.eventsOf(stream);
    this.streams.set(stream, ofStream);
    for (const { id, type, data, metadata, personal } of events) {
      const position = this.log.length + 1;
      const event = { position, stream, revision: ofStream.length, id, type, recordedAt, data, metadata, personal };
      this.log.push(event);
      ofStream.push(event);
      this.byId.set(id, event);
    }
    this.followers.committed();
    return { stream, revision: ofStream.length - 1, position: this.log.length, recordedAt, repeated: false };
  }

  private after(after: Position, limit: number): RecordedEvent[] {
    return this.log.slice(after, after + limit);
  }

  private eventsOf(stream: string): RecordedEvent[] {
    return this.streams.get(stream) ?? [];
  }
}
