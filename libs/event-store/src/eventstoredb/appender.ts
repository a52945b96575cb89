import { randomBytes } from 'node:crypto';
import { DuplicateEventId, RevisionConflict } from '../errors';
import type { Appended, ExpectedRevision, NewEvent } from '../event-store';
import type { LogReader } from './log-reader';
import type { Names } from './names';
import { propose } from './proposal';
import type { ReadBack } from './read-back';
import type { Outcome, Recorder } from './recorder';
import type { Stored } from './stored-event';

/** How far back a repeated append is recognised where the writer does not say where it belongs. */
const lookBack = 200;

/** Appends as the port promises them. */
export class Appender {
  private readonly busy = new Map<string, Promise<unknown>>();
  private readonly process = randomBytes(9).toString('base64url');
  private calls = 0;

  constructor(
    private readonly recorder: Recorder,
    private readonly reader: LogReader,
    private readonly readBack: ReadBack,
    private readonly names: Names,
  ) {}

  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    refuseTwice(events);
    return expected === 'any' || expected === 'exists'
      ? this.oneAfterAnother(stream, () => this.appendAtEnd(stream, expected, events))
      : this.appendAt(stream, expected, events);
  }

  private async appendAt(stream: string, expected: number | 'none', events: readonly NewEvent[]): Promise<Appended> {
    const call = `${this.process}.${this.calls++}`;
    const outcome = await this.record(stream, expected, events, call);
    if (outcome.kind === 'refused') throw new RevisionConflict(stream, expected, outcome.actual);
    const last = await this.readBack.event(stream, outcome.revision, outcome.commit);
    return answer(last, last.call !== call);
  }

  // Never with EventStoreDB's own "any": the same ids could then be recorded twice.
  private async appendAtEnd(stream: string, expected: 'any' | 'exists', events: readonly NewEvent[]): Promise<Appended> {
    for (;;) {
      const { newestFirst, last } = await this.reader.endOf(stream, lookBack);
      const earlier = earlierAppend(newestFirst.toReversed(), events);
      if (earlier) return answer(earlier, true);
      if (expected === 'exists' && last === -1) throw new RevisionConflict(stream, expected, last);
      try {
        return await this.appendAt(stream, last === -1 ? 'none' : last, events);
      } catch (error) {
        if (!(error instanceof RevisionConflict)) throw error;
      }
    }
  }

  private record(stream: string, expected: number | 'none', events: readonly NewEvent[], call: string): Promise<Outcome> {
    return this.recorder.record({ stream: this.names.inside(stream), expected, events: events.map((event) => propose(event, { call })) });
  }

  // Or the writers of this process would keep conflicting with each other.
  private async oneAfterAnother<T>(stream: string, work: () => Promise<T>): Promise<T> {
    const mine = (this.busy.get(stream) ?? Promise.resolve()).then(work, work);
    this.busy.set(stream, mine);
    try {
      return await mine;
    } finally {
      if (this.busy.get(stream) === mine) this.busy.delete(stream);
    }
  }
}

const answer = ({ event: { stream, revision, position, recordedAt } }: Stored, repeated: boolean): Appended => ({
  stream,
  revision,
  position,
  recordedAt,
  repeated,
});

/** The last event of the same append in a part of the stream. */
function earlierAppend(part: readonly Stored[], events: readonly NewEvent[]): Stored | undefined {
  const from = part.findIndex(({ event }) => event.id === events[0]!.id);
  if (from === -1) return undefined;
  const there = part.slice(from, from + events.length);
  if (events.every(({ id }, offset) => there[offset]?.event.id === id)) return there.at(-1);
  throw new DuplicateEventId(events[0]!.id);
}

function refuseTwice(events: readonly NewEvent[]): void {
  const seen = new Set<string>();
  for (const { id } of events) if (seen.size === seen.add(id).size) throw new DuplicateEventId(id);
}
