import { caseFactsTable, projections, rowsVersion, tables, keysOf, projectBatch } from '@app/projections';
import { follow, on, onPostgres, recorded } from '@app/testing';
import { openPostgresReadStore } from '..';
import { openReadStore } from '../open-read-store';
import { sampleEvents } from '../../../testing/src/read-store-contract/sample';
import { generationMigrations, generationSource } from './generation-schema';

const cases = (...ids: string[]) =>
  recorded(ids.map((id) => on(`complaint-${id}`, 'ComplaintRegistered', { caseNumber: 'RX-2018-000001', channel: 'phone' })));

onPostgres('generations of rows in PostgreSQL', (given) => {
  const folded = async (url: string, version: number) => {
    const store = await openPostgresReadStore({ url });
    await follow(store, cases('a'), 1);
    await store.close();
    await given().ask(url, 'UPDATE huiying.generations SET rows_version = $1', [version]);
  };

  it('have the tables as they are described, whatever order of texts the database has', async () => {
    const url = await given().database();
    await (await openPostgresReadStore({ url })).close();
    const source = await generationSource(url, '1').initialize();
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    await source.destroy();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
    const odd = await given().ask(
      url,
      `SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'rows_1' AND table_name <> 'migrations'
       AND ((data_type = 'text' AND collation_name IS DISTINCT FROM 'C') OR (column_name = 'position' AND data_type <> 'bigint'))`,
    );
    expect(odd).toEqual([]);
  });

  it('can take their migrations back, and run them again', async () => {
    const url = await given().database();
    await (await openPostgresReadStore({ url })).close();
    const source = await generationSource(url, '1').initialize();
    for (const _ of generationMigrations) await source.undoLastMigration();
    expect(await source.runMigrations()).toHaveLength(generationMigrations.length);
    await source.destroy();
  });

  it('have the digests of the same events in SQLite', async () => {
    const shared = await openPostgresReadStore({ url: await given().database() });
    const alone = await openReadStore({ memory: true });
    for (const store of [shared, alone]) await follow(store, sampleEvents, 50);
    expect([...(await shared.digest())].map(([{ name }, digest]) => [name, digest])).toEqual(
      [...(await alone.digest())].map(([{ name }, digest]) => [name, digest]),
    );
    for (const store of [shared, alone]) await store.close();
  });

  it('order texts by their bytes, and nothing before everything, as SQLite does', async () => {
    const shared = await openPostgresReadStore({ url: await given().database() });
    const alone = await openReadStore({ memory: true });
    const events = cases('b', 'B', 'a', 'é', 'Z', '路', 'a-b', 'aa').map((event, index) => ({
      ...event,
      data: { ...event.data, caseNumber: `${index % 2 ? 'x' : 'Y'}${event.id}`, ...(index % 3 && { matter: event.id }) },
    }));
    const orders = [['case_number'], ['matter'], ['matter', 'case_number'], []] as const;
    const found = [];
    for (const store of [shared, alone]) {
      await follow(store, events, 3);
      const lists = [];
      for (const orderBy of orders)
        for (const descending of [false, true])
          lists.push((await store.rows(caseFactsTable, { orderBy, descending })).map(({ case_id }) => case_id));
      lists.push(await store.tallies(caseFactsTable, { groupBy: ['matter'], counts: { n: [{}] } }));
      found.push(lists);
      await store.close();
    }
    expect(found[0]).toEqual(found[1]);
  });

  it('hold positions that are offsets of bytes', async () => {
    const far = 2 ** 45;
    const url = await given().database();
    const store = await openPostgresReadStore({ url });
    const events = cases('a').map((event) => ({ ...event, position: far }));
    const { changes } = projectBatch(projections, await store.load(keysOf(projections, events)), events);
    const park = [{ stream: 'complaint-b', position: far, error: 'no', parked_at: '2018-03-01T04:00:00.000Z' }];
    await store.apply(changes, { name: 'rows', from: 0, to: far }, { park });
    await store.apply(changes, { name: 'policies', from: 0, to: far });
    expect([await store.checkpoint('rows'), await store.checkpoint('policies')]).toEqual([far, far]);
    expect((await store.rows(caseFactsTable)).map(({ position }) => position)).toEqual([far]);
    expect(await store.parked()).toEqual(park);
    await store.close();
  });

  it('are made once, by however many processes begin at the same time', async () => {
    const url = await given().database();
    const stores = await Promise.all(Array.from({ length: 5 }, () => openPostgresReadStore({ url, segments: 4 })));
    expect(stores.map(({ generation, segmentCount }) => [generation, segmentCount])).toEqual(stores.map(() => ['1', 4]));
    for (const store of stores) await store.close();
  });

  it('are filled beside the one that is served; everybody goes over at one stroke, and no reader notices', async () => {
    const url = await given().database();
    const [serving, other] = await Promise.all([openPostgresReadStore({ url }), openPostgresReadStore({ url })]);
    await follow(serving, cases('a'), 1);
    const next = await openPostgresReadStore({ url, generation: await serving.newGeneration() });
    expect(next.generation).toBe('2');
    await next.beginBulk();
    await follow(next, cases('a', 'b', 'c'), 2);
    await next.endBulk();
    await next.close();
    expect(await serving.count(caseFactsTable)).toBe(1);

    const seen = new Set<number>();
    const reader = { over: false };
    const reading = [serving, other].flatMap((store) =>
      Array.from({ length: 8 }, async () => {
        while (!reader.over) seen.add((await store.rows(caseFactsTable)).length);
      }),
    );
    await serving.switchTo('2');
    expect([serving.generation, await serving.count(caseFactsTable), await serving.checkpoint('rows')]).toEqual(['2', 3, 3]);
    expect(await other.reached('rows', 3, 20_000)).toBe(true);
    reader.over = true;
    await Promise.all(reading);
    expect([...seen].toSorted((few, many) => few - many)).toEqual([1, 3]);
    expect([other.generation, await other.count(caseFactsTable)]).toEqual(['2', 3]);

    await other.removeOldGenerations();
    expect(await given().ask(url, `SELECT name FROM huiying.generations`)).toEqual([{ name: '2' }]);
    expect(await given().ask(url, `SELECT 1 FROM pg_namespace WHERE nspname = 'rows_1'`)).toEqual([]);
    for (const store of [serving, other]) await store.close();
  });

  it('keep the places of followers whose work is not rows', async () => {
    const url = await given().database();
    const store = await openPostgresReadStore({ url });
    await store.apply(
      { puts: new Map(), updates: new Map(), removals: new Map(), additions: new Map() },
      { name: 'policies', from: 0, to: 9 },
    );
    await store.switchTo(await store.newGeneration());
    expect([await store.checkpoint('policies'), await store.checkpoint('rows')]).toEqual([9, 0]);
    await store.close();
  });

  it('begin anew when a bulk load was broken off, and are left alone while it goes on', async () => {
    const url = await given().database();
    const broken = await openPostgresReadStore({ url });
    await broken.beginBulk();
    await follow(broken, cases('a'), 1);
    await expect(openPostgresReadStore({ url })).rejects.toThrow('is being filled by another process');
    await given().ask(
      url,
      `SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_database ON oid = database AND datname = current_database() WHERE locktype = 'advisory' AND granted`,
    );
    const anew = await openPostgresReadStore({ url });
    expect([anew.generation, await anew.checkpoint('rows'), await anew.count(caseFactsTable)]).toEqual(['1', 0, 0]);
    await follow(anew, cases('a'), 1);
    expect(await anew.count(caseFactsTable)).toBe(1);
    for (const store of [anew, broken]) await store.close();
  });

  it('of older rules are served on while one of ours is filled, and then left', async () => {
    const url = await given().database();
    await folded(url, rowsVersion - 1);
    const [store, beside] = [await openPostgresReadStore({ url }), await openPostgresReadStore({ url })];
    expect([store.generation, store.generationOutdated, await store.checkpoint('rows')]).toEqual(['2', '1', 0]);
    expect([beside.generation, beside.generationOutdated]).toEqual(['2', '1']);
    await follow(store, cases('a'), 1);
    await store.switchTo('2');
    expect(store.generationOutdated).toBeUndefined();
    await store.removeOldGenerations();
    expect(await given().ask(url, 'SELECT name FROM huiying.generations')).toEqual([{ name: '2' }]);
    for (const each of [store, beside]) await each.close();
  });

  it('are not served unless they are there and filled', async () => {
    const url = await given().database();
    const store = await openPostgresReadStore({ url });
    const filling = await openPostgresReadStore({ url, generation: await store.newGeneration() });
    await filling.beginBulk();
    await expect(store.switchTo('2')).rejects.toThrow('generation 2 of the rows is still being filled');
    await expect(store.switchTo('3')).rejects.toThrow('there is no generation 3 of the rows');
    await filling.endBulk();
    await store.switchTo('2');
    expect(store.generation).toBe('2');
    for (const each of [store, filling]) await each.close();
  });

  it('of newer rules are not touched', async () => {
    const url = await given().database();
    await folded(url, rowsVersion + 1);
    const store = await openPostgresReadStore({ url });
    expect([store.generation, store.generationOutdated]).toEqual(['2', '1']);
    await store.close();
    await expect(openPostgresReadStore({ url, generation: '1' })).rejects.toThrow('was written by a newer version of huiying');
  });

  it('are not found under any other name', async () => {
    await expect(openPostgresReadStore({ url: await given().database(), generation: 'a"b' })).rejects.toThrow(
      'a"b is no name of a generation of rows',
    );
  });

  it('are as many tables as in SQLite', async () => {
    const url = await given().database();
    await (await openPostgresReadStore({ url })).close();
    const found = await given().ask<{ tablename: string }>(url, `SELECT tablename FROM pg_tables WHERE schemaname = 'rows_1'`);
    expect(found.map(({ tablename }) => tablename)).toEqual(expect.arrayContaining(tables.map(({ name }) => name)));
  });
});
