import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstLine, keyStoreContract, onPostgres, runInChild, temporaryFolders } from '@app/testing';
import { KeyDestroyed, type KeyStore } from '../key-store';
import { openPostgresKeys } from './open-postgres-key-store';

const newFolder = temporaryFolders();
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

onPostgres('keys in PostgreSQL', (given) => {
  keyStoreContract('PostgreSQL', async () =>
    openPostgresKeys({ url: await given().database(), masterKeyFile: join(newFolder(), 'master.key') }),
  );

  let url: string;
  let masterKeyFile: string;
  const stores: KeyStore[] = [];
  const open = async (file = masterKeyFile): Promise<KeyStore> => {
    const store = await openPostgresKeys({ url, masterKeyFile: file });
    stores.push(store);
    return store;
  };
  beforeEach(async () => {
    url = await given().database();
    masterKeyFile = join(newFolder(), 'keys', 'master.key');
  });
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
  });

  it('are one for each owner, whichever process asks first, and however many begin at the same time', async () => {
    const children = [1, 2, 3].map(() =>
      runInChild(`
        const { openPostgresKeys } = require('@app/event-store');
        const { createHash } = require('node:crypto');
        (async () => {
          const store = await openPostgresKeys(${JSON.stringify({ url, masterKeyFile })});
          const keys = await Promise.all(Array.from({ length: 2000 }, (_, n) => store.obtain('complaint-' + n)));
          const hash = createHash('sha256');
          for (const key of keys) hash.update(key);
          console.log(hash.digest('hex') + ' ' + Buffer.from(store.installationSecret()).toString('hex'));
          await store.close();
        })();`),
    );
    const [one, two, three] = await Promise.all(children.map(firstLine));
    expect([two, three]).toEqual([one, one]);
    const store = await open();
    const hash = createHash('sha256');
    for (let n = 0; n < 2_000; n++) hash.update((await store.find(`complaint-${n}`))!);
    expect(`${hash.digest('hex')} ${hex(store.installationSecret())}`).toBe(one);
    expect(statSync(masterKeyFile).mode & 0o777).toBe(0o600);
  });

  it('are used no longer once another process has destroyed them', async () => {
    const [one, two] = [await open(), await open()];
    const key = await one.obtain('complaint-1');
    expect(await two.find('complaint-1')).toEqual(key);
    await two.destroy('complaint-1');
    expect(await two.find('complaint-1')).toBeUndefined();
    const until = Date.now() + 3_000;
    let found: unknown = key;
    while (found && Date.now() < until) found = await one.find('complaint-1');
    expect(found).toBeUndefined();
    await expect(one.obtain('complaint-1')).rejects.toThrow(KeyDestroyed);
    expect(await given().ask(url, 'SELECT owner, wrapped FROM huiying.data_keys')).toEqual([{ owner: 'complaint-1', wrapped: null }]);
  });

  it('are not there in clear', async () => {
    const store = await open();
    const key = await store.obtain('complaint-1');
    const rows = await given().ask(
      url,
      `SELECT encode(wrapped, 'hex') AS "text" FROM huiying.data_keys UNION ALL SELECT encode(fingerprint, 'hex') FROM huiying.master_key`,
    );
    expect(rows).toHaveLength(2);
    for (const secret of [key, store.installationSecret()]) expect(JSON.stringify(rows)).not.toContain(hex(secret));
  });

  it('are refused without their master key, and no new one is made', async () => {
    await open();
    rmSync(masterKeyFile);
    for (let attempt = 0; attempt < 2; attempt++) await expect(open()).rejects.toThrow(/master\.key is missing/);
  });

  it('are refused with another master key', async () => {
    await open();
    const other = join(newFolder(), 'master.key');
    writeFileSync(other, 'ab'.repeat(32));
    await expect(open(other)).rejects.toThrow(/does not belong to this database/);
  });

  it('are taken up with a master key that is already there', async () => {
    mkdirSync(join(masterKeyFile, '..'));
    writeFileSync(masterKeyFile, 'cd'.repeat(32));
    await open();
    expect(readFileSync(masterKeyFile, 'utf8')).toBe('cd'.repeat(32));
  });

  it('do not open when they were moved to another owner', async () => {
    const store = await open();
    await store.obtain('complaint-1');
    await given().ask(url, `UPDATE huiying.data_keys SET owner = 'complaint-2'`);
    await expect(store.find('complaint-2')).rejects.toThrow('the key of complaint-2 cannot be unwrapped');
  });

  it('are there again after every connection was cut, and after the server was killed', async () => {
    const store = await open();
    const key = await store.obtain('complaint-1');
    await given().ask(
      url,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'huiying keys' AND datname = current_database()`,
    );
    const second = await store.obtain('complaint-2');
    await given().own?.kill();
    await given().own?.start();
    const again = await open();
    expect([await again.find('complaint-1'), await again.find('complaint-2')]).toEqual([key, second]);
    expect(await store.find('complaint-3')).toBeUndefined();
  });
});
