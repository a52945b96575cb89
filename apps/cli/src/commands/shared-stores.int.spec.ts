import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '@app/config';
import type { EventStore } from '@app/event-store';
import { openEvents } from '@app/stores';
import { EventStoreDbServer, onPostgres, temporaryFolders } from '@app/testing';
import { bringIn, sharedPlace } from '../places-for-specs';
import type { CliCommand } from './command';
import { importCases } from './import.command';
import { rebuild } from './rebuild.command';
import { report } from './report.command';
import { verify } from './verify.command';
import { whatIf } from './what-if.command';

const newFolder = temporaryFolders();
const cases = 20;

onPostgres('the command line on shared stores', (given) => {
  let place: Settings;
  let server: EventStoreDbServer;
  let log: EventStore;
  let out: jest.SpyInstance;
  let errors: jest.SpyInstance;

  const run = async (command: CliCommand, values: Record<string, string | boolean>, ...positionals: string[]) => {
    out.mockClear();
    const code = await command.run(values, positionals, place);
    return { code, text: out.mock.calls.map(([text]) => String(text)).join('') };
  };

  beforeAll(async () => {
    out = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    errors = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    server = await EventStoreDbServer.start();
    place = sharedPlace(newFolder(), server.url, await given().database());
    await bringIn(place, newFolder(), cases);
    log = await openEvents(place);
  });
  afterAll(async () => {
    await log.close();
    await server.stop();
    out.mockRestore();
    errors.mockRestore();
  });

  it('verifies the chain, to the end or to a position', async () => {
    const { checked, digest } = await log.verify();
    expect(await run(verify, {})).toEqual({ code: 0, text: expect.stringContaining(`${checked} 条事件，校验值 ${digest}`) });
    const [, , third] = await log.readAll(0, 3);
    const at = String(third!.position);
    expect(await run(verify, { at })).toEqual({
      code: 0,
      text: expect.stringContaining(`3 条事件，校验值 ${await log.hashAt(third!.position)}`),
    });
    await expect(run(verify, { at: String((await log.head()) + 1) })).rejects.toThrow(`日志只到位置 ${await log.head()}`);
  });

  it('tells a share and no count where positions are no counts', async () => {
    const head = await log.head();
    errors.mockClear();
    const file = join(newFolder(), 'supposition.json');
    writeFileSync(file, JSON.stringify({ countMerged: true }));
    expect((await run(whatIf, {}, 'annual-response', '2017', file)).text).toContain(`position ${head}`);
    const bars = errors.mock.calls.map(([text]) => String(text)).filter((text) => text.startsWith('测算'));
    expect(bars.at(-1)).toBe('测算 replay 100%\n');
  });

  it('fills in a report as of a position from the log, and as of now from the rows', async () => {
    const head = await log.head();
    const then = await run(report, { format: 'json', 'at-position': String(head) }, 'annual-response', '2017');
    expect(await run(rebuild, {})).toMatchObject({ code: 0 });
    const now = await run(report, { format: 'json' }, 'annual-response', '2017');
    expect([now.code, now.text]).toEqual([0, then.text]);
    expect(now.text).toContain(`"position": ${head}`);
  });

  it('finds what is there already when it imports, or only looks', async () => {
    const head = await log.head();
    const file = join(newFolder(), 'year.ndjson');
    const steps = [{ command: 'register', at: '2017-03-02', data: { channel: 'phone', kind: 'help', matter: '供水', text: '停水' } }];
    writeFileSync(file, JSON.stringify({ type: 'complaint', number: 'N1', steps }));
    const values = { source: 'urn:old', unit: 'gov-office', type: 'complaint', 'skip-bad': false };
    expect(await run(importCases, { ...values, 'dry-run': true }, file)).toMatchObject({ code: 0 });
    expect(await log.head()).toBe(head);
    expect(await run(importCases, values, file)).toEqual({
      code: 0,
      text: expect.stringMatching(/已导入1件办件[^]*由 projector 自动跟上/),
    });
    expect(await run(importCases, values, file)).toEqual({ code: 0, text: expect.stringContaining('1件此前已在系统中') });
  });
});
