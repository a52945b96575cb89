import { DataSource } from 'typeorm';
import { Connection } from './connection';
import { entitySchemas } from './entity-schemas';
import { RowsFromNewerVersion } from './errors';
import { migrations } from './migrations';
import { SqliteDriver } from './sqlite-driver';

const statementCacheSize = 400;

const dataSource = (file: string, readonly: boolean): DataSource =>
  new DataSource({
    type: 'better-sqlite3',
    driver: SqliteDriver,
    database: file,
    readonly,
    statementCacheSize,
    entities: [...entitySchemas],
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
    logging: false,
  });

const refuseNewer = async (source: DataSource): Promise<void> => {
  const runner = source.createQueryRunner();
  if (!(await runner.hasTable('migrations'))) return;
  const known = new Set(migrations.map(({ name }) => name));
  const run = (await runner.query('SELECT "name" FROM "migrations"')) as { name: string }[];
  if (run.some(({ name }) => !known.has(name))) throw new RowsFromNewerVersion(String(source.options.database));
};

/** Opens the one connection that writes, and brings the tables up to date. */
export const openWriter = async (file: string): Promise<Connection> => {
  const source = await dataSource(file, false).initialize();
  try {
    await refuseNewer(source);
    await source.runMigrations();
    return new Connection(source);
  } catch (error) {
    await source.destroy();
    throw error;
  }
};

export const openReader = async (file: string): Promise<Connection> => new Connection(await dataSource(file, true).initialize());
