import { join } from 'node:path';
import { bringKeysToPostgres, type EventStoreDbEventStore, type KeysBroughtOver, openEventStoreDb } from '@app/event-store';
import { masterKeyFile, type Place, rowsUrl } from './open-stores';
import { withPassword } from './addresses';

/** Where a data folder is moved to. */
export interface SharedStores {
  openLog(): Promise<EventStoreDbEventStore>;
  /** Brings the data keys of the folder over as they are; may be repeated. `progress` is told how many. */
  bringKeys(progress?: (keys: number) => void): Promise<KeysBroughtOver>;
}

/** The servers that the settings name; undefined where they name none. */
export const sharedStores = ({ dataFolder, stores }: Place): SharedStores | undefined => {
  if (stores.kind !== 'shared') return undefined;
  const { connection, namespace, password } = stores.eventStore;
  return {
    openLog: () => openEventStoreDb({ connection: withPassword(connection, password), namespace }),
    bringKeys: (progress) =>
      bringKeysToPostgres(
        { from: join(dataFolder, 'keys', 'keys.db'), url: rowsUrl(stores), masterKeyFile: masterKeyFile(dataFolder) },
        progress,
      ),
  };
};
