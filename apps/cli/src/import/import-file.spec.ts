import { CaseImporter, CaseNumbers, Circumstances, SystemClock } from '@app/case-handling';
import { defaultEditions, unitsOf } from '@app/cases';
import { MemoryEventStore, MemoryKeyStore } from '@app/event-store';
import { checkLines, importCases } from './import-file';
import type { Line } from './line';
import { caseOfLine } from './ndjson';

const data = { channel: 'phone', kind: 'help', matter: '供水', text: '停水' };
const lines = ['1', '2', 'wrong', '3', '4', '5'];

async function* file(): AsyncGenerator<Line> {
  for (const [index, number] of lines.entries()) {
    const steps = [{ command: number === 'wrong' ? 'celebrate' : 'register', at: '2017-03-02', data }];
    yield caseOfLine(index + 1, JSON.stringify({ type: 'complaint', source: 'urn:old', number, steps }), {});
  }
}

const importKeeping = async (keep: number) => {
  const store = new MemoryEventStore();
  const circumstances = new Circumstances(unitsOf([{ code: 'gov-office' }]), defaultEditions);
  const numbers = new CaseNumbers(store, new SystemClock());
  const importer = new CaseImporter({ store, keys: new MemoryKeyStore(), circumstances, numbers, now: new Date(), office: 'gov-office' });
  const reported: number[] = [];
  let readAgain = 0;
  const again = () => {
    readAgain += 1;
    return file();
  };
  const checked = await checkLines(file(), importer, (line) => reported.push(line), keep);
  const imported = await importCases(checked, again, importer, () => undefined);
  const events = await store.readAll(0, 100);
  const given = events.flatMap(({ data: text }) => (JSON.parse(text) as { caseNumber?: string }).caseNumber ?? []);
  return { imported, reported, readAgain, given };
};

describe('a checked file', () => {
  it.each([
    ['all of it is kept', 100, 0],
    ['a part of it is kept', 2, 1],
    ['nothing of it is kept', 0, 1],
  ])('is imported whole, in its order, and its problems are told once: %s', async (_, keep, readAgain) => {
    expect(await importKeeping(keep)).toEqual({
      imported: { cases: 5, events: 5 },
      reported: [3],
      readAgain,
      given: [1, 2, 3, 4, 5].map((number) => `RX-2017-00000${number}`),
    });
  });
});
