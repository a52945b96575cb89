import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSqlite } from '@app/sqlite';
import { temporaryFolders } from '@app/testing';
import { KeyDestroyed } from '../key-store';
import { SqliteKeyStore } from './sqlite-key-store';

const newFolder = temporaryFolders();
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('a folder of keys', () => {
  it('is for its owner alone', async () => {
    const folder = newFolder();
    await SqliteKeyStore.open(folder).close();
    expect(statSync(join(folder, 'keys')).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'keys', 'master.key')).mode & 0o777).toBe(0o600);
  });

  it('keeps keys, destroyed ones and the secret until it is opened again', async () => {
    const folder = newFolder();
    const before = SqliteKeyStore.open(folder);
    const key = await before.obtain('complaint-1');
    await before.obtain('complaint-2');
    await before.destroy('complaint-2');
    const secret = before.installationSecret();
    await before.close();

    const after = SqliteKeyStore.open(folder);
    expect(await after.find('complaint-1')).toEqual(key);
    expect(await after.obtain('complaint-1')).toEqual(key);
    await expect(after.obtain('complaint-2')).rejects.toThrow(KeyDestroyed);
    expect(after.installationSecret()).toEqual(secret);
    await after.close();
  });

  it('does not hold a key in clear', async () => {
    const folder = newFolder();
    const store = SqliteKeyStore.open(folder);
    const key = await store.obtain('complaint-1');
    const secret = store.installationSecret();
    expect(everythingIn(folder)).not.toContain(hex(key));
    expect(everythingIn(folder)).not.toContain(hex(secret));
    await store.close();
  });

  it('holds nothing of a destroyed key, not even wrapped, in the file or its write-ahead log', async () => {
    const folder = newFolder();
    const store = SqliteKeyStore.open(folder);
    const owners = Array.from({ length: 2_000 }, (_, n) => `complaint-${(n * 7919) % 2_000}`);
    for (let from = 0; from < owners.length; from += 100)
      await Promise.all(owners.slice(from, from + 100).map((owner) => store.obtain(owner)));
    const wrapped = wrappedKeys(folder);
    const destroyed = owners.filter((_, n) => n % 20 === 0);
    for (const owner of destroyed) await store.destroy(owner);
    const rest = everythingIn(folder);
    expect(destroyed.filter((owner) => rest.includes(wrapped.get(owner)!))).toEqual([]);
    expect(rest).toContain(wrapped.get('complaint-1'));
    await store.close();
  });

  it('is refused without its master key, and no new one is made', async () => {
    const folder = newFolder();
    await SqliteKeyStore.open(folder).close();
    rmSync(join(folder, 'keys', 'master.key'));
    for (let attempt = 0; attempt < 2; attempt++) expect(() => SqliteKeyStore.open(folder)).toThrow(/master\.key is missing/);
  });

  it('is refused with another master key', async () => {
    const [folder, other] = [newFolder(), newFolder()];
    await SqliteKeyStore.open(folder).close();
    await SqliteKeyStore.open(other).close();
    writeFileSync(join(folder, 'keys', 'master.key'), readFileSync(join(other, 'keys', 'master.key')));
    expect(() => SqliteKeyStore.open(folder)).toThrow(/does not belong to/);
  });

  it('is refused with a master key that is none', async () => {
    const folder = newFolder();
    await SqliteKeyStore.open(folder).close();
    writeFileSync(join(folder, 'keys', 'master.key'), 'changeme');
    expect(() => SqliteKeyStore.open(folder)).toThrow(/does not hold a master key/);
  });

  it('does not open a key that was moved to another owner', async () => {
    const folder = newFolder();
    const before = SqliteKeyStore.open(folder);
    await before.obtain('complaint-1');
    await before.close();
    const database = openSqlite(join(folder, 'keys', 'keys.db'), { synchronous: 'FULL' });
    database.exec("UPDATE keys SET owner = 'complaint-2'");
    database.close();
    const after = SqliteKeyStore.open(folder);
    await expect(after.find('complaint-2')).rejects.toThrow('the key of complaint-2 cannot be unwrapped');
    await after.close();
  });
});

function everythingIn(folder: string): string {
  return ['keys.db', 'keys.db-wal'].map((name) => readFileSync(join(folder, 'keys', name)).toString('hex')).join(' ');
}

function wrappedKeys(folder: string): Map<string, string> {
  const database = openSqlite(join(folder, 'keys', 'keys.db'), { synchronous: 'FULL', readOnly: true });
  const rows = database.prepare('SELECT owner, lower(hex(wrapped)) AS wrapped FROM keys').all() as { owner: string; wrapped: string }[];
  database.close();
  return new Map(rows.map(({ owner, wrapped }) => [owner, wrapped]));
}
