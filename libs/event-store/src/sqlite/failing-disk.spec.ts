import { openSqlite, type OpenSqlite, type SqliteDatabase, type SqliteStatement } from '@app/sqlite';
import { temporaryFolders } from '@app/testing';
import { DataFolderInUse, EventStoreFull, EventStoreUnavailable } from '../errors';
import { newEventId } from '../event-id';
import { SqliteEventStore } from './sqlite-event-store';

const newFolder = temporaryFolders();
const event = (size = 10) => ({ id: newEventId(), type: 'Happened', data: `"${'x'.repeat(size)}"`, metadata: '{}' });

describe('an event store on a full disk', () => {
  let writer: SqliteDatabase;
  let store: SqliteEventStore;
  const roomFor = (pages: number) => writer.exec(`PRAGMA max_page_count = ${pages}`);
  const open: OpenSqlite = (file, settings) => {
    const database = openSqlite(file, settings);
    if (!settings.readOnly) writer = database;
    return database;
  };

  beforeEach(async () => {
    store = SqliteEventStore.open(newFolder(), { open });
    await store.append('complaint-1', 'none', [event()]);
    roomFor(12);
  });
  afterEach(() => store.close());

  it('says so, leaves nothing of the append behind and has no trouble otherwise', async () => {
    await expect(store.append('complaint-1', 0, [event(), event(100_000)])).rejects.toThrow(EventStoreFull);
    await expect(store.append('complaint-2', 'none', [event(100_000)])).rejects.toThrow('no room on the disk for the event log');
    expect(await store.readAll(0, 10)).toHaveLength(1);
    expect(store.trouble()).toBeUndefined();
  });

  it('takes the same append when there is room again', async () => {
    const events = [event(), event(100_000)];
    await expect(store.append('complaint-1', 0, events)).rejects.toThrow(EventStoreFull);
    roomFor(1_000_000);
    expect(await store.append('complaint-1', 0, events)).toMatchObject({ revision: 2, position: 3, repeated: false });
    expect(await store.verify()).toMatchObject({ checked: 3 });
  });

  it('still takes what finds room', async () => {
    await expect(store.append('complaint-1', 0, [event(100_000)])).rejects.toThrow(EventStoreFull);
    expect(await store.append('complaint-1', 0, [event()])).toMatchObject({ revision: 1, position: 2 });
  });
});

describe('an event store whose disk fails to sync', () => {
  let failing: boolean;
  const open: OpenSqlite = (file, settings) => {
    const database = openSqlite(file, settings);
    const fail = () => {
      throw Object.assign(new Error('disk I/O error'), { errcode: 1034 });
    };
    return {
      isOpen: true,
      get isTransaction() {
        return database.isTransaction;
      },
      exec: (sql) => database.exec(sql),
      close: () => database.close(),
      prepare: (sql) => {
        const statement = database.prepare(sql);
        if (sql !== 'COMMIT') return statement;
        return { run: () => (failing ? fail() : statement.run()) } as SqliteStatement;
      },
    };
  };
  const reason = 'the event log could not be written (disk I/O error): nothing is taken until the program is restarted';

  it('stops for good: what was on its way is uncertain, what came after is refused', async () => {
    failing = false;
    const folder = newFolder();
    const store = SqliteEventStore.open(folder, { open });
    await store.append('complaint-1', 'none', [event()]);
    failing = true;
    const uncertain = Array.from({ length: 256 }, (_, n) => store.append(`letter-${n}`, 'none', [event()]));
    const queued = store.append('letter-256', 'none', [event()]);
    for (const append of uncertain) append.catch(() => undefined);
    await expect(queued).rejects.toMatchObject({ name: 'EventStoreUnavailable', outcomeUnknown: false, message: reason });
    for (const append of uncertain) await expect(append).rejects.toMatchObject({ outcomeUnknown: true, message: reason });

    failing = false;
    expect(store.trouble()).toBe(reason);
    await expect(store.append('complaint-1', 0, [event()])).rejects.toThrow(EventStoreUnavailable);
    expect(await store.readAll(0, 10)).toHaveLength(1);
    await store.close();
    expect(() => SqliteEventStore.open(folder)).toThrow(DataFolderInUse);
  });
});
