import type * as Loaded from './event-store-db-server';

export type EventStoreDbServer = Loaded.EventStoreDbServer;
export type { EventStoreDbServerOptions } from './event-store-db-server';

/** Loaded when it is started: gRPC takes its time, and few specs need it. */
export const EventStoreDbServer = {
  start(options?: Loaded.EventStoreDbServerOptions): Promise<EventStoreDbServer> {
    const { EventStoreDbServer: Server } = require('./event-store-db-server') as typeof Loaded;
    return Server.start(options);
  },
};
