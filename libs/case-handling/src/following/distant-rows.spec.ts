import { SystemClock } from '../business-clock';
import { BusyOffice, seeded, until } from './busy-office-for-specs';
import { DistantRows } from './distant-rows';
import { SegmentedProjector } from './segmented-projector';
import { SharedMemory } from './shared-memory-for-specs';

const limits = { staleMs: 300, unkeptMs: 300 };

describe('rows that others keep', () => {
  const given = async () => {
    const [office, memory] = [new BusyOffice(seeded(5)), await SharedMemory.open(2)];
    const rows = memory.handle();
    const seen = new DistantRows(office.store, rows, new SystemClock(), limits);
    const keeper = new SegmentedProjector(office.store, rows, new DistantRows(office.store, rows, new SystemClock()), { leaseMs: 300 });
    return { office, memory, rows, seen, keeper };
  };

  it('are seen to move', async () => {
    const { office, seen, keeper } = await given();
    await keeper.start();
    await seen.start();
    await office.work(20);
    expect(await seen.reached(20, 30_000)).toBe(true);
    await until('news of it came', () => seen.progress().position === 20);
    expect(await seen.reached(21, 10)).toBe(false);
    expect(seen.trouble()).toBeUndefined();
    await keeper.stop();
    await seen.stop();
  });

  it('are in trouble when nobody keeps them, until somebody does', async () => {
    const { seen, keeper } = await given();
    await seen.start();
    await until('it is told', () => seen.trouble()?.includes('nobody keeps 2 of 2 segments') ?? false);
    await keeper.start();
    await until('it is over', () => seen.trouble() === undefined);
    await keeper.stop();
    await seen.stop();
  });

  it('are in trouble when they stand although the log goes on', async () => {
    const { office, memory, rows, seen } = await given();
    await rows.hold('asleep', 600_000);
    await office.work(1);
    await seen.start();
    await until('it is told', () => seen.trouble()?.includes('has been waiting for the rows') ?? false);
    expect(memory.lowest()).toBe(0);
    await seen.stop();
  });

  it('are not begun with while they cannot be read', async () => {
    const { office, rows } = await given();
    const unreadable = new Proxy(rows, {
      get: (target, name) => (name === 'checkpoint' ? () => Promise.reject(new Error('no server')) : Reflect.get(target, name)),
    });
    await expect(new DistantRows(office.store, unreadable, new SystemClock()).start()).rejects.toThrow('no server');
  });
});
