export { openPostgresReadStore, type PostgresRowsOptions } from './postgres-read-store';
