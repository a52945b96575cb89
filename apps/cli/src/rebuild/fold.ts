import { Projector, rebuild, rowsCheckpoint } from '@app/case-handling';
import type { EventStore, Position } from '@app/event-store';
import type { SharedRows } from '@app/read-store';
import { logUpTo } from './log-up-to';

/** So few events take no time to speak of. */
const few = 500;
const mostRounds = 50;

/** Fills empty rows up to a position, as fast as can be. Gives the number of events. */
export const foldInBulk = async (
  store: EventStore,
  fresh: SharedRows,
  upTo: Position,
  progress: (position: Position) => void,
): Promise<number> => {
  const { log, read } = logUpTo(store, upTo);
  await rebuild(log, fresh, progress);
  return read();
};

/** Brings filled rows that nobody else writes on, exactly to a position. Gives the number of events. */
export const foldOn = async (store: EventStore, fresh: SharedRows, upTo: Position): Promise<number> => {
  const { log, read, followed } = logUpTo(store, upTo);
  const projector = new Projector(log, fresh);
  try {
    await projector.start();
    await followed();
    return read();
  } finally {
    await projector.stop();
  }
};

/** Brings rows on until next to nothing is recorded while they are. */
export const foldToEnd = async (store: EventStore, fresh: SharedRows): Promise<number> => {
  let events = 0;
  for (let round = 0; round < mostRounds; round++) {
    const folded = await foldOn(store, fresh, await store.head());
    events += folded;
    if (folded < few) break;
  }
  return events;
};

export const positionOf = (rows: SharedRows): Promise<Position> => rows.checkpoint(rowsCheckpoint);
