import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CaseNumbers, Circumstances, HolidayNotices, type ImportSettings, SystemClock } from '@app/case-handling';
import { defaultEditions, parseLocalRules, unitsOf } from '@app/cases';
import type { Settings } from '@app/config';
import { DataFolderInUse, type EventStore, type KeyStore, MemoryEventStore, MemoryKeyStore } from '@app/event-store';
import { openEvents, openKeys, type Place } from '@app/stores';
import { removeLeftover } from './spool';

interface OpenFolder extends Omit<ImportSettings, 'office' | 'now'> {
  readonly close: () => Promise<void>;
}

interface Stores {
  readonly store: EventStore;
  readonly keys: KeyStore;
}

const opened = async (place: Place): Promise<Stores> => {
  const store = await openEvents(place);
  try {
    return { store, keys: await openKeys(place) };
  } catch (error) {
    await store.close();
    throw error;
  }
};

/** Log and keys of the data folder, which nobody else may hold meanwhile. A folder that is not there is not made for a look. */
const storesIn = async (place: Place, onlyLooking: boolean): Promise<Stores> => {
  if (onlyLooking && !existsSync(join(place.dataFolder, 'events.db'))) return { store: new MemoryEventStore(), keys: new MemoryKeyStore() };
  try {
    return await opened(place);
  } catch (error) {
    if (!(error instanceof DataFolderInUse)) throw error;
    throw new Error(`请先停止服务再导入 (stop the server first): ${error.message}`, { cause: error });
  }
};

/** What of the settings decides what is imported, and where to: the data folder unless stores are named. */
export type ImportPlace = Pick<Settings, 'dataFolder' | 'rules' | 'units'> & Partial<Pick<Settings, 'stores'>>;

/** What imported cases are decided by: the rules of this place, its units, and the calendar with the notices recorded here. @throws in plain words */
export const openFolder = async (
  { dataFolder, rules, units, stores = { kind: 'embedded' } }: ImportPlace,
  onlyLooking: boolean,
): Promise<OpenFolder> => {
  const known = unitsOf(units);
  const circumstances = new Circumstances(known, rules ? parseLocalRules(rules, known).editions : defaultEditions);
  const place = { dataFolder, stores };
  const { store, keys } = stores.kind === 'shared' ? await opened(place) : await storesIn(place, onlyLooking);
  removeLeftover(dataFolder);
  const numbers = new CaseNumbers(store, new SystemClock());
  await new HolidayNotices(store, circumstances).load();
  const close = async () => {
    await numbers.onApplicationShutdown();
    await store.close();
    await keys.close();
  };
  return { store, keys, circumstances, numbers, close };
};
