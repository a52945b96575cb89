import { existsSync } from 'node:fs';
import { openSqlite, type OpenSqlite, type SqliteDatabase } from '@app/sqlite';
import { bringUpToDate, type FileFormat, refuseForeign, refuseOlder } from './file-format';

// The stream's name stands in every row: a table of streams with integer ids was no faster (22 to 34 µs an append
// either way, whichever ran first), takes 5 % less room and costs readers a join.
const eventLog: FileFormat = {
  name: 'the event log',
  applicationId: 0x68795f65, // hy_e
  steps: [
    `CREATE TABLE events (
       position    INTEGER PRIMARY KEY,
       stream      TEXT NOT NULL,
       revision    INTEGER NOT NULL,
       id          BLOB NOT NULL,
       type        TEXT NOT NULL,
       recorded_at TEXT NOT NULL,
       data        TEXT NOT NULL,
       metadata    TEXT NOT NULL,
       personal    BLOB,
       hash        BLOB NOT NULL
     ) STRICT;
     CREATE UNIQUE INDEX events_by_stream ON events (stream, revision);
     CREATE UNIQUE INDEX events_by_id ON events (id);
     CREATE TRIGGER events_are_not_altered BEFORE UPDATE ON events
       BEGIN SELECT RAISE(ABORT, 'a recorded event is not altered'); END;
     CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
       BEGIN SELECT RAISE(ABORT, 'a recorded event is not deleted'); END;`,
  ],
};

/** The connection that writes. It copies its write-ahead log itself (`EventWriter`), so that no failure of that is lost. */
export function openForWriting(file: string, open: OpenSqlite = openSqlite): SqliteDatabase {
  const check = (database: SqliteDatabase) => refuseForeign(database, eventLog);
  const database = open(file, { synchronous: 'FULL', walAutocheckpoint: 0, cacheMebibytes: 32, check });
  bringUpToDate(database, eventLog);
  // Makes INSERT OR REPLACE fire the trigger against deletion as well.
  database.exec('PRAGMA recursive_triggers = ON');
  return database;
}

/** A connection that only reads; it may stand beside another process that writes. */
export function openForReading(file: string, open: OpenSqlite = openSqlite): SqliteDatabase {
  if (!existsSync(file)) throw new Error(`there is no event log at ${file}`);
  const check = (database: SqliteDatabase) => {
    refuseForeign(database, eventLog);
    refuseOlder(database, eventLog);
  };
  return open(file, { synchronous: 'FULL', readOnly: true, cacheMebibytes: 32, check });
}
