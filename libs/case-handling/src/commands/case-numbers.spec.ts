import { type EventStore, MemoryEventStore } from '@app/event-store';
import { SystemClock } from '../business-clock';
import { CaseNumbers } from './case-numbers';

const numbersOn = (store: EventStore) => new CaseNumbers(store, new SystemClock());

const many = (numbers: CaseNumbers, count: number) => Promise.all(Array.from({ length: count }, () => numbers.next('RX', '2018')));

describe('case numbers', () => {
  it('begin with one, in each series and year', async () => {
    const numbers = numbersOn(new MemoryEventStore());
    expect(await numbers.next('RX', '2018')).toBe('RX-2018-000001');
    expect(await numbers.next('XX', '2018')).toBe('XX-2018-000001');
    expect(await numbers.next('RX', '2019')).toBe('RX-2019-000001');
    expect(await numbers.next('RX', '2018')).toBe('RX-2018-000002');
  });

  it('are given to many at once without a gap or a repeat', async () => {
    const given = await many(numbersOn(new MemoryEventStore()), 500);
    expect(given.toSorted()).toEqual(Array.from({ length: 500 }, (_, index) => `RX-2018-${String(index + 1).padStart(6, '0')}`));
  });

  it('are reserved at once for all that wait', async () => {
    const store = new MemoryEventStore();
    await many(numbersOn(store), 500);
    expect(await store.head()).toBe(1);
  });

  it('are never given twice by two servers on one log', async () => {
    const store = new MemoryEventStore();
    const servers = [numbersOn(store), numbersOn(store), numbersOn(store)];
    const given = (await Promise.all(servers.map((numbers) => many(numbers, 120)))).flat();
    expect(new Set(given).size).toBe(360);
  });

  it('go on without a gap after an orderly end', async () => {
    const store = new MemoryEventStore();
    const before = numbersOn(store);
    await many(before, 7);
    await before.onApplicationShutdown();
    expect(await numbersOn(store).next('RX', '2018')).toBe('RX-2018-000008');
  });

  it('go on after a crash with a gap and without a repeat', async () => {
    const store = new MemoryEventStore();
    await many(numbersOn(store), 7);
    expect(await numbersOn(store).next('RX', '2018')).toBe('RX-2018-000051');
  });

  it('are not handed back under the feet of a server that has gone on from there', async () => {
    const store = new MemoryEventStore();
    const [first, second] = [numbersOn(store), numbersOn(store)];
    await many(first, 7);
    await many(second, 3);
    await first.onApplicationShutdown();
    const given = [...(await many(second, 60)), ...(await many(numbersOn(store), 60))];
    expect(new Set(given).size).toBe(120);
  });

  it('grow beyond six digits', async () => {
    const store = new MemoryEventStore();
    const taken = { id: '01890000-0000-7000-8000-000000000001', type: 'CaseNumbersTaken', data: '{"upTo":999999}', metadata: '{}' };
    await store.append('numbering-RX-2018', 'none', [taken]);
    expect(await numbersOn(store).next('RX', '2018')).toBe('RX-2018-1000000');
  });
});
