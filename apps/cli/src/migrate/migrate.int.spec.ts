import { createHash } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { installedForms } from '@app/case-handling';
import type { Settings } from '@app/config';
import { type EventStore, KeyDestroyed, newEventId, SqliteEventStore } from '@app/event-store';
import { formFor } from '@app/reports';
import { openEvents, openKeys, openLog } from '@app/stores';
import { EventStoreDbServer, killAtOnce, onPostgres, runInChild, temporaryFolders } from '@app/testing';
import { papersFrom } from '../commands/report-papers';
import { bringIn, embeddedPlace, sharedPlace } from '../places-for-specs';
import { migrate } from './migrate';

const newFolder = temporaryFolders();
const cases = 700;

const everything = async (log: EventStore) => {
  try {
    return { events: await log.readAll(0, 100_000), head: await log.head(), chain: await log.verify() };
  } finally {
    await log.close();
  }
};

const reportAt = (settings: Settings, atPosition: number) => {
  const form = formFor(installedForms(settings).book, 'annual-response', 2017)!;
  return papersFrom(settings, { form, year: 2017 }, { atPosition });
};

const bytesOf = (folder: string): readonly string[] =>
  ['events.db', 'keys/keys.db', 'keys/master.key'].map((file) =>
    createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex'),
  );

onPostgres('moving a data folder to shared stores', (given) => {
  let source: string;
  let folder: string;
  let server: EventStoreDbServer;
  let url: string;
  let stderr: jest.SpyInstance;

  const run = async (settings: Settings = sharedPlace(folder, server.url, url)) => {
    const lines: string[] = [];
    const code = await migrate(settings, (line) => lines.push(line));
    return { code, lines, text: lines.join('\n') };
  };

  beforeAll(async () => {
    stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    source = newFolder();
    await bringIn(embeddedPlace(source), newFolder(), cases);
    const keys = await openKeys(embeddedPlace(source));
    const log = await openLog(embeddedPlace(source));
    const streams = (await log.readAll(0, 100)).map(({ stream }) => stream).filter((stream) => stream.startsWith('complaint-'));
    await log.close();
    await keys.destroy(streams[0]!);
    await keys.close();
  });
  afterAll(() => stderr.mockRestore());

  beforeEach(async () => {
    folder = join(newFolder(), 'data');
    cpSync(source, folder, { recursive: true });
    server = await EventStoreDbServer.start();
    url = await given().database();
  });
  afterEach(() => server.stop());

  const expectMoved = async () => {
    const [before, after] = [
      await everything(await openLog(embeddedPlace(folder))),
      await everything(await openLog(sharedPlace(folder, server.url, url))),
    ];
    expect(after).toEqual(before);
    expect(before.chain.checked).toBeGreaterThanOrEqual(cases * 4);
    const [old, moved] = [await openKeys(embeddedPlace(folder)), await openKeys(sharedPlace(folder, server.url, url))];
    const owners = [...new Set(before.events.map(({ stream }) => stream))].filter((stream) => stream.startsWith('complaint-'));
    const found = async (keys: typeof old) => Promise.all(owners.map(async (owner) => (await keys.find(owner)) ?? null));
    const [ours, theirs] = [await found(old), await found(moved)];
    expect(theirs).toEqual(ours);
    expect(ours.filter((key) => key === null)).toHaveLength(1);
    await expect(moved.obtain(owners[0]!)).rejects.toThrow(KeyDestroyed);
    expect(moved.installationSecret()).toEqual(old.installationSecret());
    await Promise.all([old.close(), moved.close()]);
  };

  it('brings over every event and key as they are, says that both are the same, and leaves the source alone', async () => {
    const before = bytesOf(folder);
    const { code, lines, text } = await run();
    expect([code, text]).toEqual([0, expect.stringContaining('迁移完成')]);
    const { events, chain } = await everything(await openLog(embeddedPlace(folder)));
    const counts = `${events.length} 条事件 events · 校验值 digest ${chain.digest} · ${cases} 个密钥 keys（已销毁 destroyed 1）`;
    expect(lines.slice(0, 2)).toEqual([`原 from  ${counts}`, `新 to    ${counts}`]);
    expect(bytesOf(folder)).toEqual(before);
    await expectMoved();
  });

  it('leaves reports as of then what they were, to the digest', async () => {
    const { events } = await everything(await openLog(embeddedPlace(folder)));
    const positions = [events[events.length >> 1]!.position, events.at(-1)!.position];
    const before = [];
    for (const position of positions) before.push(await reportAt(embeddedPlace(folder), position));
    await run();
    for (const [index, position] of positions.entries()) {
      const after = await reportAt(sharedPlace(folder, server.url, url), position);
      expect(after.digest).toBe(before[index]!.digest);
      expect(after.report).toEqual(before[index]!.report);
    }
    expect(before[0]!.digest).not.toBe(before[1]!.digest);
  });

  it('may be repeated, and finds nothing to do', async () => {
    await run();
    const { appends } = server.taken;
    expect((await run()).code).toBe(0);
    expect(server.taken.appends).toBe(appends);
    await expectMoved();
  });

  it('goes on where it was killed, wherever that was', async () => {
    const child = () =>
      runInChild(`
        const { migrate } = require('${join(__dirname, 'migrate')}');
        process.stderr.write = (text) => process.stdout.write(text);
        migrate(${JSON.stringify(sharedPlace(folder, server.url, url))}, console.log).then(process.exit);`);
    const said = (text: string) => async (process: ReturnType<typeof child>) => {
      let heard = '';
      for await (const chunk of process.stdout) if ((heard += String(chunk)).includes(text)) return;
      throw new Error(`it ended without saying ${text}: ${heard}`);
    };
    const appended = (more: number) => async (process: ReturnType<typeof child>) => {
      const enough = server.taken.appends + more;
      process.stdout.resume();
      while (server.taken.appends < enough && process.exitCode === null) await new Promise(setImmediate);
    };
    for (const moment of [said('迁移日志 log 0%'), appended(40), appended(400), said('校验新库')]) {
      const process = child();
      await moment(process);
      await killAtOnce(process);
      expect(process.signalCode).toBe('SIGKILL');
    }
    const last = child();
    last.stdout.resume();
    expect(await once(last, 'exit')).toEqual([0, null]);
    await expectMoved();
  });

  it('tells when a key there is another one, and does not touch it', async () => {
    await run();
    const key = { owner: 'complaint-0', wrapped: Buffer.from('another') };
    const [first] = await given().ask<{ owner: string }>(url, 'SELECT owner FROM huiying.data_keys WHERE wrapped IS NOT NULL LIMIT 1');
    await given().ask(url, 'UPDATE huiying.data_keys SET wrapped = $2 WHERE owner = $1', [first!.owner, key.wrapped]);
    const { code, text } = await run();
    expect([code, text]).toEqual([1, expect.stringContaining('1 keys are others')]);
    expect(await given().ask(url, 'SELECT wrapped FROM huiying.data_keys WHERE owner = $1', [first!.owner])).toEqual([
      { wrapped: key.wrapped },
    ]);
  });

  it('never brings a key back that was destroyed there', async () => {
    await run();
    const [first] = await given().ask<{ owner: string }>(url, 'SELECT owner FROM huiying.data_keys WHERE wrapped IS NOT NULL LIMIT 1');
    await given().ask(url, 'UPDATE huiying.data_keys SET wrapped = NULL WHERE owner = $1', [first!.owner]);
    expect((await run()).code).toBe(1);
    expect(await given().ask(url, 'SELECT wrapped FROM huiying.data_keys WHERE owner = $1', [first!.owner])).toEqual([{ wrapped: null }]);
  });

  it('is refused where the log has events of its own, or is another one', async () => {
    const store = await openEvents(sharedPlace(folder, server.url, url));
    await store.append('complaint-1', 'none', [{ id: newEventId(), type: 'ComplaintRegistered', data: '{}', metadata: '{}' }]);
    await store.close();
    await expect(run()).rejects.toThrow('目标命名空间已有自己的事件');

    const other = newFolder();
    await bringIn(embeddedPlace(other), newFolder(), 2);
    const elsewhere = await EventStoreDbServer.start();
    await run(sharedPlace(other, elsewhere.url, await given().database()));
    await expect(run(sharedPlace(folder, elsewhere.url, url))).rejects.toThrow('目标命名空间中是另一份日志');
    await elsewhere.stop();
  });

  it('is refused while a server has the folder, without shared stores, without a log, and with another master key', async () => {
    const running = SqliteEventStore.open(folder);
    await expect(run()).rejects.toThrow('请先停止服务再迁移');
    await running.close();
    await expect(run(embeddedPlace(folder))).rejects.toThrow('HUIYING_EVENTSTORE and HUIYING_POSTGRES name where to');
    await expect(run(sharedPlace(newFolder(), server.url, url))).rejects.toThrow('中没有数据');
    writeFileSync(join(folder, 'keys', 'master.key'), 'ab'.repeat(32));
    await expect(run()).rejects.toThrow('does not belong to these keys');
  });
});
