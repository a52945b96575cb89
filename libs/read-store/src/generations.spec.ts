import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { caseFactsTable, noChanges, rowsVersion } from '@app/projections';
import { openSqlite } from '@app/sqlite';
import { follow, on, recorded, temporaryFolders } from '@app/testing';
import { RowsFromNewerVersion } from './errors';
import { currentGeneration, newGeneration, recordGeneration, removeOldGenerations, rowsFile } from './generations';
import { migrations } from './migrations';
import { openWriter } from './open-connection';
import { openReadStore } from './open-read-store';

const folders = temporaryFolders();
const nothing = noChanges;
const cases = (...ids: string[]) =>
  recorded(ids.map((id) => on(`complaint-${id}`, 'ComplaintRegistered', { caseNumber: 'RX-2018-000001', channel: 'phone' })));

describe('generations of rows', () => {
  it('begin with 1', async () => {
    const folder = folders();
    const store = await openReadStore({ folder });
    expect([store.generation, await currentGeneration(folder), await newGeneration(folder)]).toEqual(['1', '1', '2']);
    await store.close();
  });

  it('are built beside the one that is served, and taken over by a pointer', async () => {
    const folder = folders();
    const serving = await openReadStore({ folder });
    await follow(serving, cases('a'), 1);

    const rebuilt = await openReadStore({ folder, generation: await newGeneration(folder) });
    await rebuilt.beginBulk();
    await follow(rebuilt, cases('a', 'b'), 2);
    await rebuilt.endBulk();
    await rebuilt.close();
    expect(await serving.count(caseFactsTable)).toBe(1);

    const reads = [serving.count(caseFactsTable), serving.switchTo('2'), serving.count(caseFactsTable)];
    expect((await Promise.all(reads))[0]).toBe(1);
    expect(await serving.count(caseFactsTable)).toBe(2);
    expect(await serving.checkpoint('rows')).toBe(2);
    expect(await currentGeneration(folder)).toBe('2');
    await serving.close();

    const opened = await openReadStore({ folder });
    expect([opened.generation, await opened.count(caseFactsTable)]).toEqual(['2', 2]);
    await opened.close();
  });

  it('go when they are no longer served', async () => {
    const folder = folders();
    await (await openReadStore({ folder })).close();
    await (await openReadStore({ folder, generation: '2' })).close();
    await recordGeneration(folder, '2');
    await removeOldGenerations(folder);
    expect(['1', '2'].map((name) => existsSync(join(folder, 'rows', `${name}.db`)))).toEqual([false, true]);
  });

  it('begin anew when a bulk load was broken off', async () => {
    const folder = folders();
    const broken = await openReadStore({ folder });
    await broken.beginBulk();
    await follow(broken, cases('a'), 1);
    await broken.close();
    const anew = await openReadStore({ folder });
    expect([await anew.checkpoint('rows'), (await anew.rows(caseFactsTable)).length]).toEqual([0, 0]);
    await anew.apply(nothing, { name: 'rows', from: 0, to: 1 });
    await anew.close();
  });

  describe('of another version of the rules', () => {
    const folded = async (version: number): Promise<string> => {
      const folder = folders();
      const store = await openReadStore({ folder });
      await follow(store, cases('a'), 1);
      await store.close();
      const database = openSqlite(rowsFile(folder, '1'), { synchronous: 'NORMAL' });
      database.exec(`PRAGMA user_version = ${version}`);
      database.close();
      return folder;
    };
    const found = async (folder: string) => {
      const store = await openReadStore({ folder });
      const what = [await store.checkpoint('rows'), await store.count(caseFactsTable)];
      await store.close();
      return what;
    };

    it('are kept when it is the same', async () => expect(await found(await folded(rowsVersion))).toEqual([1, 1]));

    it.each([0, rowsVersion - 1])('begin anew when it is older (%d)', async (version) => {
      const folder = await folded(version);
      expect(await found(folder)).toEqual([0, 0]);
      const store = await openReadStore({ folder });
      await follow(store, cases('a', 'b'), 1);
      await store.close();
      expect(await found(folder)).toEqual([2, 2]);
    });

    it('begin anew, but what was acted on stays acted on', async () => {
      const folder = folders();
      const store = await openReadStore({ folder });
      await follow(store, cases('a'), 1);
      await store.apply(nothing, { name: 'policies', from: 0, to: 1 });
      await store.close();
      const database = openSqlite(rowsFile(folder, '1'), { synchronous: 'NORMAL' });
      database.exec(`PRAGMA user_version = ${rowsVersion - 1}`);
      database.close();
      const anew = await openReadStore({ folder });
      expect([await anew.checkpoint('rows'), await anew.checkpoint('policies')]).toEqual([0, 1]);
      await anew.apply(nothing, { name: 'policies', from: 1, to: 2 });
      await anew.close();
    });

    it('begin anew where the tables are still those of the first version', async () => {
      const folder = await folded(0);
      const { source } = await openWriter(rowsFile(folder, '1'));
      for (const _ of migrations.slice(1)) await source.undoLastMigration();
      await source.destroy();
      expect(await found(folder)).toEqual([0, 0]);
    });

    it('are left alone when it is newer', async () => {
      const folder = await folded(rowsVersion + 1);
      await expect(openReadStore({ folder })).rejects.toThrow(RowsFromNewerVersion);
      await expect(openReadStore({ folder })).rejects.toThrow('was written by a newer version of huiying');
    });
  });

  it('are not found outside their folder', async () => {
    const folder = folders();
    await expect(openReadStore({ folder, generation: '../events' })).rejects.toThrow('../events is no name of a generation of rows');
  });

  it('do not read a pointer that was half written', async () => {
    const folder = folders();
    await recordGeneration(folder, '3');
    writeFileSync(join(folder, 'rows', 'current.new'), '');
    expect(await currentGeneration(folder)).toBe('3');
  });
});
