import type { SqliteDatabase, SqliteStatement } from '@app/sqlite';
import { hexToUuid, uuidToBytes } from '../event-id';
import type { KnownPlaces, Place } from '../judge-append';
import { StreamHeads } from './stream-heads';

/** What the writer asks the log, inside its own transaction. */
export class EventPlaces implements KnownPlaces {
  private readonly heads: StreamHeads;
  private readonly byRevision: SqliteStatement;
  private readonly byId: SqliteStatement;

  constructor(database: SqliteDatabase) {
    const select = 'SELECT lower(hex(id)) AS id, stream, revision, position, recorded_at AS recordedAt FROM events';
    this.heads = new StreamHeads(database);
    this.byRevision = database.prepare(`${select} WHERE stream = ? AND revision = ?`);
    this.byId = database.prepare(`${select} WHERE id = ?`);
  }

  lastRevision(stream: string): number {
    return this.heads.of(stream);
  }

  at(stream: string, revision: number): Place | undefined {
    return place(this.byRevision.get(stream, revision));
  }

  find(id: string): Place | undefined {
    return place(this.byId.get(uuidToBytes(id)));
  }

  moveHead(stream: string, revision: number): void {
    this.heads.set(stream, revision);
  }

  forget(): void {
    this.heads.forget();
  }
}

function place(row: unknown): Place | undefined {
  const found = row as Place | undefined;
  return found && { ...found, id: hexToUuid(found.id) };
}
