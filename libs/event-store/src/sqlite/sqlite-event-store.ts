import { join } from 'node:path';
import type { OpenSqlite, SqliteDatabase } from '@app/sqlite';
import { checkAppend } from '../check-append';
import { type Clock, systemClock } from '../clock';
import { EventStoreUnavailable } from '../errors';
import { type Appended, type Bound, EventStore, type ExpectedRevision, type NewEvent, type Position } from '../event-store';
import type { RecordedEvent, Scan, ScannedEvent, Subscriber, Subscription, Verification } from '../event-store';
import { Followers } from '../following';
import { GroupCommit } from '../group-commit';
import { lockDataFolder } from './data-folder-lock';
import { openForReading, openForWriting } from './event-file';
import { EventReader } from './event-reader';
import { EventWriter } from './event-writer';
import { PendingAppend } from './pending-append';
import { verifyChain } from './verify-chain';

export interface SqliteEventStoreSettings {
  /** For a look at a folder that a running server may hold. */
  readonly readOnly?: boolean;
  readonly clock?: Clock;
  /** Opens the files; replaced where a spec needs a failing disk. */
  readonly open?: OpenSqlite;
}

/** The log in one SQLite file, `events.db`, of a data folder that this process alone writes. */
export class SqliteEventStore extends EventStore {
  private readonly reader: EventReader;
  private readonly followers: Followers;
  private readonly commits = new GroupCommit<PendingAppend>((group) => this.commit(group));
  private closed = false;

  /** @throws DataFolderInUse, DataFolderTooNew */
  static open(folder: string, { readOnly = false, clock = systemClock, open }: SqliteEventStoreSettings = {}): SqliteEventStore {
    const file = join(folder, 'events.db');
    if (readOnly) return new SqliteEventStore(openForReading(file, open));
    const unlock = lockDataFolder(folder);
    try {
      const writer = new EventWriter(openForWriting(file, open), clock);
      return new SqliteEventStore(openForReading(file, open), writer, unlock);
    } catch (error) {
      unlock();
      throw error;
    }
  }

  private constructor(
    private readonly database: SqliteDatabase,
    private readonly writer?: EventWriter,
    private readonly unlock?: () => void,
  ) {
    super();
    this.reader = new EventReader(database);
    const head = () => this.headNow();
    this.followers = new Followers({
      head,
      read: (after, limit) => this.writer?.recent.after(after, limit) ?? this.reader.all(after, limit),
    });
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    checkAppend(stream, expected, events);
    const trouble = this.trouble();
    if (trouble !== undefined) throw new EventStoreUnavailable(trouble);
    return new Promise((resolve, reject) => this.commits.add(new PendingAppend(stream, expected, events, resolve, reject)));
  }

  async readStream(stream: string, from = 0, limit = -1): Promise<readonly RecordedEvent[]> {
    return this.reader.stream(stream, from, limit);
  }

  async readAll(after: Position, limit: number): Promise<readonly RecordedEvent[]> {
    return this.reader.all(after, limit);
  }

  async scan(part: Scan): Promise<readonly ScannedEvent[]> {
    return this.reader.scan(part);
  }

  async lastUntil(bound: Bound): Promise<RecordedEvent | undefined> {
    return this.reader.lastUntil(bound);
  }

  subscribe(after: Position, subscriber: Subscriber): Subscription {
    return this.followers.follow(after, subscriber);
  }

  async head(): Promise<Position> {
    return this.headNow();
  }

  verify(progress?: (checked: number) => void, upTo = this.headNow()): Promise<Verification> {
    return verifyChain(this.database, Math.min(upTo, this.headNow()), progress);
  }

  async hashAt(position: Position): Promise<string | undefined> {
    return this.reader.hashAt(position);
  }

  trouble(): string | undefined {
    if (this.closed) return 'the event store is closed';
    return this.writer ? this.writer.trouble : 'the event store was opened for reading only';
  }

  async close(): Promise<void> {
    if (this.closed) return;
    await this.followers.stop();
    this.closed = true;
    await this.commits.drain();
    this.reader.close();
    this.writer?.close();
    if (this.writer?.trouble === undefined) this.unlock?.();
  }

  private headNow(): Position {
    return this.writer ? this.writer.head : this.reader.head();
  }

  private commit(group: readonly PendingAppend[]): void {
    const writer = this.writer!;
    try {
      const outcomes = writer.record(group);
      for (const [index, append] of group.entries()) append.answer(outcomes[index]!);
    } catch (error) {
      for (const append of group) append.reject(error);
    }
    this.followers.committed();
    if (writer.isTidyDue) setImmediate(() => this.closed || writer.tidy());
  }
}
