import { EventStoreUnavailable, noEvents, readStreamMetadata, writeStreamMetadata, type EventStore } from '@app/event-store';
import { event, fill, Follower } from './event-store-contract/follower';
import { appendingRules } from './event-store-contract/appending';
import { followingRules } from './event-store-contract/following';
import { readingRules } from './event-store-contract/reading';

export interface EventStoreContractOptions {
  /** 'gapless': positions count the events from 1. 'rising': they only rise, as in EventStoreDB. */
  readonly positions?: 'gapless' | 'rising';
}

/** Every promise of the `EventStore` port. `open` gives an empty store. */
export function eventStoreContract(
  name: string,
  open: () => EventStore | Promise<EventStore>,
  { positions = 'gapless' }: EventStoreContractOptions = {},
): void {
  describe(`an event store (${name})`, () => {
    let opened: EventStore;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());
    const store = () => opened;

    appendingRules(store, positions);
    readingRules(store, positions);
    followingRules(store);

    it('finds its hash chain in order, and gives the same digest for the same log', async () => {
      await fill(store(), 10);
      const checked: number[] = [];
      const first = await store().verify((count) => checked.push(count));
      expect(first).toEqual({ checked: 10, digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
      expect(checked.at(-1)).toBe(10);
      expect(await store().verify()).toEqual(first);
      const tenth = await store().head();
      await fill(store(), 1);
      expect((await store().verify()).digest).not.toBe(first.digest);
      expect(await store().verify(undefined, tenth)).toEqual(first);
    });

    it('knows the hash of its chain at every position, whatever came after', async () => {
      await fill(store(), 3);
      const { position } = (await store().readAll(noEvents, 2)).at(-1)!;
      const then = await store().hashAt(position);
      expect(then).toBe((await store().verify(undefined, position)).digest);
      await fill(store(), 3);
      expect(await store().hashAt(position)).toBe(then);
      expect(await store().hashAt(await store().head())).toBe((await store().verify()).digest);
      expect(await store().hashAt(noEvents)).toBeUndefined();
      expect(await store().hashAt((await store().head()) + 1)).toBeUndefined();
    });

    it('keeps metadata of a stream beside it; the last one counts', async () => {
      expect(await readStreamMetadata(store(), 'complaint-1')).toBeUndefined();
      await writeStreamMetadata(store(), 'complaint-1', '{"keptUntil":"2049-12-31"}');
      await writeStreamMetadata(store(), 'complaint-1', '{"keptUntil":"2099-12-31"}');
      expect(await readStreamMetadata(store(), 'complaint-1')).toBe('{"keptUntil":"2099-12-31"}');
      expect(await store().readStream('complaint-1')).toEqual([]);
    });

    it('is without trouble until it is closed; then it takes nothing and says so', async () => {
      expect(store().trouble()).toBeUndefined();
      const accepted = store().append('complaint-1', 'none', [event()]);
      const follower = new Follower(store());
      await store().close();
      await expect(accepted).resolves.toMatchObject({ revision: 0 });
      expect(store().trouble()).toMatch('closed');
      await expect(store().append('complaint-1', 'any', [event()])).rejects.toThrow(EventStoreUnavailable);
      expect(follower.failures).toEqual([]);
      await store().close();
    });
  });
}
