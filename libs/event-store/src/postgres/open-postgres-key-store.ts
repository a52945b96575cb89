import type { KeyStore } from '../key-store';
import type { PostgresKeyStoreSettings } from './postgres-key-store';

/** Opens keys in PostgreSQL. Its driver is loaded by those who ask for it and nobody else. */
export const openPostgresKeys = (settings: PostgresKeyStoreSettings): Promise<KeyStore> =>
  (require('./postgres-key-store') as typeof import('./postgres-key-store')).PostgresKeyStore.open(settings);
