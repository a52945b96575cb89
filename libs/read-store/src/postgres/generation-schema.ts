import { DataSource } from 'typeorm';
import { migrations } from '../migrations';
import { suitColumns, unsuitedColumns } from './columns';
import { generationSchemas, SharedGenerations1795564800000 } from './generation-tables';
import { withSettings } from './pools';

const permitted = /^[0-9a-z]{1,40}$/;

/** The schema with the rows of a generation. */
export const schemaOf = (generation: string): string => {
  if (!permitted.test(generation)) throw new Error(`${generation} is no name of a generation of rows`);
  return `rows_${generation}`;
};

export const generationMigrations = [...migrations, SharedGenerations1795564800000];

/** TypeORM's view of a generation: its migrations run there and its description can be compared with what is there. */
export const generationSource = (url: string, generation: string): DataSource =>
  new DataSource({
    type: 'postgres',
    url: withSettings(url, { search_path: schemaOf(generation) }),
    schema: schemaOf(generation),
    applicationName: 'huiying',
    poolSize: 1,
    installExtensions: false,
    entities: [...generationSchemas],
    migrations: [...generationMigrations],
    migrationsTransactionMode: 'each',
    logging: false,
  });

/** Makes the tables, or brings them up to date. Two at a time would be in each other's way: to be called under the installation's lock. */
export const prepareSchema = async (url: string, generation: string): Promise<void> => {
  const source = await generationSource(url, generation).initialize();
  try {
    await source.query(`CREATE SCHEMA IF NOT EXISTS "${schemaOf(generation)}"`);
    await source.runMigrations();
    for (const statement of suitColumns(await source.query(unsuitedColumns))) await source.query(statement);
  } finally {
    await source.destroy();
  }
};
