import { rebuild as rebuildRows } from '@app/case-handling';
import { lockDataFolder } from '@app/event-store';
import { newGeneration, openReadStore, type ReadStore, recordGeneration, removeOldGenerations } from '@app/read-store';
import { noChanges } from '@app/projections';
import { progressBar } from '../progress';
import { openLog } from '../open-log';
import { type CliCommand, say } from './command';

/** `cli rebuild`: folds the log into new rows beside the old, compares the two, and goes over to the new. */
export const rebuild: CliCommand = {
  usage: '[--check]',
  purpose: 'fold all rows from the log again, tell where they differ from the old, and switch to them (--check: only compare)',
  options: { check: { type: 'boolean', default: false } },
  async run({ check }, _, { dataFolder }) {
    const store = openLog(dataFolder);
    const unlock = lockDataFolder(dataFolder);
    const old = await openReadStore({ folder: dataFolder });
    const generation = await newGeneration(dataFolder);
    const fresh = await openReadStore({ folder: dataFolder, generation });
    try {
      const bar = progressBar('重建 rebuild', await store.head());
      const startedAt = performance.now();
      const events = await rebuildRows(store, fresh, (done) => bar.at(done));
      bar.end();
      const seconds = (performance.now() - startedAt) / 1_000;
      say(`${events} 条事件，${seconds.toFixed(2)} 秒 (${Math.round(events / seconds)} events/s)`);
      const differing = await differences(old, fresh);
      for (const table of differing) say(`  ${table}: 与原数据不同 (differs from the rows that were served)`);
      if (differing.length === 0) say('各表与原数据逐字节一致 (every table equals the one that was served, byte for byte)');
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
  },
};

const differences = async (old: ReadStore, fresh: ReadStore): Promise<string[]> => {
  const [before, after] = [await old.digest(), await fresh.digest()];
  return [...after].filter(([table, digest]) => before.get(table) !== digest).map(([{ name }]) => name);
};

/** Policies have acted up to here; new rows are no reason to ask them again. */
const carryOver = async (old: ReadStore, fresh: ReadStore): Promise<void> => {
  const to = await old.checkpoint('policies');
  if (to > 0) await fresh.apply(noChanges, { name: 'policies', from: 0, to });
};
