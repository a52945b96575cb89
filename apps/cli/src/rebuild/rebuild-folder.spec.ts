import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '@app/config';
import { SqliteEventStore } from '@app/event-store';
import { noChanges } from '@app/projections';
import { openRows } from '@app/stores';
import { temporaryFolders } from '@app/testing';
import { bringIn, embeddedPlace } from '../places-for-specs';
import { rebuildFolder, tidyFolder } from './rebuild-folder';

const newFolder = temporaryFolders();

let place: Settings;
let stderr: jest.SpyInstance;

const run = async (check = false) => {
  const lines: string[] = [];
  const code = await rebuildFolder(place, check, (line) => lines.push(line));
  return { code, text: lines.join('\n') };
};
const served = async () => {
  const rows = await openRows(place);
  const known = {
    generation: rows.generation,
    rows: await rows.checkpoint('rows'),
    policies: await rows.checkpoint('policies'),
    relay: await rows.checkpoint('relay'),
  };
  await rows.close();
  return known;
};

beforeEach(async () => {
  stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  place = embeddedPlace(newFolder());
  await bringIn(place, newFolder(), 10);
});
afterEach(() => stderr.mockRestore());

describe('a rebuild in a data folder', () => {
  it('folds the log, tells what differs, goes over to the new rows, and keeps the places of policies and relay', async () => {
    const rows = await openRows(place);
    await rows.apply(noChanges, { name: 'policies', from: 0, to: 7 });
    await rows.apply(noChanges, { name: 'relay', from: 0, to: 9 });
    await rows.close();
    const first = await run();
    expect([first.code, first.text]).toEqual([0, expect.stringMatching(/^4\d 条事件[^]*与原数据不同/)]);
    const after = await served();
    expect(after).toEqual({ generation: '2', rows: Number.parseInt(first.text, 10), policies: 7, relay: 9 });

    expect(await run(true)).toEqual({ code: 0, text: expect.stringContaining('各表与原数据逐字节一致') });
    expect(await served()).toEqual(after);
    await bringIn(place, newFolder(), 1, 500);
    expect((await run(true)).code).toBe(1);
    expect(await served()).toEqual(after);
  });

  it('leaves nothing but what is served', async () => {
    await run();
    const said: string[] = [];
    expect(await tidyFolder(place, (line) => said.push(line))).toBe(0);
    expect(said).toEqual(['只留下第 2 代数据 (only the served generation is left)']);
    expect(new Set(readdirSync(join(place.dataFolder, 'rows')).map((file) => file.split('.')[0]))).toEqual(new Set(['2', 'current']));
  });

  it('is refused while a server has the folder', async () => {
    const server = SqliteEventStore.open(place.dataFolder);
    await expect(run()).rejects.toMatchObject({ name: 'DataFolderInUse' });
    await expect(tidyFolder(place, () => undefined)).rejects.toMatchObject({ name: 'DataFolderInUse' });
    await server.close();
  });
});
