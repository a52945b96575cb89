import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openSqlite, scalar } from '@app/sqlite';
import { firstLine, killAtOnce, runInChild, temporaryFolders } from '@app/testing';
import { DataFolderInUse, DataFolderTooNew } from '../errors';
import { newEventId } from '../event-id';
import { lockDataFolder } from './data-folder-lock';
import { SqliteEventStore } from './sqlite-event-store';

const newFolder = temporaryFolders();
const event = () => ({ id: newEventId(), type: 'Happened', data: '{"text":"回应"}', metadata: '{}', personal: Uint8Array.of(1, 2) });

describe('a data folder', () => {
  it('is made where there is none', async () => {
    const folder = join(newFolder(), 'new', 'data');
    await SqliteEventStore.open(folder).close();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('is not opened twice for writing', async () => {
    const folder = newFolder();
    const store = SqliteEventStore.open(folder);
    expect(() => SqliteEventStore.open(folder)).toThrow(DataFolderInUse);
    expect(() => lockDataFolder(folder)).toThrow(`the data folder ${folder} is in use by another huiying process`);
    await store.close();
    await SqliteEventStore.open(folder).close();
  });

  it('is locked against other processes, until this one dies however it dies', async () => {
    const folder = newFolder();
    const child = runInChild(`
      const { SqliteEventStore } = require('@app/event-store');
      SqliteEventStore.open(${JSON.stringify(folder)});
      console.log('open');
      setInterval(() => undefined, 1000);`);
    expect(await firstLine(child)).toBe('open');
    expect(() => SqliteEventStore.open(folder)).toThrow(DataFolderInUse);
    await killAtOnce(child);
    await SqliteEventStore.open(folder).close();
  });

  it('can be read while a server writes it', async () => {
    const folder = newFolder();
    const store = SqliteEventStore.open(folder);
    await store.append('complaint-1', 'none', [event()]);
    const onlooker = SqliteEventStore.open(folder, { readOnly: true });
    await store.append('complaint-1', 0, [event()]);
    expect(await onlooker.readStream('complaint-1')).toEqual(await store.readStream('complaint-1'));
    expect(await onlooker.verify()).toEqual(await store.verify());
    expect(onlooker.trouble()).toMatch('reading only');
    await expect(onlooker.append('complaint-1', 'any', [event()])).rejects.toThrow('reading only');
    await onlooker.close();
    await store.close();
  });

  it('can be followed from beside, by polling', async () => {
    const folder = newFolder();
    const store = SqliteEventStore.open(folder);
    const onlooker = SqliteEventStore.open(folder, { readOnly: true });
    const heard = new Promise((resolve, failed) => {
      onlooker.subscribe(0, { batchSize: 10, handle: async (events) => resolve(events), failed });
    });
    await store.append('complaint-1', 'none', [event()]);
    expect(await heard).toEqual(await store.readAll(0, 10));
    await onlooker.close();
    await store.close();
  });

  it('keeps everything until it is opened again', async () => {
    const folder = newFolder();
    const before = SqliteEventStore.open(folder, { clock: () => new Date('2030-01-01T00:00:00Z') });
    const first = event();
    await before.append('complaint-1', 'none', [first, event()]);
    const [log, verified] = [await before.readAll(0, 10), await before.verify()];
    await before.close();

    const after = SqliteEventStore.open(folder, { clock: () => new Date('2029-12-31T00:00:00Z') });
    expect(await after.readAll(0, 10)).toEqual(log);
    expect(await after.verify()).toEqual(verified);
    await expect(after.append('complaint-1', 0, [event()])).rejects.toMatchObject({ name: 'RevisionConflict', actual: 1 });
    await expect(after.append('complaint-2', 'none', [first])).rejects.toMatchObject({ name: 'DuplicateEventId' });
    const next = await after.append('complaint-1', 1, [event()]);
    expect(next).toMatchObject({ revision: 2, position: 3, recordedAt: '2030-01-01T00:00:00.000Z' });
    expect(await after.verify()).toMatchObject({ checked: 3 });
    await after.close();
  });

  it('has everything in events.db once it is closed', async () => {
    const folder = newFolder();
    const store = SqliteEventStore.open(folder);
    await store.append('complaint-1', 'none', [event()]);
    await store.close();
    const log = join(folder, 'events.db-wal');
    expect(existsSync(log) ? statSync(log).size : 0).toBe(0);
  });

  it('that was written by a newer program is refused untouched', async () => {
    const folder = newFolder();
    await SqliteEventStore.open(folder).close();
    alter(folder, 'PRAGMA user_version = 99');
    const refusal = 'the event log has format 99, this program knows formats up to 1: use the newer program';
    for (const readOnly of [false, true]) {
      expect(() => SqliteEventStore.open(folder, { readOnly })).toThrow(DataFolderTooNew);
      expect(() => SqliteEventStore.open(folder, { readOnly })).toThrow(refusal);
    }
    alter(folder, 'PRAGMA user_version = 1');
    await SqliteEventStore.open(folder).close();
  });

  it('with a file in it that is not an event log is refused', () => {
    const folder = newFolder();
    alter(folder, 'CREATE TABLE cats (name)');
    expect(() => SqliteEventStore.open(folder)).toThrow('this file is not the event log');
  });

  it('is not made by someone who only wants to read', () => {
    const folder = newFolder();
    expect(() => SqliteEventStore.open(folder, { readOnly: true })).toThrow('there is no event log at');
    expect(existsSync(join(folder, 'events.db'))).toBe(false);
  });

  it.each(["UPDATE events SET data = '{}'", 'DELETE FROM events', 'INSERT OR REPLACE INTO events SELECT * FROM events'])(
    'does not let a recorded event be changed: %s',
    async (sql) => {
      const folder = newFolder();
      const store = SqliteEventStore.open(folder);
      await store.append('complaint-1', 'none', [event()]);
      await store.close();
      expect(() => alter(folder, `PRAGMA recursive_triggers = ON; ${sql}`)).toThrow(/a recorded event is not (altered|deleted)/);
    },
  );

  it('is written durably: synchronous = FULL', async () => {
    const levels: unknown[] = [];
    const store = SqliteEventStore.open(newFolder(), {
      open: (file, settings) => {
        const database = openSqlite(file, settings);
        if (!settings.readOnly) levels.push(scalar(database, 'PRAGMA synchronous'));
        return database;
      },
    });
    expect(levels).toEqual([2]);
    await store.close();
  });
});

function alter(folder: string, sql: string): void {
  const database = openSqlite(join(folder, 'events.db'), { synchronous: 'FULL' });
  try {
    database.exec(sql);
  } finally {
    database.close();
  }
}
