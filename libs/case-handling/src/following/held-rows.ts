import type { EventStore } from '@app/event-store';
import type { RowChanges } from '@app/projections';
import type { HeldSegment, Parking, SharedRows } from '@app/read-store';
import { type Decoded, decodeAll } from './decoding';
import { projectDecoded } from './project';
import { mayConcern, projectionsOf, type SegmentPart } from './segment-part';

/** Segments that stand together, and where the next of the others stand. */
export interface Lowest {
  readonly segments: readonly number[];
  readonly position: number;
  readonly next: number | undefined;
}

export interface HeldRowsWatcher {
  changed(changes: RowChanges): void;
  parked(stream: string, segment: number, position: number, error: string): void;
}

/**
 * The segments that a process holds, moved along the log. What a segment's rows are follows from the log alone, never from which other
 * segments are in the same hands: so a stream waits in each segment for itself.
 */
export class HeldRows {
  private readonly segments = new Map<number, HeldSegment>();
  private readonly waiting = new Map<number, Set<string>>();
  private readonly all: SegmentPart;

  private constructor(
    private readonly rows: SharedRows,
    private readonly owner: string,
    held: readonly HeldSegment[],
    private readonly watcher: HeldRowsWatcher,
  ) {
    for (const each of held) this.segments.set(each.segment, each);
    this.all = { count: rows.segmentCount, segments: new Set(this.segments.keys()) };
  }

  /** From what is in the database, and nothing else. */
  static async open(rows: SharedRows, owner: string, held: readonly HeldSegment[], watcher: HeldRowsWatcher): Promise<HeldRows> {
    const opened = new HeldRows(rows, owner, held, watcher);
    for (const { segment, stream } of await rows.parkedIn(held)) opened.waitingIn(segment).add(stream);
    return opened;
  }

  /** Whether these are the same segments, held under the same tokens. */
  equals(held: readonly HeldSegment[]): boolean {
    return held.length === this.segments.size && held.every(({ segment, token }) => this.segments.get(segment)?.token === token);
  }

  get size(): number {
    return this.segments.size;
  }

  lowest(): Lowest {
    const held = [...this.segments.values()];
    const position = Math.min(...held.map((each) => each.position));
    const above = held.filter((each) => each.position > position).map((each) => each.position);
    return {
      segments: held.filter((each) => each.position === position).map(({ segment }) => segment),
      position,
      next: above.length === 0 ? undefined : Math.min(...above),
    };
  }

  decode(events: Parameters<typeof decodeAll>[0]): Decoded {
    return decodeAll(events.filter((event) => mayConcern(this.all, event)));
  }

  /**
   * Moves segments that stand at one position to another, by the events between.
   * @throws LeaseLost, CheckpointMoved: somebody else has moved them; some of the segments may have been moved all the same
   */
  async advance(segments: readonly number[], events: Decoded, to: number): Promise<void> {
    for (const group of this.groupsFor(segments, events)) await this.advanceGroup(group, events, to);
  }

  async retryAsked(store: EventStore): Promise<void> {
    if (this.waiting.size === 0) return;
    const held = [...this.segments.values()];
    const asked = new Set(await this.rows.retriesAsked(held));
    if (asked.size === 0) return;
    for (const { segment, stream, position } of await this.rows.parkedIn(held))
      if (asked.has(stream)) await this.retry(store, segment, stream, position);
  }

  private async retry(store: EventStore, segment: number, stream: string, from: number): Promise<void> {
    const { position } = this.segments.get(segment)!;
    const events = (await store.readStream(stream)).filter((event) => event.position >= from && event.position <= position);
    const { changes, park } = await this.project([segment], decodeAll(events), new Set());
    const healed = park.length === 0;
    await this.write([segment], changes, position, healed ? { unpark: [stream] } : { park });
    if (healed) this.waitingIn(segment).delete(stream);
  }

  /** A segment in which a stream of the batch waits goes by itself; the others go together. */
  private groupsFor(segments: readonly number[], { read, unreadable }: Decoded): readonly (readonly number[])[] {
    if (this.waiting.size === 0) return [segments];
    const streams = new Set([...read, ...unreadable].map(({ stream }) => stream));
    const alone = segments.filter((segment) => [...this.waitingIn(segment)].some((stream) => streams.has(stream)));
    const together = segments.filter((segment) => !alone.includes(segment));
    return [...(together.length > 0 ? [together] : []), ...alone.map((segment) => [segment])];
  }

  private async advanceGroup(group: readonly number[], events: Decoded, to: number): Promise<void> {
    const waiting = group.length === 1 ? this.waitingIn(group[0]!) : new Set<string>();
    const { changes, park } = await this.project(group, events, waiting);
    if (park.length > 0 && group.length > 1) {
      for (const segment of group) await this.advanceGroup([segment], events, to);
      return;
    }
    await this.write(group, changes, to, { park });
  }

  private project(group: readonly number[], { read, unreadable }: Decoded, waiting: ReadonlySet<string>) {
    const part: SegmentPart = { count: this.all.count, segments: new Set(group) };
    const own = { read, unreadable: unreadable.filter((event) => mayConcern(part, event)) };
    return projectDecoded(this.rows, own, waiting, projectionsOf(part));
  }

  private async write(group: readonly number[], changes: RowChanges, to: number, parking: Parking): Promise<void> {
    const held = group.map((segment) => this.segments.get(segment)!);
    const from = held[0]!.position;
    await this.rows.applyHeld(changes, { owner: this.owner, held, from, to }, parking);
    for (const each of held) this.segments.set(each.segment, { ...each, position: to });
    for (const { stream, position, error } of parking.park ?? []) {
      this.waitingIn(group[0]!).add(stream);
      this.watcher.parked(stream, group[0]!, position, error);
    }
    this.watcher.changed(changes);
  }

  private waitingIn(segment: number): Set<string> {
    const known = this.waiting.get(segment) ?? new Set();
    this.waiting.set(segment, known);
    return known;
  }
}
