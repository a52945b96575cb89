import { setTimeout as milliseconds } from 'node:timers/promises';
import {
  newEventId,
  noEvents,
  RevisionConflict,
  type EventStore,
  type NewEvent,
  type RecordedEvent,
  type Subscription,
} from '@app/event-store';

export const event = (type = 'Happened', data = '{}'): NewEvent => ({ id: newEventId(), type, data, metadata: '{}' });
export const times = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));
export const typesOf = (events: readonly Pick<RecordedEvent, 'type'>[]) => events.map(({ type }) => type);

export async function fill(store: EventStore, count: number): Promise<void> {
  await Promise.all(times(count, () => store.append(`complaint-${newEventId()}`, 'none', [event()])));
}

export function expectConflict(error: unknown): void {
  if (!(error instanceof RevisionConflict)) throw error;
}

export async function until(happened: () => boolean): Promise<void> {
  for (let waited = 0; !happened(); waited += 1) {
    if (waited > 10_000) throw new Error('waited in vain');
    await milliseconds(1);
  }
}

export class Follower {
  readonly seen: RecordedEvent[] = [];
  readonly batches: number[] = [];
  readonly caughtUp: number[] = [];
  readonly failures: unknown[] = [];
  readonly subscription: Subscription;
  started = 0;

  constructor(
    store: EventStore,
    {
      after = noEvents,
      batchSize = 100,
      handle = async () => undefined,
    }: { after?: number; batchSize?: number; handle?: (events: readonly RecordedEvent[]) => Promise<void> } = {},
  ) {
    this.subscription = store.subscribe(after, {
      batchSize,
      handle: async (events) => {
        this.started += 1;
        await handle(events);
        this.batches.push(events.length);
        this.seen.push(...events);
      },
      caughtUp: (position) => this.caughtUp.push(position),
      failed: (error) => this.failures.push(error),
    });
  }

  async reaches(position: number): Promise<void> {
    await until(() => this.failures.length > 0 || this.subscription.position >= position);
    if (this.failures.length > 0) throw this.failures[0];
  }

  async catchesUp(position: number = noEvents): Promise<void> {
    await until(() => this.failures.length > 0 || (this.caughtUp.at(-1) ?? -1) >= position);
    if (this.failures.length > 0) throw this.failures[0];
  }
}
