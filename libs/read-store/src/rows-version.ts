import { access } from 'node:fs/promises';
import { rowsVersion } from '@app/projections';
import { openSqlite, scalar } from '@app/sqlite';
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

/**
 * Rows that were folded by older rules say something else than the program means, and are not used: their generation starts anew.
 * @throws RowsFromNewerVersion
 */
export const discardOutdated = async (folder: string, generation: string): Promise<void> => {
  const file = rowsFile(folder, generation);
  if (!(await exists(file))) return;
  const version = versionIn(file);
  if (version > rowsVersion) throw new RowsFromNewerVersion(file);
  if (version < rowsVersion) await removeGeneration(folder, generation);
};

/** Writes the version into a file that has none yet. */
export const stampVersion = (writer: Connection): Promise<void> =>
  writer.use(async (statements) => {
    const [found] = await statements.query<{ readonly user_version: number }>('PRAGMA user_version');
    if (found?.user_version !== rowsVersion) await statements.query(`PRAGMA user_version = ${rowsVersion}`);
  });
