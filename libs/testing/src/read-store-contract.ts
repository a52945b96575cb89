import {
  caseFactsTable,
  keysOf,
  noChanges,
  type ProjectedEvent,
  projectBatch,
  projections,
  tables,
  yearTotalsTable,
} from '@app/projections';
import type { ReadStore } from '@app/read-store';
import { findsAndSums } from './read-store-contract/answering';
import { talliesRows } from './read-store-contract/counting';
import { tellsJointUnits } from './read-store-contract/joint-tasks';
import { queues } from './read-store-contract/queueing';
import { sampleEvents, model, poisonedEvents } from './read-store-contract/sample';

const follower = 'rows';
const nothing = noChanges;

/** Follows the events as a follower does, in batches of `size`. */
export const follow = async (store: ReadStore, events: readonly ProjectedEvent[], size: number): Promise<void> => {
  const parked = new Set((await store.parked()).map(({ stream }) => stream));
  for (let first = 0; first < events.length; first += size) {
    const batch = events.slice(first, first + size);
    const { changes, poisoned } = projectBatch(projections, await store.load(keysOf(projections, batch)), batch, parked);
    const park = poisoned.map(({ stream, position, recordedAt, message }) => ({ stream, position, error: message, parked_at: recordedAt }));
    for (const { stream } of park) parked.add(stream);
    await store.apply(changes, { name: follower, from: await store.checkpoint(follower), to: batch.at(-1)!.position }, { park });
  }
};

/** What every read store must do. `open` gives an empty one each time. */
export const readStoreContract = (name: string, open: () => Promise<ReadStore>): void => {
  describe(`${name}, as a read store,`, () => {
    let store: ReadStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    describe('keeping rows', () => {
      it.each([1, 7, 1_000])('has the rows of the model after batches of %d', async (size) => {
        await follow(store, sampleEvents, size);
        for (const table of tables) {
          const rows = await store.rows(table);
          expect(rows.filter(({ n }) => n !== 0)).toEqual(model.all(table));
          expect(Object.keys(rows[0] ?? table.columns)).toEqual(Object.keys(table.columns));
        }
      });

      it('has the same digests whatever the batches were', async () => {
        await follow(store, sampleEvents, 3);
        const another = await open();
        await another.beginBulk();
        await follow(another, sampleEvents, 50);
        await another.endBulk();
        expect(await another.digest()).toEqual(await store.digest());
        await another.close();
      });

      it('can be followed further after a bulk load', async () => {
        await store.beginBulk();
        await follow(store, sampleEvents.slice(0, 100), 40);
        await store.endBulk();
        await follow(store, sampleEvents.slice(100), 40);
        expect(await store.rows(yearTotalsTable, { where: { n: { not: 0 } } })).toEqual(model.all(yearTotalsTable));
      });

      it('does not begin a bulk load upon rows', async () => {
        await follow(store, sampleEvents.slice(0, 1), 1);
        await expect(store.beginBulk()).rejects.toThrow('a bulk load begins with empty rows, and case_facts has some');
      });
    });

    describe('keeping its place', () => {
      it('begins at 0', async () => expect(await store.checkpoint(follower)).toBe(0));

      it('keeps one place for each follower', async () => {
        await store.apply(nothing, { name: 'policies', from: 0, to: 7 });
        await store.apply(nothing, { name: follower, from: 0, to: 3 });
        await store.apply(nothing, { name: follower, from: 3, to: 9 });
        expect([await store.checkpoint('policies'), await store.checkpoint(follower)]).toEqual([7, 9]);
      });

      it('refuses a second follower of the same name, and changes nothing', async () => {
        await follow(store, sampleEvents.slice(0, 2), 2);
        const { changes } = projectBatch(projections, new Map(), sampleEvents.slice(2, 4));
        await expect(store.apply(changes, { name: follower, from: 0, to: 4 })).rejects.toMatchObject({ name: 'CheckpointMoved' });
        await expect(store.apply(changes, { name: follower, from: 1, to: 4 })).rejects.toMatchObject({ name: 'CheckpointMoved' });
        expect([await store.count(caseFactsTable), await store.checkpoint(follower)]).toEqual([2, 2]);
      });

      it('changes nothing when one of the changes fails', async () => {
        const { changes } = projectBatch(projections, new Map(), sampleEvents.slice(0, 2));
        const puts = new Map([...changes.puts, [yearTotalsTable, [{ basis: 'received' }]] as never]);
        await expect(store.apply({ ...changes, puts }, { name: follower, from: 0, to: 2 })).rejects.toThrow();
        expect([await store.count(caseFactsTable), await store.checkpoint(follower)]).toEqual([0, 0]);
        await follow(store, sampleEvents.slice(0, 2), 2);
        expect(await store.count(caseFactsTable)).toBe(2);
      });

      it('tells those who wait that a position has been reached', async () => {
        const reached = store.reached(follower, 4, 5_000);
        await follow(store, sampleEvents.slice(0, 4), 2);
        expect(await reached).toBe(true);
        expect(await store.reached(follower, 3, 0)).toBe(true);
      });

      it('tells them after a while that it has not', async () => expect(await store.reached(follower, 1, 5)).toBe(false));

      it('takes changes one after the other that are given at once', async () => {
        await Promise.all([1, 2, 3, 4, 5].map((to) => store.apply(nothing, { name: follower, from: to - 1, to })));
        expect(await store.checkpoint(follower)).toBe(5);
      });
    });

    describe('parking cases', () => {
      it('lists them with position and reason, and keeps the others going', async () => {
        await follow(store, poisonedEvents, 3);
        expect(await store.parked()).toEqual([
          { stream: 'complaint-0001', position: 2, error: 'case_facts.unit cannot hold 42', parked_at: '2018-03-01T04:00:00.000Z' },
        ]);
        expect(await store.count(caseFactsTable)).toBe(2);
      });

      it('forgets them together with the changes that were waiting', async () => {
        await follow(store, poisonedEvents, 3);
        await store.apply(nothing, { name: follower, from: 3, to: 3 }, { unpark: ['complaint-0001'] });
        expect(await store.parked()).toEqual([]);
      });
    });

    describe('answering', () => {
      beforeEach(() => follow(store, sampleEvents, 1_000));

      findsAndSums(() => store);
      talliesRows(() => store);
      queues(() => store);
      tellsJointUnits(() => store);
    });
  });
};
