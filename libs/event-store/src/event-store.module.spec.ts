import { temporaryFolders } from '@app/testing';
import { Test } from '@nestjs/testing';
import { EventStore, EventStoreModule, type EventStoreSettings, KeyStore, newEventId, SqliteEventStore } from '.';

const newFolder = temporaryFolders();

describe('the event store module', () => {
  it.each<EventStoreSettings>([{ kind: 'memory' }, { kind: 'sqlite', folder: newFolder() }])(
    'provides both stores: %j',
    async (settings) => {
      const app = await Test.createTestingModule({ imports: [EventStoreModule.forRoot(settings)] }).compile();
      const event = { id: newEventId(), type: 'Happened', data: '{}', metadata: '{}' };
      expect(await app.get(EventStore).append('complaint-1', 'none', [event])).toMatchObject({ revision: 0 });
      expect(await app.get(KeyStore).obtain('complaint-1')).toHaveLength(32);
      await app.close();
      expect(app.get(EventStore).trouble()).toMatch('closed');
    },
  );

  it('releases the data folder when the application ends', async () => {
    const folder = newFolder();
    const app = await Test.createTestingModule({ imports: [EventStoreModule.forRoot({ kind: 'sqlite', folder })] }).compile();
    await app.init();
    await app.close();
    await SqliteEventStore.open(folder).close();
  });
});
