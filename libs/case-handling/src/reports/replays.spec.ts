import { MemoryEventStore, newEventId } from '@app/event-store';
import { type ReplayProgress, Replays } from './replays';

const declared = (year: number) => ({
  id: newEventId(),
  type: 'FigureDeclared',
  data: JSON.stringify({ year, code: 'funding', value: '1', source: '财政局' }),
  metadata: JSON.stringify({ occurredAt: '2019-01-05T09:00:00+08:00', by: { id: 'zhou', unit: 'gov-office' } }),
});

const storeWith = async (events: number): Promise<MemoryEventStore> => {
  const store = new MemoryEventStore();
  for (let n = 0; n < events; n += 1) await store.append(`figures-${2000 + n}`, 'none', [declared(2000 + n)]);
  return store;
};

class Broken extends MemoryEventStore {
  isBroken = true;

  override async scan(part: Parameters<MemoryEventStore['scan']>[0]) {
    if (this.isBroken) throw new Error('the disk does not answer');
    return super.scan(part);
  }
}

describe('what was known at a position', () => {
  it('is folded once, and given again', async () => {
    const replays = new Replays(await storeWith(3));
    expect(await replays.at(2)).toBe(await replays.at(2));
    expect(await (await replays.at(2)).declared(2001)).toHaveLength(1);
    expect(await (await replays.at(2)).declared(2002)).toEqual([]);
  });

  it('is kept for the three positions that were asked for last', async () => {
    const replays = new Replays(await storeWith(5));
    for (const position of [1, 2, 3, 1, 4]) await replays.at(position);
    expect([1, 2, 3, 4].filter((position) => replays.progress(position))).toEqual([1, 3, 4]);
  });

  it('is told while it is folded, until it is ready', async () => {
    const replays = new Replays(await storeWith(2));
    const told: ReplayProgress[] = [];
    replays.watch(2, (progress) => told.push(progress));
    await replays.at(2);
    expect(told[0]).toEqual({ position: 2, done: 0, ready: false });
    expect(told.at(-1)).toEqual({ position: 2, done: 2, ready: true });
  });

  it('is told to have failed when the log cannot be read, and tried again when it is asked for again', async () => {
    const store = new Broken();
    await store.append('figures-2018', 'none', [declared(2018)]);
    const replays = new Replays(store);
    const told: ReplayProgress[] = [];
    replays.watch(1, (progress) => told.push(progress));
    await expect(replays.at(1)).rejects.toThrow('does not answer');
    expect(told.at(-1)).toMatchObject({ ready: false, failed: true });
    store.isBroken = false;
    expect(await (await replays.at(1)).declared(2018)).toHaveLength(1);
  });
});
