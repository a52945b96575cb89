import type { SqliteDatabase, SqliteStatement } from '@app/sqlite';
import { type Bound, noEvents, type Position, type RecordedEvent, type Scan, type ScannedEvent } from '../event-store';
import { eventColumns, type EventRow, readEvent, readScanned, type ScannedRow, scannedColumns } from './event-rows';

/** Reads events on a connection of its own. */
export class EventReader {
  private readonly afterPosition: SqliteStatement;
  private readonly ofStream: SqliteStatement;
  private readonly lastPosition: SqliteStatement;
  private readonly hashOf: SqliteStatement;
  private readonly upToPosition: SqliteStatement;
  private readonly scans = new Map<number, SqliteStatement>();

  constructor(private readonly database: SqliteDatabase) {
    this.afterPosition = rows(database, 'WHERE position > ? ORDER BY position LIMIT ?');
    this.ofStream = rows(database, 'WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?');
    this.hashOf = database.prepare('SELECT lower(hex(hash)) AS hash FROM events WHERE position = ?');
    this.upToPosition = rows(database, 'WHERE position <= ? ORDER BY position DESC LIMIT 1');
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

  lastUntil(bound: Bound): RecordedEvent | undefined {
    const position = 'position' in bound ? bound.position : this.lastRecordedBy(bound.recordedAt);
    return (this.upToPosition.all(position) as EventRow[]).map(readEvent)[0];
  }

  hashAt(position: Position): string | undefined {
    return (this.hashOf.get(position) as { hash: string } | undefined)?.hash;
  }

  head(): Position {
    return (this.lastPosition.get() as { head: number | null }).head ?? noEvents;
  }

  /** Positions count events and rise with the time of recording. */
  private lastRecordedBy(instant: string): Position {
    let [known, beyond] = [noEvents, this.head() + 1];
    while (beyond - known > 1) {
      const middle = Math.floor((known + beyond) / 2);
      const [event] = this.all(middle - 1, 1);
      if (event && event.recordedAt <= instant) known = middle;
      else beyond = middle;
    }
    return known;
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
