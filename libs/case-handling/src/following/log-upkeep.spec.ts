import { MemoryEventStore, type Subscription } from '@app/event-store';
import { LogUpkeep } from './log-upkeep';

class Kept extends MemoryEventStore {
  begun = 0;
  ended = 0;
  fail: (error: unknown) => void = () => undefined;
  override async keepUp(failed: (error: unknown) => void): Promise<Subscription> {
    this.begun += 1;
    this.fail = failed;
    return { position: 0, stop: async () => void (this.ended += 1) };
  }
}

describe('the upkeep of a log', () => {
  it('is nothing where the log needs none', async () => {
    const upkeep = new LogUpkeep(new MemoryEventStore());
    await upkeep.start();
    await upkeep.stop();
  });

  it('lasts from start to stop, and may begin again', async () => {
    const store = new Kept();
    const upkeep = new LogUpkeep(store);
    await upkeep.start();
    await upkeep.stop();
    await upkeep.start();
    expect([store.begun, store.ended]).toEqual([2, 1]);
    await upkeep.stop();
  });

  it('comes back by itself after a failure, until it is stopped', async () => {
    jest.useFakeTimers();
    const store = new Kept();
    const upkeep = new LogUpkeep(store, 50);
    await upkeep.start();
    store.fail(new Error('a signpost does not agree'));
    await jest.advanceTimersByTimeAsync(60);
    expect(store.begun).toBe(2);
    await upkeep.stop();
    store.fail(new Error('late'));
    await jest.advanceTimersByTimeAsync(60);
    expect(store.begun).toBe(2);
    jest.useRealTimers();
  });
});
