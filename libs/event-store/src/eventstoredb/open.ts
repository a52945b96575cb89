import type * as Loaded from './event-store-db-event-store';
import type { EventStoreDbSettings } from './settings';

/** Connects when it is first asked for something. The client is loaded here, so that an installation without it need not wait for it. */
export async function openEventStoreDb(settings: EventStoreDbSettings): Promise<Loaded.EventStoreDbEventStore> {
  const { EventStoreDbEventStore } = require('./event-store-db-event-store') as typeof Loaded;
  return EventStoreDbEventStore.open(settings);
}
