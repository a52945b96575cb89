import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { isBusy, lockFile } from '@app/sqlite';
import { DataFolderInUse } from '../errors';

/**
 * Keeps other processes out of a data folder until the returned function is called or this process dies.
 * @throws DataFolderInUse
 */
export function lockDataFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    return lockFile(join(folder, 'lock.db'));
  } catch (error) {
    if (!isBusy(error)) throw error;
    throw new DataFolderInUse(`the data folder ${folder} is in use by another huiying process`, { cause: error });
  }
}
