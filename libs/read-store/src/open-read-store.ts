import { currentGeneration, recordGeneration } from './generations';
import { openPostgresReadStore } from './open-postgres-read-store';
import type { PostgresRowsOptions } from './postgres';
import type { ReadStore } from './read-store';
import { openRowsFile, openRowsInMemory, type Rows } from './rows-files';
import { SqlReadStore } from './sql-read-store';

export interface ReadStoreOptions {
  /** The data folder; rows are kept in its folder `rows`. */
  readonly folder: string;
  /** Which generation of the rows; default the current one. */
  readonly generation?: string;
}

/** Rows in PostgreSQL, shared by several processes. */
export interface InPostgres {
  readonly postgres: PostgresRowsOptions;
}

/** Rows kept nowhere, for specs. */
export interface InMemory {
  readonly memory: true;
}

const notInMemory = (): Promise<Rows> => Promise.reject(new Error('rows in memory have no generations'));

/** Opens the rows, creating and migrating them where needed. */
export const openReadStore = async (options: ReadStoreOptions | InPostgres | InMemory): Promise<ReadStore> => {
  if ('postgres' in options) return openPostgresReadStore(options.postgres);
  if ('memory' in options) return new SqlReadStore(await openRowsInMemory(), notInMemory);
  const { folder, generation = await currentGeneration(folder) } = options;
  return new SqlReadStore(await openRowsFile(folder, generation), async (next) => {
    const rows = await openRowsFile(folder, next);
    await recordGeneration(folder, next);
    return rows;
  });
};
