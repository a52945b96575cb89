import { SqliteEventStore } from '@app/event-store';
import { replay } from '@app/case-handling';
import { fillLog } from '../support/fill-log';
import { inFolder } from '../support/folders';
import { type Figure, interleaved } from '../support/measure';
import { readAndParse } from '../support/read-and-parse';

const events = 200_000;

const replayOnce = async (store: SqliteEventStore): Promise<number> => {
  const startedAt = performance.now();
  const { position } = await replay(store, await store.head());
  return position / ((performance.now() - startedAt) / 1_000);
};

/** What was known at a position, folded from the log for a report as of then. */
export const replaying = (rounds: number): Promise<Figure[]> =>
  inFolder(async (folder) => {
    const store = SqliteEventStore.open(folder);
    await fillLog(store, events);
    const measured = await interleaved(
      rounds,
      () => readAndParse(store),
      () => replayOnce(store),
    );
    await store.close();
    return [{ name: `replay of ${events} events for a report as of then`, unit: 'events per second', ...measured, atLeast: 150_000 }];
  });
