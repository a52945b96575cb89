import type { PostgresRowsOptions } from './postgres';
import type { SharedRows } from './shared-rows';

/** Opens rows in PostgreSQL, making and migrating them where needed. Its driver is loaded by those who ask for it and nobody else. */
export const openPostgresReadStore = (options: PostgresRowsOptions): Promise<SharedRows> =>
  (require('./postgres') as typeof import('./postgres')).openPostgresReadStore(options);
