import { MemoryEventStore } from './memory/memory-event-store';

describe('a follower whose position is beyond the end of the log', () => {
  it('is told so: the log was replaced by an older one', async () => {
    const store = new MemoryEventStore();
    const failure = new Promise((failed) => {
      store.subscribe(7, { batchSize: 1, handle: async () => undefined, failed });
    });
    expect(await failure).toEqual(new Error('cannot follow from 7: the log ends at 0'));
    await store.close();
  });
});
