import type { EventStore, Position, ScannedEvent, Subscriber, Subscription } from '@app/event-store';

/** The log as if it ended at a position; whoever follows it comes to an end. */
export interface LogUpTo {
  readonly log: EventStore;
  /** How many events were read of it. */
  readonly read: () => number;
  /** Resolves when whoever follows has handled all of it. @throws what he threw */
  readonly followed: () => Promise<void>;
}

export const logUpTo = (store: EventStore, upTo: Position): LogUpTo => {
  let read = 0;
  let following: Promise<void> = Promise.resolve();

  const pass = async (after: Position, subscriber: Subscriber): Promise<void> => {
    for (let from = after; ; ) {
      const page = await store.readAll(from, subscriber.batchSize);
      const events = page.filter(({ position }) => position <= upTo);
      const last = events.at(-1);
      if (!last) return;
      await subscriber.handle(events);
      read += events.length;
      from = last.position;
    }
  };
  const ended = async (): Promise<void> => {
    await following.catch(() => undefined);
  };

  const log = Object.create(store, {
    head: { value: async () => upTo },
    scan: {
      value: async (part: Parameters<EventStore['scan']>[0]): Promise<readonly ScannedEvent[]> => {
        const scanned = await store.scan(part);
        read += scanned.length;
        return scanned;
      },
    },
    subscribe: {
      value: (after: Position, subscriber: Subscriber): Subscription => {
        following = pass(after, subscriber);
        following.catch(() => undefined);
        return { position: upTo, stop: ended };
      },
    },
  }) as EventStore;
  return { log, read: () => read, followed: () => following };
};
