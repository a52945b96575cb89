import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings, StoresSettings } from '@app/config';
import {
  type Clock,
  type EventStore,
  type KeyStore,
  openEventStoreDb,
  openPostgresKeys,
  SqliteEventStore,
  SqliteKeyStore,
} from '@app/event-store';
import { type InPostgres, openReadStore, type ReadStore, type ReadStoreOptions } from '@app/read-store';
import { withPassword } from './addresses';

/** What of the settings says where things are kept. */
export type Place = Pick<Settings, 'dataFolder' | 'stores'>;

type Shared = Extract<StoresSettings, { readonly kind: 'shared' }>;

export const rowsUrl = ({ postgres }: Shared): string => withPassword(postgres.url, postgres.password);

export const masterKeyFile = (dataFolder: string): string => join(dataFolder, 'keys', 'master.key');

/** @param log told when a connection is lost and found again */
export const openEvents = async ({ dataFolder, stores }: Place, clock?: Clock, log?: (message: string) => void): Promise<EventStore> => {
  if (stores.kind === 'embedded') return SqliteEventStore.open(dataFolder, clock && { clock });
  const { connection, namespace, password } = stores.eventStore;
  return openEventStoreDb({ connection: withPassword(connection, password), namespace, log });
};

export const openKeys = async ({ dataFolder, stores }: Place): Promise<KeyStore> =>
  stores.kind === 'embedded'
    ? SqliteKeyStore.open(dataFolder)
    : openPostgresKeys({ url: rowsUrl(stores), masterKeyFile: masterKeyFile(dataFolder) });

/** @param generation which one; the served one without it */
export const rowsOptions = ({ dataFolder, stores }: Place, generation?: string): ReadStoreOptions | InPostgres => {
  const which = generation === undefined ? {} : { generation };
  return stores.kind === 'embedded'
    ? { folder: dataFolder, ...which }
    : { postgres: { url: rowsUrl(stores), segments: stores.postgres.segments, ...which } };
};

export const openRows = (place: Place, generation?: string): Promise<ReadStore> => openReadStore(rowsOptions(place, generation));

/** The log for reading, beside whoever writes it. @throws in plain words where there is none */
export const openLog = async (place: Place): Promise<EventStore> => {
  const { dataFolder, stores } = place;
  if (stores.kind === 'shared') return openEvents(place);
  if (!existsSync(join(dataFolder, 'events.db')))
    throw new Error(
      `${dataFolder} 中没有数据，请先启动服务或用 HUIYING_DATA 指定目录 (there is no data in ${dataFolder}: start the server first, or name the folder in HUIYING_DATA)`,
    );
  return SqliteEventStore.open(dataFolder, { readOnly: true });
};
