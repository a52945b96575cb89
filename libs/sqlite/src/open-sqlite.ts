import { isSafeSqlite, oldestSafeSqlite } from './sqlite-version';
import { sqliteDriver } from './sqlite-driver';
import type { SqliteDatabase } from './sqlite-database';

export interface SqliteSettings {
  /** FULL: a commit survives a power cut. NORMAL: the last commits may be lost, the file stays whole. */
  readonly synchronous: 'FULL' | 'NORMAL';
  readonly readOnly?: boolean;
  /** How long a statement waits for another connection's lock, in milliseconds. */
  readonly busyTimeout?: number;
  /** Pages in the write-ahead log after which a commit copies it into the file; 0 leaves that to the caller. */
  readonly walAutocheckpoint?: number;
  readonly cacheMebibytes?: number;
  /** Mapping spares copying, but a bad disk then ends the process instead of failing a statement. */
  readonly mmapMebibytes?: number;
  /** Called before anything in the file is changed; throws to refuse it. */
  readonly check?: (database: SqliteDatabase) => void;
}

export type OpenSqlite = (file: string, settings: SqliteSettings) => SqliteDatabase;

/** Opens an SQLite file in WAL mode with the stated durability, and makes sure that it has it. */
export const openSqlite: OpenSqlite = (file, settings) => {
  const { readOnly = false, busyTimeout = 5_000, check } = settings;
  const database = new (sqliteDriver().DatabaseSync)(file, { readOnly, timeout: busyTimeout });
  try {
    refuseUnsafe(database);
    check?.(database);
    tune(database, settings);
    if (!readOnly) makeDurable(database, file, settings.synchronous);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
};

/** The single value of a PRAGMA or a query. */
export function scalar(database: SqliteDatabase, sql: string): unknown {
  return Object.values(database.prepare(sql).get() as object)[0];
}

function refuseUnsafe(database: SqliteDatabase): void {
  const version = String(scalar(database, 'SELECT sqlite_version()'));
  if (!isSafeSqlite(version)) throw new Error(`SQLite ${version} is not safe, ${oldestSafeSqlite} or newer is needed`);
}

function tune(database: SqliteDatabase, settings: SqliteSettings): void {
  const { walAutocheckpoint = 1_000, cacheMebibytes = 16, mmapMebibytes = 0 } = settings;
  database.exec(`PRAGMA cache_size = ${-1024 * cacheMebibytes}; PRAGMA mmap_size = ${mmapMebibytes * 2 ** 20}`);
  database.exec(`PRAGMA wal_autocheckpoint = ${walAutocheckpoint}`);
}

// Neither is taken on trust: `synchronous` is not kept in the file, and drivers differ in their default.
function makeDurable(database: SqliteDatabase, file: string, synchronous: 'FULL' | 'NORMAL'): void {
  const journal = scalar(database, 'PRAGMA journal_mode = WAL');
  if (journal !== 'wal' && file !== ':memory:') throw new Error(`${file} cannot be opened in WAL mode (${String(journal)})`);
  database.exec(`PRAGMA synchronous = ${synchronous}`);
  const level = scalar(database, 'PRAGMA synchronous');
  if (level !== { NORMAL: 1, FULL: 2 }[synchronous]) throw new Error(`${file} does not take synchronous = ${synchronous}`);
}
