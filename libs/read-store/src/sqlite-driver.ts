import { openSqlite, type SqliteDatabase, type SqliteStatement, type SqliteValue } from '@app/sqlite';

interface DriverOptions {
  readonly readonly?: boolean;
  readonly timeout?: number;
}

/** A prepared statement with the face of better-sqlite3's. */
class Statement {
  /** Whether running it gives rows. */
  readonly reader: boolean;

  constructor(private readonly statement: SqliteStatement) {
    this.reader = statement.columns().length > 0;
  }

  all(...values: SqliteValue[]): unknown[] {
    return this.statement.all(...values);
  }

  run(...values: SqliteValue[]): { changes: number | bigint; lastInsertRowid: number | bigint } {
    return this.statement.run(...values);
  }
}

/** What TypeORM's `better-sqlite3` driver asks of its package, over the SQLite that the rest of the program uses. */
export class SqliteDriver {
  private readonly database: SqliteDatabase;

  constructor(file: string, { readonly, timeout }: DriverOptions) {
    this.database = openSqlite(file, {
      // Rows follow from the log: a power cut may take the last commits, the follower then folds them again.
      synchronous: 'NORMAL',
      ...(readonly && { readOnly: true }),
      ...(timeout !== undefined && { busyTimeout: timeout }),
    });
  }

  prepare(sql: string): Statement {
    return new Statement(this.database.prepare(sql));
  }

  pragma(text: string): unknown[] {
    return this.database.prepare(`PRAGMA ${text}`).all();
  }

  close(): void {
    this.database.close();
  }
}
