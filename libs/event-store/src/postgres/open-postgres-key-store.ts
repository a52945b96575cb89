import type { KeyStore } from '../key-store';
import type { BringKeysOver, KeysBroughtOver } from './bring-keys-over';
import type { PostgresKeyStoreSettings } from './postgres-key-store';

/** Opens keys in PostgreSQL. Its driver is loaded by those who ask for it and nobody else. */
export const openPostgresKeys = (settings: PostgresKeyStoreSettings): Promise<KeyStore> =>
  (require('./postgres-key-store') as typeof import('./postgres-key-store')).PostgresKeyStore.open(settings);

/** Brings the keys of a data folder over as they are; may be repeated. `progress` is told how many. */
export const bringKeysToPostgres = (way: BringKeysOver, progress?: (keys: number) => void): Promise<KeysBroughtOver> =>
  (require('./bring-keys-over') as typeof import('./bring-keys-over')).bringKeysOver(way, progress);
