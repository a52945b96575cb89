import type { SqliteDatabase } from './sqlite-database';
import { sqliteDriver } from './sqlite-driver';

// Out of the garbage collector's reach, which would close them and so open the locks.
const held = new Set<SqliteDatabase>();

/**
 * Locks `file` for this process alone until the returned function is called or the process dies, however it dies.
 * Throws an error that `isBusy` knows when it is locked already.
 * Nothing else may open the file: on POSIX, closing any other handle on it would drop the lock.
 */
export function lockFile(file: string): () => void {
  const database = new (sqliteDriver().DatabaseSync)(file, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    throw error;
  }
  held.add(database);
  return () => {
    if (held.delete(database)) database.close();
  };
}
