import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CaseNumbers, Circumstances, HolidayNotices, type ImportSettings, SystemClock } from '@app/case-handling';
import { defaultEditions, parseLocalRules, unitsOf } from '@app/cases';
import type { Settings } from '@app/config';
import { DataFolderInUse, MemoryEventStore, MemoryKeyStore, SqliteEventStore, SqliteKeyStore } from '@app/event-store';
import { removeLeftover } from './spool';

interface OpenFolder extends Omit<ImportSettings, 'office' | 'now'> {
  readonly close: () => Promise<void>;
}

/** Log and keys of the data folder, which nobody else may hold meanwhile. A folder that is not there is not made for a look. */
const storesIn = (folder: string, onlyLooking: boolean) => {
  if (onlyLooking && !existsSync(join(folder, 'events.db'))) return { store: new MemoryEventStore(), keys: new MemoryKeyStore() };
  try {
    return { store: SqliteEventStore.open(folder), keys: SqliteKeyStore.open(folder) };
  } catch (error) {
    if (!(error instanceof DataFolderInUse)) throw error;
    throw new Error(`请先停止服务再导入 (stop the server first): ${error.message}`, { cause: error });
  }
};

/** What imported cases are decided by: the rules of this place, its units, and the calendar with the notices recorded here. @throws in plain words */
export const openFolder = async (
  { dataFolder, rules, units }: Pick<Settings, 'dataFolder' | 'rules' | 'units'>,
  onlyLooking: boolean,
): Promise<OpenFolder> => {
  const known = unitsOf(units);
  const circumstances = new Circumstances(known, rules ? parseLocalRules(rules, known).editions : defaultEditions);
  const { store, keys } = storesIn(dataFolder, onlyLooking);
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
