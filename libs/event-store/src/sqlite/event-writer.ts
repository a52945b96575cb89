import { isUniqueViolation, type SqliteDatabase, type SqliteStatement } from '@app/sqlite';
import { type Clock, recordingTime } from '../clock';
import { uuidToBytes } from '../event-id';
import type { Appended, NewEvent, Position, RecordedEvent } from '../event-store';
import { chained } from '../hash-chain';
import { type Append, judgeAppend, refuseKnownIds } from '../judge-append';
import { DurableTransactions } from './durable-transactions';
import { EventPlaces } from './event-places';
import { lastLink, type Link } from './last-link';
import { RecentEvents } from './recent-events';

export type Outcome = Appended | Error;

// The write-ahead log is copied into the file when it has about so many pages (16 MiB); what it grows by was measured.
const mostPagesInLog = 4_096;
const pagesPerCommit = 3;
const pagesPerEvent = 0.15;
const pageSize = 4_096;

/** The one writer: gives positions in the order of commits and chains the hashes. */
export class EventWriter {
  readonly recent = new RecentEvents();
  private readonly transactions: DurableTransactions;
  private readonly places: EventPlaces;
  private readonly insert: SqliteStatement;
  private last: Link;
  private written: RecordedEvent[] = [];
  private pagesInLog = mostPagesInLog;

  constructor(
    private readonly database: SqliteDatabase,
    private readonly clock: Clock,
  ) {
    this.transactions = new DurableTransactions(database, 'the event log');
    this.places = new EventPlaces(database);
    this.insert = database.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
    this.last = lastLink(database);
  }

  get head(): Position {
    return this.last.position;
  }

  get trouble(): string | undefined {
    return this.transactions.trouble;
  }

  /** Records a group durably; an append that is refused does not keep the others out. Throws when the group failed. */
  record(group: readonly Append[]): Outcome[] {
    try {
      return this.commit(group, () => undefined);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      // An id is known already, which is rare: only now is it worth asking, append by append, whose.
      return this.commit(group, (append) => refuseKnownIds(append, this.places));
    }
  }

  get isTidyDue(): boolean {
    return this.pagesInLog >= mostPagesInLog;
  }

  /** Copies the write-ahead log into the file; best done while nobody waits. */
  tidy(): void {
    this.pagesInLog = 0;
    this.transactions.attempt(() => this.database.exec('PRAGMA wal_checkpoint(PASSIVE)'));
  }

  close(): void {
    this.transactions.close();
  }

  private commit(group: readonly Append[], refuse: (append: Append) => Error | undefined): Outcome[] {
    const outcomes = this.transact(group, refuse);
    // From here on the group is on the disk: nothing may call it failed any more.
    this.pagesInLog += pagesPerCommit;
    this.recent.add(this.written);
    return outcomes;
  }

  private transact(group: readonly Append[], refuse: (append: Append) => Error | undefined): Outcome[] {
    const before = this.last;
    this.written = [];
    try {
      return this.transactions.run(() => this.placeAll(group, refuse));
    } catch (error) {
      this.last = before;
      this.places.forget();
      throw error;
    }
  }

  private placeAll(group: readonly Append[], refuse: (append: Append) => Error | undefined): Outcome[] {
    const recordedAt = recordingTime(this.clock, this.last.recordedAt);
    return group.map((append) => {
      const verdict = judgeAppend(append, this.places);
      return verdict === 'record' ? (refuse(append) ?? this.place(append, recordedAt)) : verdict;
    });
  }

  private place({ stream, events }: Append, recordedAt: string): Appended {
    let revision = this.places.lastRevision(stream);
    for (const event of events) this.write(event, stream, ++revision, recordedAt);
    this.places.moveHead(stream, revision);
    return { stream, revision, position: this.last.position, recordedAt, repeated: false };
  }

  private write({ id, type, data, metadata, personal }: NewEvent, stream: string, revision: number, recordedAt: string): void {
    const position = this.last.position + 1;
    const event: RecordedEvent = { position, stream, revision, id, type, recordedAt, data, metadata, personal };
    const hash = chained(this.last.hash, event);
    const bytes = Buffer.from(hash, 'hex');
    this.insert.run(position, stream, revision, uuidToBytes(id), type, recordedAt, data, metadata, personal ?? null, bytes);
    this.written.push(event);
    this.last = { position, recordedAt, hash };
    this.pagesInLog += pagesPerEvent + data.length / pageSize;
  }
}
