import { createHash } from 'node:crypto';
import { hexToUuid } from '../event-id';
import type { EventStore, Position, RecordedEvent } from '../event-store';
import type { EventStoreDbEventStore } from './event-store-db-event-store';
import type { Parts } from './parts';
import { propose, type Proposed, sizeOf } from './proposal';

const pageSize = 1_000;
/** In one append; EventStoreDB takes a mebibyte unless it was told otherwise. */
const mostBytes = 900_000;
const mostEvents = 500;

/** The log cannot be brought over to this place. */
export class CannotBringOver extends Error {
  override readonly name = 'CannotBringOver';
}

interface Run {
  readonly stream: string;
  readonly firstRevision: number;
  readonly events: Proposed[];
  bytes: number;
}

/**
 * Brings the events of another log over, in their order and with their ids, positions and times, so that the hash chain at every
 * position stays the very same. Nobody else may write to the namespace meanwhile, nor to the old log from then on.
 *
 *   const move = await BringOver.open(store);          // where an earlier run broke off
 *   await move.add(events);                            // the events after move.upTo, in pages of any size
 */
export class BringOver {
  /** @throws CannotBringOver when events were recorded here already */
  static async open(to: EventStoreDbEventStore): Promise<BringOver> {
    const last = await to.parts.reader.last();
    if (last && !last.isBroughtOver) throw new CannotBringOver('目标命名空间已有自己的事件 (the namespace has events of its own already)');
    return new BringOver(to.parts, last?.event.position ?? 0, await to.parts.migration.count());
  }

  private constructor(
    private readonly parts: Parts,
    /** The position in the old log up to which it was brought over. */
    public upTo: Position,
    private marks: number,
  ) {}

  /** Events up to `upTo` are passed over. One append after another: only so is the order certain to be the old one. */
  async add(events: readonly RecordedEvent[]): Promise<void> {
    const missing = events.filter(({ position }) => position > this.upTo);
    for (const run of runsOf(missing)) await this.append(run);
    const last = missing.at(-1);
    if (last) await this.mark(last.position);
  }

  private async append({ stream, firstRevision, events }: Run): Promise<void> {
    const expected = firstRevision === 0 ? 'none' : firstRevision - 1;
    const outcome = await this.parts.recorder.record({ stream: this.parts.names.inside(stream), expected, events });
    if (outcome.kind === 'refused' || outcome.revision !== firstRevision + events.length - 1)
      throw new CannotBringOver(`事件流 ${stream} 与原库不一致 (the stream ${stream} is not as it was in the old log)`);
  }

  private async mark(position: Position): Promise<void> {
    const last = await this.parts.reader.last();
    if (last?.event.position !== position)
      throw new CannotBringOver(`位置 ${position} 未在末尾 (the event of ${position} is not the last one: somebody else is writing)`);
    // Events recorded here later get their commit position: it has to be beyond all positions of the old log.
    if (last.commit < position)
      throw new CannotBringOver(`原库的位置 ${position} 大于此库 (position ${position} of the old log is beyond this store's own)`);
    const { names, migration, positions } = this.parts;
    const id = hexToUuid(createHash('sha256').update(`${names.migration}\0${position}`).digest('hex').slice(0, 32));
    if (!(await migration.set(this.marks, id, { position, commit: last.commit })))
      throw new CannotBringOver('另一个迁移正在进行 (somebody else is bringing events over)');
    positions.learn(last);
    this.marks += 1;
    this.upTo = position;
  }
}

/** Brings over all of a log, or what is missing of it; tells how far it has come. Returns the last position. */
export async function bringOver(from: EventStore, to: EventStoreDbEventStore, progress?: (upTo: Position) => void): Promise<Position> {
  const move = await BringOver.open(to);
  for (;;) {
    const events = await from.readAll(move.upTo, pageSize);
    if (events.length === 0) return move.upTo;
    await move.add(events);
    progress?.(move.upTo);
  }
}

/** Events that follow each other in one stream, as one append takes them. */
function runsOf(events: readonly RecordedEvent[]): Run[] {
  const runs: Run[] = [];
  for (const event of events) {
    const { stream, revision, position, recordedAt } = event;
    const proposed = propose(event, { original: { position, recordedAt } });
    const bytes = sizeOf(proposed);
    const run = runs.at(-1);
    if (run?.stream === stream && run.events.length < mostEvents && run.bytes + bytes < mostBytes) {
      run.events.push(proposed);
      run.bytes += bytes;
    } else runs.push({ stream, firstRevision: revision, events: [proposed], bytes });
  }
  return runs;
}
