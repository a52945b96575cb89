import type { EventStore } from '@app/event-store';
import type { ReadStore } from '@app/read-store';
import { project } from './project';
import { rowsCheckpoint } from './projector';

/** Small enough for a batch to be garbage before it is moved to the old generation of the heap; rows are coalesced in the read store. */
const eventsPerBatch = 2_000;

/**
 * Folds the whole log into an empty read store and returns the position it reached. Parked cases are parked again at the
 * same events. `progress` is told the position after each batch.
 */
export const rebuild = async (store: EventStore, rows: ReadStore, progress?: (position: number, head: number) => void): Promise<number> => {
  const head = await store.head();
  const parked = new Set<string>();
  let position = await rows.checkpoint(rowsCheckpoint);
  await rows.beginBulk();
  while (position < head) {
    const recorded = await store.scan({ after: position, upTo: head, limit: eventsPerBatch });
    const last = recorded.at(-1);
    if (!last) break;
    const { changes, park } = await project(rows, recorded, parked);
    await rows.apply(changes, { name: rowsCheckpoint, from: position, to: last.position }, { park });
    for (const { stream } of park) parked.add(stream);
    position = last.position;
    progress?.(position, head);
  }
  await rows.endBulk();
  return position;
};
