import type { SqliteEventStore } from '@app/event-store';

/** The floor of whatever folds a log: the same log read and parsed once, with nothing done about it. Events per second. */
export const readAndParse = async (store: SqliteEventStore): Promise<number> => {
  const startedAt = performance.now();
  let read = 0;
  for (let after = 0; ; ) {
    const batch = await store.readAll(after, 20_000);
    const last = batch.at(-1);
    if (!last) break;
    for (const { data, metadata } of batch) if (JSON.parse(data) && JSON.parse(metadata)) read += 1;
    after = last.position;
  }
  return read / ((performance.now() - startedAt) / 1_000);
};
