import { access } from 'node:fs/promises';
import { rowsVersion } from '@app/projections';
import { openSqlite, scalar } from '@app/sqlite';
import type { Checkpoint } from './bookkeeping';
import type { Connection } from './connection';
import { RowsFromNewerVersion } from './errors';
import { removeGeneration, rowsFile } from './generations';

export const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** SQLite keeps one number in a file for whoever it belongs to: 0 in one from before rows had a version. */
const versionIn = (file: string): number => {
  const database = openSqlite(file, { synchronous: 'NORMAL', readOnly: true });
  try {
    return Number(scalar(database, 'PRAGMA user_version'));
  } finally {
    database.close();
  }
};

/** How far those have come who act on events: what they have done stays done, whatever becomes of the rows. */
const actedUpTo = (file: string): readonly Checkpoint[] => {
  const database = openSqlite(file, { synchronous: 'NORMAL', readOnly: true });
  try {
    return database.prepare('SELECT "name", "position" FROM "checkpoints" WHERE "name" <> \'rows\'').all() as unknown as Checkpoint[];
  } catch {
    return []; // a file from before there were tables in it
  } finally {
    database.close();
  }
};

/**
 * Rows that were folded by older rules say something else than the program means, and are not used: their generation starts anew.
 * Gives the checkpoints that it has to take over.
 * @throws RowsFromNewerVersion
 */
export const discardOutdated = async (folder: string, generation: string): Promise<readonly Checkpoint[]> => {
  const file = rowsFile(folder, generation);
  if (!(await exists(file))) return [];
  const version = versionIn(file);
  if (version > rowsVersion) throw new RowsFromNewerVersion(file);
  if (version === rowsVersion) return [];
  const taken = actedUpTo(file);
  await removeGeneration(folder, generation);
  return taken;
};

/** Writes the version into a file that has none yet. */
export const stampVersion = (writer: Connection): Promise<void> =>
  writer.use(async (statements) => {
    const [found] = await statements.query<{ readonly user_version: number }>('PRAGMA user_version');
    if (found?.user_version !== rowsVersion) await statements.query(`PRAGMA user_version = ${rowsVersion}`);
  });
