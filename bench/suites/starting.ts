import { rebuild } from '@app/case-handling';
import { SqliteEventStore } from '@app/event-store';
import { openReadStore } from '@app/read-store';
import { fillLog } from '../support/fill-log';
import { inFolder } from '../support/folders';
import { type Figure, median } from '../support/measure';
import { startServer } from '../support/server';

const start = async (folder: string): Promise<number> => {
  const server = await startServer('api', folder);
  await server.stop();
  return server.startedIn;
};

const times = async (rounds: number, once: () => Promise<number>): Promise<number> => {
  const measured: number[] = [];
  for (let round = 0; round < rounds; round += 1) measured.push(await once());
  return median(measured);
};

/** From starting the process until it answers. */
export const starting = async (rounds: number): Promise<Figure[]> => {
  const empty = await times(rounds, () => inFolder(start));
  const full = await inFolder(async (folder) => {
    const store = SqliteEventStore.open(folder);
    await fillLog(store, 100_000);
    const rows = await openReadStore({ folder });
    await rebuild(store, rows);
    await rows.close();
    await store.close();
    return times(rounds, () => start(folder));
  });
  return [
    { name: 'start on an empty folder', unit: 'ms', ours: empty, atMost: 2_000 },
    { name: 'start on 100,000 events', unit: 'ms', ours: full, atMost: 3_000 },
  ];
};
