import type { RowChanges } from '@app/projections';
import type { ParkedCase, Parking, ReadStore } from './read-store';

/** What one process may do alone for a while, fenced by a token that rises whenever the lease changes hands. */
export interface Lease {
  readonly name: string;
  readonly token: number;
}

/** A part of the rows, by the hash of their keys, that this process keeps. */
export interface HeldSegment {
  readonly segment: number;
  readonly token: number;
  /** The last position of which its rows tell. */
  readonly position: number;
}

/** A segment as anybody may see it. */
export interface SegmentState {
  readonly segment: number;
  readonly position: number;
  /** Empty while nobody keeps it. */
  readonly owner: string;
}

/** The move of several held segments that stand at the same position. */
export interface SegmentsAdvance {
  readonly owner: string;
  readonly held: readonly HeldSegment[];
  readonly from: number;
  readonly to: number;
}

/** A stream that waits in one segment: another segment may have parked it at another event, or not at all. */
export interface SegmentParked extends ParkedCase {
  readonly segment: number;
}

/** Somebody else has taken over: whatever was about to be written is theirs to write. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
  constructor(what: string) {
    super(`${what} is kept by another process now`);
  }
}

/**
 * Rows that several processes keep together. Every row belongs to one segment, by its key, and a segment to one process at a time.
 * `checkpoint('rows')` is the position that all segments have reached.
 */
export interface SharedRows extends ReadStore {
  /** How many segments the rows of this generation are cut into; fixed when it is made. */
  readonly segmentCount: number;

  /**
   * Says that `owner` is alive, takes what segments are free or whose owner is not heard of any more, up to a fair share among the living,
   * gives back what is beyond it, and renews the others. Gives those it holds now. `owner` names one start of one process: two never share one.
   */
  hold(owner: string, leaseMs: number): Promise<readonly HeldSegment[]>;

  /** Gives back everything this owner holds, leases too, so that others need not wait. */
  release(owner: string): Promise<void>;

  /**
   * As `apply`, for held segments. What is parked and unparked is so in these segments; for a retry of some of them `from` equals `to`.
   * @throws LeaseLost when one of them is held by somebody else; nothing was changed
   * @throws CheckpointMoved when one of them does not stand at `from`; nothing was changed
   */
  applyHeld(changes: RowChanges, advance: SegmentsAdvance, parking?: Parking): Promise<void>;

  segments(): Promise<readonly SegmentState[]>;

  /** The lease, taken or renewed; undefined while somebody else has it. */
  lease(name: string, owner: string, leaseMs: number): Promise<Lease | undefined>;

  /** The position at which a reader has asked the segments to stand, so that it sees all rows as of one moment; undefined for none. */
  standstill(): Promise<number | undefined>;

  /**
   * Runs `work` on the rows as of one position, the same for all segments: everything it reads through this store is of that moment.
   * @throws RowsMoving when the segments cannot be brought to one position in time
   */
  still<T>(work: (position: number) => Promise<T>, timeoutMs?: number): Promise<T>;

  /** Asks whoever keeps the rows of a parked case to try it again. */
  askRetry(stream: string): Promise<void>;

  /** What is parked in the held segments, a line for each of them, by stream and segment. */
  parkedIn(held: readonly HeldSegment[]): Promise<readonly SegmentParked[]>;

  /** Streams that are parked in the held segments and that somebody has asked to be tried again. */
  retriesAsked(held: readonly HeldSegment[]): Promise<readonly string[]>;

  /** Tells of news by other processes: positions reached, retries asked, a standstill, another generation. Gives what ends it. */
  onNews(listener: () => void): () => void;

  /**
   * The generation that is still served to everybody while its rows are of older rules than this program's: this store has opened one of its
   * own rules instead, which is to be filled (as any other: `hold`, `applyHeld`) and then switched to. Undefined where the served one is open.
   */
  readonly generationOutdated: string | undefined;

  /** Makes an empty generation beside the one that is served and gives its name. */
  newGeneration(): Promise<string>;

  /** Drops every generation but the served one and this store's. */
  removeOldGenerations(): Promise<void>;
}

/** The store as one that several processes share; undefined where one process has it alone. */
export const sharedRows = (store: ReadStore): SharedRows | undefined => ('applyHeld' in store ? (store as SharedRows) : undefined);

/** The rows do not come to one position; to be asked again. */
export class RowsMoving extends Error {
  override readonly name = 'RowsMoving';
}

/** To which segment a row belongs: by the first cell of its key, so that what belongs to one case stays together. FNV-1a. */
export const segmentOf = (firstCell: string | number | null, count: number): number => {
  let hash = 0x811c9dc5;
  for (const char of String(firstCell)) {
    hash ^= char.codePointAt(0) as number;
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0) % count;
};
