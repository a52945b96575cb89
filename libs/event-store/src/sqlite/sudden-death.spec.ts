import { createInterface } from 'node:readline';
import { killAtOnce, runInChild, temporaryFolders } from '@app/testing';
import { SqliteEventStore } from './sqlite-event-store';

const newFolder = temporaryFolders();

const writeForEver = (folder: string) => `
  const { writeSync } = require('node:fs');
  const { newEventId, SqliteEventStore } = require('@app/event-store');
  const store = SqliteEventStore.open(${JSON.stringify(folder)});
  const write = async (writer) => {
    for (;;) {
      const events = Array.from({ length: 1 + writer % 3 }, () => ({ id: newEventId(), type: 'Happened', data: '{}', metadata: '{}' }));
      const { position } = await store.append('complaint-' + writer, 'any', events);
      writeSync(1, position + ' ' + events.at(-1).id + '\\n');
    }
  };
  for (let writer = 0; writer < 8; writer++) write(writer);`;

describe('a server that is killed while it writes', () => {
  it('has, when it is started again, every event it acknowledged, and a log that is in order', async () => {
    const folder = newFolder();
    for (let round = 0; round < 3; round++) {
      const acknowledged = await killedAfter(500, folder);
      const store = SqliteEventStore.open(folder);
      const log = await store.readAll(0, 1_000_000);
      for (const [position, id] of acknowledged) expect(log[position - 1]).toMatchObject({ position, id });
      expect(await store.verify()).toMatchObject({ checked: log.length });
      expect((await store.verify()).firstBad).toBeUndefined();
      await store.close();
    }
  });
});

async function killedAfter(count: number, folder: string): Promise<[position: number, id: string][]> {
  const child = runInChild(writeForEver(folder));
  const acknowledged: [number, string][] = [];
  let killed: Promise<void> | undefined;
  for await (const line of createInterface(child.stdout)) {
    const [position, id] = line.split(' ');
    if (id?.length === 36) acknowledged.push([Number(position), id]);
    if (acknowledged.length >= count) killed ??= killAtOnce(child);
  }
  await killed;
  return acknowledged;
}
