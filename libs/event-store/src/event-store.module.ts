import { type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Clock } from './clock';
import { EventStore } from './event-store';
import { KeyStore } from './key-store';
import { MemoryEventStore } from './memory/memory-event-store';
import { MemoryKeyStore } from './memory/memory-key-store';
import { SqliteEventStore } from './sqlite/sqlite-event-store';
import { SqliteKeyStore } from './sqlite/sqlite-key-store';

/** How the stores are opened when the application starts. */
export interface Opening {
  openEvents(): EventStore | Promise<EventStore>;
  openKeys(): KeyStore | Promise<KeyStore>;
}

export type EventStoreSettings =
  | ({ readonly kind: 'opened' } & Opening)
  | (({ readonly kind: 'memory' } | { readonly kind: 'sqlite'; readonly folder: string }) & {
      /** By which the moment of recording is told; the system's unless somebody drives one. */
      readonly clock?: Clock;
    });

@Module({})
export class EventStoreModule implements OnApplicationShutdown {
  static forRoot(settings: EventStoreSettings): DynamicModule {
    const opening = adapter(settings);
    const events = { provide: EventStore, useFactory: () => opening.openEvents() };
    // After the event store, which locks the data folder.
    const keys = { provide: KeyStore, useFactory: () => opening.openKeys(), inject: [EventStore] };
    return { module: EventStoreModule, global: true, providers: [events, keys], exports: [EventStore, KeyStore] };
  }

  constructor(
    private readonly events: EventStore,
    private readonly keys: KeyStore,
  ) {}

  // Events first: a follower that is finishing its batch may still need keys.
  async onApplicationShutdown(): Promise<void> {
    await this.events.close();
    await this.keys.close();
  }
}

function adapter(settings: EventStoreSettings): Opening {
  if (settings.kind === 'opened') return settings;
  if (settings.kind === 'memory') return { openEvents: () => new MemoryEventStore(settings.clock), openKeys: () => new MemoryKeyStore() };
  const { folder, clock } = settings;
  return { openEvents: () => SqliteEventStore.open(folder, clock && { clock }), openKeys: () => SqliteKeyStore.open(folder) };
}
