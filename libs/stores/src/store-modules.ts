import { type Clock, EventStoreModule } from '@app/event-store';
import { ReadStoreModule } from '@app/read-store';
import { type DynamicModule, Logger } from '@nestjs/common';
import { openEvents, openKeys, type Place, rowsOptions } from './open-stores';

/** Log, keys and rows, for a process of any kind. */
export const storeModules = (place: Place, clock?: Clock): readonly DynamicModule[] => {
  const logger = new Logger('EventStore');
  return [
    EventStoreModule.forRoot({
      kind: 'opened',
      openEvents: () => openEvents(place, clock, (message) => logger.warn(message)),
      openKeys: () => openKeys(place),
    }),
    ReadStoreModule.forRoot(rowsOptions(place)),
  ];
};
