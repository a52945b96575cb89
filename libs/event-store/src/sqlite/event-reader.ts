import type { SqliteDatabase, SqliteStatement } from '@app/sqlite';
import { noEvents, type Position, type RecordedEvent } from '../event-store';
import { eventColumns, type EventRow, readEvent } from './event-rows';

/** Reads events on a connection of its own. */
export class EventReader {
  private readonly afterPosition: SqliteStatement;
  private readonly ofStream: SqliteStatement;
  private readonly lastPosition: SqliteStatement;

  constructor(private readonly database: SqliteDatabase) {
    this.afterPosition = rows(database, 'WHERE position > ? ORDER BY position LIMIT ?');
    this.ofStream = rows(database, 'WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?');
    this.lastPosition = database.prepare('SELECT max(position) AS head FROM events');
  }

  all(after: Position, limit: number): RecordedEvent[] {
    return (this.afterPosition.all(after, limit) as EventRow[]).map(readEvent);
  }

  stream(stream: string, from: number, limit: number): RecordedEvent[] {
    return (this.ofStream.all(stream, from, limit) as EventRow[]).map(readEvent);
  }

  head(): Position {
    return (this.lastPosition.get() as { head: number | null }).head ?? noEvents;
  }

  close(): void {
    this.database.close();
  }
}

function rows(database: SqliteDatabase, where: string): SqliteStatement {
  const statement = database.prepare(`SELECT ${eventColumns} FROM events ${where}`);
  statement.setReturnArrays(true);
  return statement;
}
