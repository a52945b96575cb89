import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DataFolderInUse, DataFolderTooNew, EventStore, SqliteEventStore } from '@app/event-store';
import { RowsFromNewerVersion } from '@app/read-store';
import { openSqlite } from '@app/sqlite';
import { complaintForm, letterForm } from '../support/forms';
import { clerk } from '../support/people';
import { type RunningServer, serversForSpecs } from '../support/running-server';

const { start, newFolder } = serversForSpecs();

/** A folder that a server has worked in and left in order. */
const usedFolder = async (): Promise<string> => {
  const folder = newFolder();
  const server = await start(folder);
  await (await server.as(clerk)).register('complaint', complaintForm);
  await server.settled();
  await server.stop();
  return folder;
};

describe('a data folder', () => {
  it('that a server works in takes no second one, however often it tries, and the first works on', async () => {
    const server = await start();
    const office = await server.as(clerk);
    for (let attempt = 0; attempt < 2; attempt += 1) await expect(start(server.folder)).rejects.toThrow(DataFolderInUse);
    await office.register('complaint', complaintForm);
    await server.settled();
    expect((await server.ask('/readyz')).body.ready).toBe(true);
  });

  it('is locked for other processes as well', async () => {
    const server = await start();
    const lock = JSON.stringify(join(server.folder, 'lock.db'));
    const script = `const { DatabaseSync } = require('@photostructure/sqlite');
      const database = new DatabaseSync(${lock}, { timeout: 0 });
      try { database.exec('BEGIN EXCLUSIVE'); console.log('taken'); } catch (error) { console.log(error.errcode); }`;
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8', cwd: join(__dirname, '../..') });
    expect({ stdout: stdout.trim(), stderr }).toEqual({ stdout: '5', stderr: '' });
  });

  it('is free again when its server has stopped', async () => {
    const folder = await usedFolder();
    const server = await start(folder);
    expect((await server.ask('/readyz')).status).toBe(200);
  });

  it.each([
    ['the log', 'events.db', DataFolderTooNew],
    ['the keys', 'keys/keys.db', DataFolderTooNew],
  ])('whose file of %s a newer version has written is left alone', async (_, file, error) => {
    const folder = await usedFolder();
    const database = openSqlite(join(folder, file), { synchronous: 'FULL' });
    database.exec('PRAGMA user_version = 99');
    database.close();
    const before = statSync(join(folder, file)).mtimeMs;
    await expect(start(folder)).rejects.toThrow(error);
    expect(statSync(join(folder, file)).mtimeMs).toBe(before);
  });

  it('whose rows a newer version has written is left alone', async () => {
    const folder = await usedFolder();
    const database = openSqlite(join(folder, 'rows', '1.db'), { synchronous: 'NORMAL' });
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all() as { name: string }[];
    const migrations = tables.find(({ name }) => name.includes('migration'))?.name;
    expect(migrations).toBeDefined();
    database.exec(`INSERT INTO ${migrations} ("timestamp", "name") VALUES (99999999999999, 'FromTheFuture99999999999999')`);
    database.close();
    await expect(start(folder)).rejects.toThrow(RowsFromNewerVersion);
  });

  it('is readable by its owner only where it holds keys', async () => {
    const server = await start();
    server.hotline();
    for (const [path, mode] of [
      ['keys', 0o700],
      ['keys/master.key', 0o600],
      ['keys/signing.jwk', 0o600],
      ['keys/intake.json', 0o600],
    ] as const)
      expect([path, statSync(join(server.folder, path)).mode & 0o777]).toEqual([path, mode]);
  });
});

describe('a server that starts again', () => {
  let server: RunningServer;

  it('knows what it knew: cases, keys, repeats; and numbers go on without a gap', async () => {
    server = await start();
    const office = await server.as(clerk);
    const { key, source } = server.hotline();
    const hotline = server.hotline(source);
    const event = hotline.event('complaint.received', 'r-1', 'R-1', '2018-06-04T09:00:00+08:00', complaintForm);
    const { body: receipt } = await hotline.report(event);
    const { body: first } = await office.post('/cases/letter', letterForm, { 'idempotency-key': 'restart' });
    await server.stop();

    server = await start(server.folder);
    expect(key).toMatch(/^hyk_/);
    const again = await server.as(clerk);
    expect((await again.post('/cases/letter', letterForm, { 'idempotency-key': 'restart' })).body).toEqual({ ...first, repeated: true });
    const { body: next } = await again.post('/cases/letter', letterForm);
    expect(Number(next.caseNumber.slice(-6))).toBe(Number(first.caseNumber.slice(-6)) + 1);
    const repeated = await server.hotline(source).report(event);
    expect(repeated.body).toEqual({ ...receipt, status: 'duplicate' });
  });

  it.each(['as they were', 'anew, by other rules'])('releases what waited while it was away, with its rows %s', async (rows) => {
    server = await start();
    const hotline = server.hotline();
    const at = '2018-06-04T09:00:00+08:00';
    const { body: early } = await hotline.report(hotline.event('complaint.supplemented', 'w-2', 'W-1', at, { text: '补充' }));
    expect(early.status).toBe('parked');
    await server.settled();
    await server.stop();
    if (rows.startsWith('anew')) {
      const database = openSqlite(join(server.folder, 'rows', '1.db'), { synchronous: 'NORMAL' });
      database.exec('PRAGMA user_version = 1');
      database.close();
    }
    server = await start(server.folder);
    await server.hotline().report(hotline.event('complaint.received', 'w-1', 'W-1', at, complaintForm));
    await server.settled();
    expect((await server.hotline().receipt(early.receiptId)).body.status).toBe('recorded');
  });

  it('finds the log whole', async () => {
    const folder = await usedFolder();
    server = await start(folder);
    const { checked, firstBad } = await server.get(EventStore).verify();
    expect({ checked, firstBad }).toEqual({ checked: await server.head(), firstBad: undefined });
    await server.stop();
    const reading = SqliteEventStore.open(folder, { readOnly: true });
    expect((await reading.verify()).firstBad).toBeUndefined();
    await reading.close();
  });
});
