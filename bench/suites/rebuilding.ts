import { rebuild } from '@app/case-handling';
import { SqliteEventStore } from '@app/event-store';
import { openReadStore } from '@app/read-store';
import { fillLog } from '../support/fill-log';
import { inFolder } from '../support/folders';
import { type Figure, interleaved } from '../support/measure';
import { readAndParse } from '../support/read-and-parse';

const events = 200_000;

let generation = 1;

const rebuildOnce = async (store: SqliteEventStore, folder: string): Promise<number> => {
  generation += 1;
  const rows = await openReadStore({ folder, generation: String(generation) });
  const startedAt = performance.now();
  const position = await rebuild(store, rows);
  const rate = position / ((performance.now() - startedAt) / 1_000);
  await rows.close();
  return rate;
};

/** Rows of all projections from 200,000 events. */
export const rebuilding = (rounds: number): Promise<Figure[]> =>
  inFolder(async (folder) => {
    const store = SqliteEventStore.open(folder);
    await fillLog(store, events);
    const measured = await interleaved(
      rounds,
      () => readAndParse(store),
      () => rebuildOnce(store, folder),
    );
    await store.close();
    return [{ name: `rebuild of ${events} events into all projections`, unit: 'events per second', ...measured, atLeast: 100_000 }];
  });
