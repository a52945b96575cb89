import { temporaryFolders } from '@app/testing';
import { newEventId } from '../event-id';
import { SqliteEventStore } from './sqlite-event-store';

const newFolder = temporaryFolders();
const many = 150_000;

describe('an append of very many events', () => {
  it('is answered as what it is, recorded, and the next one follows it', async () => {
    const store = SqliteEventStore.open(newFolder());
    const event = () => ({ id: newEventId(), type: 'Imported', data: '{}', metadata: '{}' });
    const appended = await store.append('import-1', 'none', Array.from({ length: many }, event));
    expect(appended).toMatchObject({ revision: many - 1, position: many });
    expect(await store.append('import-1', many - 1, [event()])).toMatchObject({ position: many + 1 });
    await store.close();
  });
});
