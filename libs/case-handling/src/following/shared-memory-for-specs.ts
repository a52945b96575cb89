import { type RowChanges } from '@app/projections';
import {
  CheckpointMoved,
  type HeldSegment,
  type Lease,
  LeaseLost,
  openReadStore,
  type Parking,
  type ReadStore,
  type SegmentParked,
  type SegmentsAdvance,
  type SharedRows,
} from '@app/read-store';
import { rowsCheckpoint } from './projector';

interface Segment {
  position: number;
  owner: string;
  token: number;
  until: number;
}

/** Rows in memory that several "processes" of one spec share; of `SharedRows` what followers need. */
export class SharedMemory {
  readonly segments: Segment[];
  private readonly members = new Map<string, number>();
  private readonly leases = new Map<string, { owner: string; token: number; until: number }>();
  private readonly waiting = new Map<string, SegmentParked>();
  private readonly asked = new Set<string>();
  private readonly listeners = new Set<() => void>();
  private applied = 0;
  private tokens = 0;
  private standing: number | undefined;

  private constructor(
    readonly rows: ReadStore,
    count: number,
  ) {
    this.segments = Array.from({ length: count }, () => ({ position: 0, owner: '', token: 0, until: 0 }));
  }

  static async open(count: number): Promise<SharedMemory> {
    return new SharedMemory(await openReadStore({ memory: true }), count);
  }

  /** The rows as one process sees them. */
  handle(): SharedRows {
    const own: Partial<SharedRows> = {
      segmentCount: this.segments.length,
      generation: '1',
      generationOutdated: undefined,
      close: async () => undefined,
      hold: async (owner, leaseMs) => this.hold(owner, leaseMs),
      release: async (owner) => this.release(owner),
      applyHeld: (changes, advance, parking) => this.applyHeld(changes, advance, parking),
      segments: async () =>
        this.segments.map(({ position, owner, until }, segment) => ({ segment, position, owner: this.isOver(until) ? '' : owner })),
      lease: async (name, owner, leaseMs) => this.lease(name, owner, leaseMs),
      standstill: async () => this.standing,
      still: async (work) => {
        this.standing = Math.max(...this.segments.map(({ position }) => position));
        try {
          while (this.lowest() < this.standing) {
            this.standing = Math.max(...this.segments.map(({ position }) => position));
            await new Promise((resolve) => setTimeout(resolve, 2));
          }
          return await work(this.standing);
        } finally {
          this.standing = undefined;
        }
      },
      askRetry: async (stream) => {
        this.asked.add(stream);
        this.tell();
      },
      parked: async () => [...this.waiting.values()],
      parkedIn: async (held) => [...this.waiting.values()].filter(({ segment }) => held.some((each) => each.segment === segment)),
      retriesAsked: async (held) =>
        [...this.waiting.values()]
          .filter(({ segment, stream }) => this.asked.has(stream) && held.some((each) => each.segment === segment))
          .map(({ stream }) => stream),
      checkpoint: async (name) => (name === rowsCheckpoint ? this.lowest() : this.rows.checkpoint(name)),
      reached: async (_, position, timeoutMs) => this.reached(position, timeoutMs),
      onNews: (listener) => {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
      },
    };
    return new Proxy(this.rows, {
      get: (rows, name) => {
        const value: unknown = own[name as keyof SharedRows] ?? Reflect.get(rows, name);
        return typeof value === 'function' && !(name in own) ? value.bind(rows) : value;
      },
      has: (rows, name) => name in own || name in rows,
    }) as unknown as SharedRows;
  }

  lowest(): number {
    return Math.min(...this.segments.map(({ position }) => position));
  }

  /** As if the leases had ended: nobody has noticed yet. */
  expire(segments: readonly number[]): void {
    for (const segment of segments) this.segments[segment]!.until = 0;
  }

  private isOver(until: number): boolean {
    return until < performance.now();
  }

  private hold(owner: string, leaseMs: number): readonly HeldSegment[] {
    const until = performance.now() + leaseMs;
    this.members.set(owner, until);
    for (const [member, its] of this.members) if (this.isOver(its)) this.members.delete(member);
    const before = [...this.members.keys()].filter((member) => member < owner).length;
    const [share, rest] = [Math.floor(this.segments.length / this.members.size), this.segments.length % this.members.size];
    const due = share + (before < rest ? 1 : 0);
    const mine = this.segments.filter((each) => each.owner === owner);
    for (const each of mine.slice(due)) each.owner = '';
    for (const each of mine.slice(0, due)) each.until = until;
    const free = this.segments.filter((each) => each.owner === '' || (each.owner !== owner && this.isOver(each.until)));
    for (const each of free.slice(0, Math.max(0, due - mine.length))) Object.assign(each, { owner, until, token: ++this.tokens });
    return this.segments.flatMap(({ position, token, owner: its }, segment) => (its === owner ? [{ segment, token, position }] : []));
  }

  private release(owner: string): void {
    this.members.delete(owner);
    for (const each of this.segments) if (each.owner === owner) each.owner = '';
    for (const [name, each] of this.leases) if (each.owner === owner) this.leases.delete(name);
  }

  private lease(name: string, owner: string, leaseMs: number): Lease | undefined {
    const before = this.leases.get(name);
    if (before && before.owner !== owner && !this.isOver(before.until)) return undefined;
    const token = before?.owner === owner ? before.token : ++this.tokens;
    this.leases.set(name, { owner, token, until: performance.now() + leaseMs });
    return { name, token };
  }

  private async applyHeld(changes: RowChanges, { owner, held, from, to }: SegmentsAdvance, { park = [], unpark = [] }: Parking = {}) {
    for (const { segment, token } of held)
      if (this.segments[segment]!.owner !== owner || this.segments[segment]!.token !== token) throw new LeaseLost(`segment ${segment}`);
    for (const { segment } of held) if (this.segments[segment]!.position !== from) throw new CheckpointMoved(rowsCheckpoint, from);
    for (const { segment } of held) {
      this.segments[segment]!.position = to;
      for (const stream of unpark) this.waiting.delete(`${segment} ${stream}`);
      for (const each of park) this.waiting.set(`${segment} ${each.stream}`, { ...each, segment });
    }
    for (const stream of [...unpark, ...park.map((each) => each.stream)]) this.asked.delete(stream);
    // A name of its own for each: these rows' one checkpoint would be in the way.
    await this.rows.apply(changes, { name: `move ${++this.applied}`, from: 0, to: 1 });
    this.tell();
  }

  private async reached(position: number, timeoutMs: number): Promise<boolean> {
    for (const until = performance.now() + timeoutMs; this.lowest() < position; ) {
      if (performance.now() > until) return false;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    return true;
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
