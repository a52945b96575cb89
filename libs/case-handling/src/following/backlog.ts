import type { EventStore } from '@app/event-store';

/** For how long, in milliseconds, the oldest event after that position has waited; 0 when there is none. */
export const oldestWaitingMs = async (store: EventStore, position: number, now: Date): Promise<number> => {
  const [oldest] = await store.readAll(position, 1);
  return oldest ? Math.max(0, now.getTime() - Date.parse(oldest.recordedAt)) : 0;
};
