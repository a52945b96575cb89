import { join } from 'node:path';
import { DistantRows, rebuild, SegmentedProjector, SystemClock } from '@app/case-handling';
import type { Settings } from '@app/config';
import { type EventStore, newEventId } from '@app/event-store';
import { caseFactsTable } from '@app/projections';
import { openReadStore, type ReadStore, type SharedRows } from '@app/read-store';
import { openEvents, openRows } from '@app/stores';
import { EventStoreDbServer, killAtOnce, onPostgres, runInChild, temporaryFolders } from '@app/testing';
import { bringIn, sharedPlace } from '../places-for-specs';
import { rebuildShared, tidyShared } from './rebuild-shared';

const newFolder = temporaryFolders();
const cases = 120;

onPostgres('a rebuild of shared rows', (given) => {
  let place: Settings;
  let url: string;
  let server: EventStoreDbServer;
  let log: EventStore;
  let stderr: jest.SpyInstance;
  const closing: (() => Promise<void>)[] = [];

  const open = async (): Promise<SharedRows> => {
    const rows = (await openRows(place)) as SharedRows;
    closing.push(() => rows.close());
    return rows;
  };
  const startProjector = async (): Promise<SegmentedProjector> => {
    const rows = await open();
    const projector = new SegmentedProjector(log, rows, new DistantRows(log, rows, new SystemClock()));
    await projector.start();
    closing.push(() => projector.stop());
    return projector;
  };
  const run = async (check = false) => {
    const lines: string[] = [];
    const code = await rebuildShared(place, check, (line) => lines.push(line));
    return { code, text: lines.join('\n') };
  };
  const named = async (rows: ReadStore) => [...(await rows.digest())].map(([{ name }, digest]) => [name, digest]);
  const generations = async () =>
    (await given().ask<{ name: string }>(url, 'SELECT name FROM huiying.generations ORDER BY name')).map((each) => each.name);
  /** Of a case that was never received: its rows must wait. */
  const poison = () =>
    log.append('complaint-0190aaaa-0000-7000-8000-000000000001', 'any', [
      {
        id: newEventId(),
        type: 'ComplaintRouted',
        data: '{"unit":"parks"}',
        metadata: '{"occurredAt":"2018-03-01T04:00:00Z","by":{"id":"li-na","unit":"gov-office"}}',
      },
    ]);
  /** What is served is what the log says, to its end. */
  const expectServedIsLog = async () => {
    const [served, alone] = [await open(), await openReadStore({ memory: true })];
    const head = await log.head();
    expect(await served.reached('rows', head, 30_000)).toBe(true);
    await rebuild(log, alone);
    expect(await served.still(() => named(served))).toEqual(await named(alone));
    expect(await served.parked()).toEqual(await alone.parked());
    await alone.close();
  };

  beforeAll(() => (stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true)));
  afterAll(() => stderr.mockRestore());
  beforeEach(async () => {
    server = await EventStoreDbServer.start();
    url = await given().database();
    place = sharedPlace(newFolder(), server.url, url);
    await bringIn(place, newFolder(), cases);
    log = await openEvents(place);
    closing.push(() => log.close());
    await poison();
  });
  afterEach(async () => {
    for (const close of closing.splice(0).toReversed()) await close();
    await server.stop();
  });

  it('goes over to the new rows while cases come in and somebody asks all the time', async () => {
    const [projector, reader] = [await startProjector(), await open()];
    expect(await projector.reached(await log.head(), 30_000)).toBe(true);
    const seen: number[] = [];
    const asking = { over: false };
    const answers = Array.from({ length: 4 }, async () => {
      while (!asking.over) seen.push(await reader.count(caseFactsTable));
    });
    const incoming = (async () => {
      await bringIn(place, newFolder(), 60, 1_001);
      await poison();
    })();

    const { code, text } = await run();
    expect([code, text]).toEqual([0, expect.stringContaining('各表与原数据逐字节一致')]);
    expect(text).toContain('generation 2 is served from now on');
    expect(text).not.toContain('尚无 projector');
    await incoming;
    await bringIn(place, newFolder(), 10, 2_001);
    await expectServedIsLog();
    asking.over = true;
    await Promise.all(answers);

    expect(seen.length).toBeGreaterThan(10);
    expect(Math.min(...seen)).toBeGreaterThanOrEqual(cases);
    expect(await (await open()).count(caseFactsTable)).toBe(cases + 70);
    expect([reader.generation, await generations()]).toEqual(['2', ['1', '2']]);
    const states = await (await open()).segments();
    expect(states.map(({ owner }) => owner)).toEqual(states.map(() => projector.owner));

    expect(await tidyShared(place, () => undefined)).toBe(0);
    expect(await generations()).toEqual(['2']);
    await expectServedIsLog();
  });

  it('only compares when it is told to, and leaves everything as it was', async () => {
    const projector = await startProjector();
    expect(await projector.reached(await log.head(), 30_000)).toBe(true);
    expect(await run(true)).toEqual({ code: 0, text: expect.stringContaining('各表与原数据逐字节一致') });
    expect(await generations()).toEqual(['1']);

    await given().ask(
      url,
      `UPDATE rows_1.${caseFactsTable.name} SET unit = 'moon-base' WHERE case_id = (SELECT min(case_id) FROM rows_1.${caseFactsTable.name})`,
    );
    const { code, text } = await run(true);
    expect([code, text]).toEqual([1, expect.stringContaining(`${caseFactsTable.name}: 与原数据不同`)]);
    expect(text.match(/与原数据不同/g)).toHaveLength(1);
    expect(await generations()).toEqual(['1']);

    expect((await run()).code).toBe(0);
    await expectServedIsLog();
  });

  it('compares with rows that nobody brings on, and brings the new ones to the end of the log', async () => {
    const projector = await startProjector();
    expect(await projector.reached(await log.head(), 30_000)).toBe(true);
    await projector.stop();
    await bringIn(place, newFolder(), 20, 1_001);
    const { code, text } = await run();
    expect([code, text]).toEqual([0, expect.stringContaining('各表与原数据逐字节一致')]);
    expect(text).toContain('start one');
    await expectServedIsLog();
  });

  it('fills rows where there are none yet', async () => {
    const { code, text } = await run();
    expect([code, text]).toEqual([0, expect.stringContaining('没有可比较的原数据')]);
    await expectServedIsLog();
  });

  it('that was killed breaks nothing, and the next one starts anew', async () => {
    const projector = await startProjector();
    expect(await projector.reached(await log.head(), 30_000)).toBe(true);
    const child = runInChild(`
      process.stderr.write = (text) => process.stdout.write(text);
      const { rebuildShared } = require('${join(__dirname, 'rebuild-shared')}');
      rebuildShared(${JSON.stringify(place)}, false, console.log).then(process.exit);`);
    child.stdout.resume();
    const isFilling = async () => (await given().ask(url, `SELECT 1 FROM huiying.generations WHERE state = 'loading'`)).length > 0;
    while (child.exitCode === null && !(await isFilling()));
    await killAtOnce(child);
    expect(child.signalCode).toBe('SIGKILL');
    expect((await open()).generation).toBe('1');
    await bringIn(place, newFolder(), 5, 1_001);
    await expectServedIsLog();

    expect(await run()).toEqual({ code: 0, text: expect.stringContaining('generation 3 is served from now on') });
    await expectServedIsLog();
  });

  it('is alone', async () => {
    const rows = await open();
    expect(await rows.lease('rebuild', 'somebody else', 60_000)).toBeDefined();
    await expect(run()).rejects.toThrow('另一个重建正在进行');
    expect(await generations()).toEqual(['1']);
  });
});
