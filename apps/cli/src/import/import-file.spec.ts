import { CaseImporter, CaseNumbers, Circumstances, SystemClock } from '@app/case-handling';
import { defaultEditions, unitsOf } from '@app/cases';
import { MemoryEventStore, MemoryKeyStore } from '@app/event-store';
import { temporaryFolders } from '@app/testing';
import { checkLines, importCases } from './import-file';
import type { Line } from './line';
import { caseOfLine } from './ndjson';
import { openSpool } from './spool';

const newFolder = temporaryFolders();

const data = { channel: 'phone', kind: 'help', matter: '供水', text: '停水' };
const lines = ['1', '2', 'wrong', '3', '4', '5'];

async function* file(): AsyncGenerator<Line> {
  for (const [index, number] of lines.entries()) {
    const steps = [{ command: number === 'wrong' ? 'celebrate' : 'register', at: '2017-03-02', data }];
    yield caseOfLine(index + 1, JSON.stringify({ type: 'complaint', source: 'urn:old', number, steps }), {});
  }
}

const importThrough = async (mostInMemory: number) => {
  const store = new MemoryEventStore();
  const circumstances = new Circumstances(unitsOf([{ code: 'gov-office' }]), defaultEditions);
  const numbers = new CaseNumbers(store, new SystemClock());
  const importer = new CaseImporter({ store, keys: new MemoryKeyStore(), circumstances, numbers, now: new Date(), office: 'gov-office' });
  const reported: number[] = [];
  const spool = openSpool(newFolder(), mostInMemory);
  await checkLines(file(), importer, (line) => reported.push(line), spool);
  const before = await store.head();
  const imported = await importCases(spool, importer, () => undefined);
  spool.remove();
  const events = await store.readAll(0, 100);
  const given = events.flatMap(({ data: text }) => (JSON.parse(text) as { caseNumber?: string }).caseNumber ?? []);
  return { before, imported, reported, given };
};

describe('a checked file', () => {
  it.each([
    ['all of it is in memory', 1_000_000],
    ['a part of it is on the disk', 1_000],
    ['all of it is on the disk', 1],
  ])('is imported whole, in its order, and its problems are told once: %s', async (_, mostInMemory) => {
    expect(await importThrough(mostInMemory)).toEqual({
      before: 0,
      imported: { cases: 5, events: 5 },
      reported: [3],
      given: [1, 2, 3, 4, 5].map((number) => `RX-2017-00000${number}`),
    });
  });
});
