import { rebuild, relayCheckpoint } from '@app/case-handling';
import { lockDataFolder } from '@app/event-store';
import { noChanges } from '@app/projections';
import { currentGeneration, newGeneration, type ReadStore, recordGeneration, removeOldGenerations } from '@app/read-store';
import { openLog, openRows, type Place } from '@app/stores';
import { progressBar } from '../progress';
import { countText, differences, differencesText } from './differences';

/** Folds the log of a data folder, which no server holds meanwhile. Gives the exit code. */
export const rebuildFolder = async (place: Place, check: boolean, say: (text: string) => void): Promise<number> => {
  const { dataFolder } = place;
  const store = await openLog(place);
  const unlock = lockDataFolder(dataFolder);
  const old = await openRows(place);
  const generation = await newGeneration(dataFolder);
  const fresh = await openRows(place, generation);
  try {
    const bar = progressBar('重建 rebuild', await store.head());
    const startedAt = performance.now();
    const events = await rebuild(store, fresh, (done) => bar.at(done));
    bar.end();
    say(countText(events, (performance.now() - startedAt) / 1_000));
    const differing = differences(await old.digest(), await fresh.digest());
    for (const line of differencesText(differing)) say(line);
    if (!check) {
      await carryOver(old, fresh);
      await recordGeneration(dataFolder, generation);
    }
    return differing.length === 0 || !check ? 0 : 1;
  } finally {
    await old.close();
    await fresh.close();
    await store.close();
    await removeOldGenerations(dataFolder);
    unlock();
  }
};

/** Removes what older rebuilds have left in a data folder. */
export const tidyFolder = async ({ dataFolder }: Place, say: (text: string) => void): Promise<number> => {
  const unlock = lockDataFolder(dataFolder);
  try {
    await removeOldGenerations(dataFolder);
    say(`只留下第 ${await currentGeneration(dataFolder)} 代数据 (only the served generation is left)`);
    return 0;
  } finally {
    unlock();
  }
};

/** Policies have acted up to there, and events were published; new rows are no reason to do it again. */
const carryOver = async (old: ReadStore, fresh: ReadStore): Promise<void> => {
  for (const name of ['policies', relayCheckpoint]) {
    const to = await old.checkpoint(name);
    if (to > 0) await fresh.apply(noChanges, { name, from: 0, to });
  }
};
