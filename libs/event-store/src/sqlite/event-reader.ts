import type { SqliteDatabase, SqliteStatement } from '@app/sqlite';
import { noEvents, type Position, type RecordedEvent, type Scan, type ScannedEvent } from '../event-store';
import { eventColumns, type EventRow, readEvent, readScanned, type ScannedRow, scannedColumns } from './event-rows';

/** Reads events on a connection of its own. */
export class EventReader {
  private readonly afterPosition: SqliteStatement;
  private readonly ofStream: SqliteStatement;
  private readonly lastPosition: SqliteStatement;
  private readonly hashOf: SqliteStatement;
  private readonly scans = new Map<number, SqliteStatement>();

  constructor(private readonly database: SqliteDatabase) {
    this.afterPosition = rows(database, 'WHERE position > ? ORDER BY position LIMIT ?');
    this.ofStream = rows(database, 'WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?');
    this.hashOf = database.prepare('SELECT lower(hex(hash)) AS hash FROM events WHERE position = ?');
    this.lastPosition = database.prepare('SELECT max(position) AS head FROM events');
  }

  all(after: Position, limit: number): RecordedEvent[] {
    return (this.afterPosition.all(after, limit) as EventRow[]).map(readEvent);
  }

  stream(stream: string, from: number, limit: number): RecordedEvent[] {
    return (this.ofStream.all(stream, from, limit) as EventRow[]).map(readEvent);
  }

  scan({ after, upTo, limit, types }: Scan): ScannedEvent[] {
    if (types?.length === 0) return [];
    const found = this.scanFor(types?.length ?? 0).all(after, upTo, ...(types ?? []), limit) as ScannedRow[];
    return found.map(readScanned);
  }

  hashAt(position: Position): string | undefined {
    return (this.hashOf.get(position) as { hash: string } | undefined)?.hash;
  }

  head(): Position {
    return (this.lastPosition.get() as { head: number | null }).head ?? noEvents;
  }

  private scanFor(types: number): SqliteStatement {
    const known = this.scans.get(types);
    if (known) return known;
    const among = types > 0 ? `AND type IN (${Array.from({ length: types }, () => '?').join(', ')})` : '';
    const statement = rows(this.database, `WHERE position > ? AND position <= ? ${among} ORDER BY position LIMIT ?`, scannedColumns);
    this.scans.set(types, statement);
    return statement;
  }

  close(): void {
    this.database.close();
  }
}

function rows(database: SqliteDatabase, where: string, columns = eventColumns): SqliteStatement {
  const statement = database.prepare(`SELECT ${columns} FROM events ${where}`);
  statement.setReturnArrays(true);
  return statement;
}
