/** A place in the global order of commits. Positions rise with every committed event, not always by one, and are never reused. */
export type Position = number;

/** What the writer believes about the stream: its last revision, or that it is new, is there, or does not matter. */
export type ExpectedRevision = number | 'none' | 'exists' | 'any';

/** An event to be recorded. `data` and `metadata` are exact JSON texts: stored, hashed and returned byte for byte. */
export interface NewEvent {
  /** UUIDv7; kept over every retry of the same append. */
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
  /** Encrypted personal data; the store does not know what is in it. */
  readonly personal?: Uint8Array | undefined;
}

export interface RecordedEvent extends NewEvent {
  readonly stream: string;
  /** Place in the stream, from 0. */
  readonly revision: number;
  readonly position: Position;
  /** RFC 3339 instant in UTC with milliseconds: when the store learned of it. */
  readonly recordedAt: string;
}

/** What whoever folds a long log needs of each event, and no more: fewer bytes are fetched, and fewer objects made. */
export type ScannedEvent = Pick<RecordedEvent, 'position' | 'stream' | 'revision' | 'type' | 'recordedAt' | 'data' | 'metadata'>;

export interface Scan {
  /** Exclusive. */
  readonly after: Position;
  /** Inclusive. */
  readonly upTo: Position;
  readonly limit: number;
  /** Of these types only. */
  readonly types?: readonly string[] | undefined;
}

/** Where to stop looking: a position, or an instant (RFC 3339 in UTC with milliseconds). */
export type Bound = { readonly position: Position } | { readonly recordedAt: string };

export interface Appended {
  readonly stream: string;
  /** Revision and position of the last event of this append. */
  readonly revision: number;
  readonly position: Position;
  /** When the store recorded it, RFC 3339 in UTC. */
  readonly recordedAt: string;
  /** True when the same event ids were already there: the first answer, given again. */
  readonly repeated: boolean;
}

/** Follows the log. `handle` is awaited before the next batch is read: a slow subscriber is never flooded. */
export interface Subscriber {
  /** Most events in one batch. */
  readonly batchSize: number;
  /** Called with events in commit order; no event is skipped or given twice while it does not throw. */
  handle(events: readonly RecordedEvent[]): Promise<void>;
  /** Called whenever everything committed so far has been handled. */
  caughtUp?(position: Position): void;
  /** Called once when `handle` has thrown: the subscription has ended. */
  failed(error: unknown): void;
}

export interface Subscription {
  /** The position of the last event handled. */
  readonly position: Position;
  /** Ends after the batch that is being handled. */
  stop(): Promise<void>;
}

export interface Verification {
  readonly checked: number;
  /** The chain's last hash, hexadecimal; what to print on paper or keep elsewhere. */
  readonly digest: string;
  /** The first position whose content does not agree with its hash; absent when all agree. */
  readonly firstBad?: Position;
}

export const noEvents: Position = 0;

/** The log of record. Every adapter passes `eventStoreContract` in @app/testing. */
export abstract class EventStore {
  /** Whether other processes append to this log too. */
  readonly shared: boolean = false;

  /**
   * Records `events` at the end of `stream` and resolves when they are durable.
   * An append whose event ids are already in the stream at the expected place is answered with `repeated: true`.
   * @throws RevisionConflict the stream is not where the writer expected; nothing was recorded
   * @throws DuplicateEventId an id is known elsewhere; nothing was recorded
   * @throws EventStoreFull no room; nothing was recorded
   * @throws EventStoreUnavailable the store has stopped accepting; the outcome is unknown only where the error says so
   */
  abstract append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended>;

  /** The events of one stream from `from` (inclusive, default 0), in order; an unknown stream is empty. */
  abstract readStream(stream: string, from?: number, limit?: number): Promise<readonly RecordedEvent[]>;

  /** Events of all streams after `after` (exclusive), in commit order. */
  abstract readAll(after: Position, limit: number): Promise<readonly RecordedEvent[]>;

  /** The essentials of the events of all streams in a part of the log, in commit order; fewer than `limit` when there are no more. */
  abstract scan(part: Scan): Promise<readonly ScannedEvent[]>;

  /** The last event up to and with a position, or recorded up to and at an instant; undefined when there is none. */
  abstract lastUntil(bound: Bound): Promise<RecordedEvent | undefined>;

  /** Follows from `after` (exclusive): first what is there, then what comes, without a gap or a repeat. */
  abstract subscribe(after: Position, subscriber: Subscriber): Subscription;

  /** The last committed position; `noEvents` for an empty store. */
  abstract head(): Promise<Position>;

  /** Recomputes the hash chain, up to a position where one is stated. `progress` is told how many events have been checked. */
  abstract verify(progress?: (checked: number) => void, upTo?: Position): Promise<Verification>;

  /** The chain's hash up to and with a position, hexadecimal, as it was recorded; undefined where there is no such event. */
  abstract hashAt(position: Position): Promise<string | undefined>;

  /**
   * What one process of an installation does for the log as it grows; without it the log only becomes slower. Undefined where there is nothing
   * to do. `failed` is told once when it had to stop.
   */
  keepUp?(failed: (error: unknown) => void): Promise<Subscription>;

  /** Reason why nothing can be appended, or undefined while all is well. */
  abstract trouble(): string | undefined;

  abstract close(): Promise<void>;
}
