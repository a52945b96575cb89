import { once } from 'node:events';
import { type Cell, caseFactsTable, keysOf, noChanges, projectBatch, projections, type Table } from '@app/projections';
import { delivered, firstLine, on, onPostgres, recorded, runInChild } from '@app/testing';
import { type HeldSegment, openPostgresReadStore, segmentOf, type SharedRows } from '..';
import { sampleEvents } from '../../../testing/src/read-store-contract/sample';

const leaseMs = 60_000;
const numbers = (held: readonly HeldSegment[]) => held.map(({ segment }) => segment);

/** What of a batch belongs to these segments. */
const belonging = (segments: readonly number[], count: number) => {
  const ours = new Set(segments);
  const isOurs = (cell: Cell) => ours.has(segmentOf(cell, count));
  const keys = (all: ReadonlyMap<Table, readonly (readonly Cell[])[]>) =>
    new Map([...all].map(([table, each]) => [table, each.filter(([first]) => isOurs(first!))] as const));
  return { keys, isOurs };
};

onPostgres('rows that several processes keep', (given) => {
  let url: string;
  const stores: SharedRows[] = [];
  const open = async (): Promise<SharedRows> => {
    const store = await openPostgresReadStore({ url, segments: 8 });
    stores.push(store);
    return store;
  };
  beforeEach(async () => {
    url = await given().database();
  });
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
  });

  const allSegments = async (store: SharedRows) => (await store.segments()).map(({ owner }) => owner);

  describe('segments', () => {
    it('are all of the only one', async () => {
      const store = await open();
      const held = await store.hold('a', leaseMs);
      expect(numbers(held)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
      expect(held.every(({ position }) => position === 0)).toBe(true);
      expect(await store.hold('a', leaseMs)).toEqual(held);
    });

    it('are shared out among the living, who give back what is beyond their share', async () => {
      const store = await open();
      await store.hold('b', leaseMs);
      expect(await store.hold('a', leaseMs)).toEqual([]);
      expect(await store.hold('b', leaseMs)).toHaveLength(4);
      expect(await store.hold('a', leaseMs)).toHaveLength(4);
      await store.hold('c', leaseMs);
      for (const owner of ['a', 'b', 'c']) await store.hold(owner, leaseMs);
      const owners = await allSegments(store);
      expect(['a', 'b', 'c'].map((name) => owners.filter((owner) => owner === name).length)).toEqual([3, 3, 2]);
    });

    it('are never held by two, however many ask at once, and none is left over', async () => {
      const all = await Promise.all([open(), open(), open()]);
      const owners = all.flatMap((store, index) => [1, 2].map((each) => ({ store, owner: `${index}-${each}` })));
      for (let turn = 0; turn < 3; turn++) await Promise.all(owners.map(({ store, owner }) => store.hold(owner, leaseMs)));
      const held = await Promise.all(owners.map(({ store, owner }) => store.hold(owner, leaseMs)));
      expect(held.flatMap(numbers).toSorted((one, other) => one - other)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
      expect(Math.max(...held.map(({ length }) => length))).toBe(2);
    });

    it('are free again at once when they are given back', async () => {
      const store = await open();
      await store.hold('a', leaseMs);
      await store.release('a');
      expect(await allSegments(store)).toEqual(Array(8).fill(''));
      expect(await store.hold('b', leaseMs)).toHaveLength(8);
    });

    it('are taken over from one that is not heard of any more, as soon as its lease has ended', async () => {
      const store = await open();
      await store.hold('dead', 300);
      let held = await store.hold('heir', leaseMs);
      const began = Date.now();
      while (held.length < 8 && Date.now() - began < 20_000) held = await store.hold('heir', leaseMs);
      expect(held).toHaveLength(8);
    });

    it('stay with one who comes late while nobody else wanted them', async () => {
      const store = await open();
      const held = await store.hold('a', 1);
      await store.applyHeld(noChanges, { owner: 'a', held, from: 0, to: 5 });
      expect(await store.hold('a', leaseMs)).toEqual(held.map((each) => ({ ...each, position: 5 })));
    });
  });

  describe('a batch', () => {
    it('moves the held segments alone; the rows stand at the last of all', async () => {
      const store = await open();
      const held = await store.hold('a', leaseMs);
      await store.applyHeld(noChanges, { owner: 'a', held: held.slice(0, 3), from: 0, to: 7 });
      expect((await store.segments()).map(({ position }) => position)).toEqual([7, 7, 7, 0, 0, 0, 0, 0]);
      expect(await store.checkpoint('rows')).toBe(0);
      await store.applyHeld(noChanges, { owner: 'a', held: held.slice(3), from: 0, to: 6 });
      expect(await store.checkpoint('rows')).toBe(6);
    });

    it('is refused where a segment is not where it was left, and changes nothing', async () => {
      const store = await open();
      const held = await store.hold('a', leaseMs);
      await store.applyHeld(noChanges, { owner: 'a', held: held.slice(0, 1), from: 0, to: 7 });
      await expect(store.applyHeld(noChanges, { owner: 'a', held, from: 0, to: 9 })).rejects.toMatchObject({ name: 'CheckpointMoved' });
      expect((await store.segments()).map(({ position }) => position)).toEqual([7, 0, 0, 0, 0, 0, 0, 0]);
    });

    it.each([
      ['the segment has been taken over', async (store: SharedRows) => void (await store.release('a'), await store.hold('b', leaseMs))],
      [
        'it was taken over and has come back',
        async (store: SharedRows) => {
          await store.release('a');
          await store.hold('b', leaseMs);
          await store.release('b');
          await store.hold('a', leaseMs);
        },
      ],
      [
        'another generation is served',
        async (store: SharedRows) => {
          await store.switchTo(await store.newGeneration());
          await store.hold('a', leaseMs);
        },
      ],
    ])('is refused when %s', async (_, happens) => {
      const store = await open();
      const held = await store.hold('a', leaseMs);
      await happens(store);
      await expect(store.applyHeld(noChanges, { owner: 'a', held, from: 0, to: 1 })).rejects.toMatchObject({ name: 'LeaseLost' });
      expect(await store.checkpoint('rows')).toBe(0);
    });

    it('is refused while all rows at once are kept by others', async () => {
      const store = await open();
      await store.hold('a', leaseMs);
      await expect(store.apply(noChanges, { name: 'rows', from: 0, to: 1 })).rejects.toMatchObject({ name: 'CheckpointMoved' });
    });

    it('of one that was stopped and goes on after it was taken over is refused', async () => {
      const store = await open();
      const child = runInChild(`
        const { openPostgresReadStore } = require('@app/read-store');
        const { noChanges } = require('@app/projections');
        (async () => {
          const store = await openPostgresReadStore({ url: ${JSON.stringify(url)} });
          const held = await store.hold('paused', 1000);
          console.log('holds ' + held.length);
          await new Promise((resolve) => process.stdin.once('data', resolve));
          console.error = () => {};
          await store.applyHeld(noChanges, { owner: 'paused', held, from: 0, to: 1 }).then(() => process.exit(1), ({ name }) => process.exit(name === 'LeaseLost' ? 42 : 2));
        })();`);
      expect(await firstLine(child)).toBe('holds 8');
      child.kill('SIGSTOP');
      let held = await store.hold('heir', leaseMs);
      while (held.length < 8) held = await store.hold('heir', leaseMs);
      await store.applyHeld(noChanges, { owner: 'heir', held, from: 0, to: 3 });
      const exited = once(child, 'exit');
      child.stdin.write('go on\n');
      child.kill('SIGCONT');
      expect(await exited).toEqual([42, null]);
      expect(await store.checkpoint('rows')).toBe(3);
    });
  });

  it('come to the rows of the model when three keep them, add to the same counters, and change hands', async () => {
    const three = await Promise.all([open(), open(), open()]);
    const head = sampleEvents.length;
    const follow = async (store: SharedRows, owner: string): Promise<void> => {
      for (let turn = 0; turn < 400; turn++) {
        const held = await store.hold(owner, leaseMs);
        const behind = held.filter(({ position }) => position < head);
        if ((await store.checkpoint('rows')) === head) return;
        const from = Math.min(...behind.map(({ position }) => position));
        const ours = behind.filter(({ position }) => position === from).slice(0, 2);
        if (ours.length === 0) continue;
        const batch = sampleEvents.filter(({ position }) => position > from).slice(0, 23);
        const { keys, isOurs } = belonging(numbers(ours), 8);
        const events = batch.filter((event) => projections.some((each) => (each.keyOf(event) ?? []).slice(0, 1).some(isOurs)));
        const { changes } = projectBatch(projections, await store.load(keys(keysOf(projections, events))), events);
        await store.applyHeld(changes, { owner, held: ours, from, to: batch.at(-1)!.position }).catch((error: Error) => {
          if (!['LeaseLost', 'CheckpointMoved'].includes(error.name)) throw error;
        });
        if (turn === 5 && owner === 'one') await store.release(owner);
      }
    };
    await Promise.all(three.map((store, index) => follow(store, ['one', 'two', 'three'][index]!)));
    const model = delivered(sampleEvents, sampleEvents.length);
    for (const { table, derived = [] } of projections)
      for (const each of [table, ...derived.map((derivation) => derivation.table)])
        expect((await three[0].rows(each)).filter(({ n }) => n !== 0)).toEqual(model.all(each));
  });

  describe('a parked case', () => {
    const parked = { stream: 'complaint-1', position: 4, error: 'no', parked_at: '2018-03-01T04:00:00.000Z' };

    it('waits in the segments of the batch, each at its event; callers see where it waits first', async () => {
      const store = await open();
      const held = await store.hold('a', leaseMs);
      await store.applyHeld(noChanges, { owner: 'a', held: held.slice(0, 2), from: 0, to: 9 }, { park: [{ ...parked, position: 7 }] });
      await store.applyHeld(noChanges, { owner: 'a', held: held.slice(2, 3), from: 0, to: 9 }, { park: [parked] });
      expect(await store.parked()).toEqual([parked]);
      expect(await store.parkedIn(held.slice(1, 4))).toEqual([
        { ...parked, position: 7, segment: 1 },
        { ...parked, segment: 2 },
      ]);
    });

    it('is tried again by whoever keeps it when anybody asks', async () => {
      const [store, asking] = [await open(), await open()];
      const held = await store.hold('a', leaseMs);
      const heard = new Promise<void>((resolve) => void store.onNews(resolve));
      await store.applyHeld(noChanges, { owner: 'a', held: held.slice(0, 2), from: 0, to: 9 }, { park: [parked] });
      expect(await store.retriesAsked(held)).toEqual([]);
      await asking.askRetry('complaint-1');
      await heard;
      expect([await store.retriesAsked(held), await store.retriesAsked(held.slice(5))]).toEqual([['complaint-1'], []]);
      const tried = held.slice(0, 1).map((each) => ({ ...each, position: 9 }));
      await store.applyHeld(noChanges, { owner: 'a', held: tried, from: 9, to: 9 }, { park: [parked] });
      expect([await store.retriesAsked(tried), await store.retriesAsked(held)]).toEqual([[], ['complaint-1']]);
      await store.applyHeld(noChanges, { owner: 'a', held: held.slice(0, 2), from: 9, to: 9 }, { unpark: ['complaint-1'] });
      expect(await store.parked()).toEqual([]);
    });
  });

  describe('a lease', () => {
    it('is with one at a time, and its token rises whenever it changes hands', async () => {
      const [one, two] = [await open(), await open()];
      const first = (await one.lease('policies', 'a', leaseMs))!;
      expect(await two.lease('policies', 'b', leaseMs)).toBeUndefined();
      expect(await one.lease('policies', 'a', leaseMs)).toEqual(first);
      await one.release('a');
      const second = (await two.lease('policies', 'b', leaseMs))!;
      expect(second.token).toBeGreaterThan(first.token);
      expect(await one.lease('silences', 'a', leaseMs)).toMatchObject({ name: 'silences' });
    });

    it('ends by itself', async () => {
      const store = await open();
      await store.lease('policies', 'dead', 200);
      let lease = await store.lease('policies', 'heir', leaseMs);
      while (!lease) lease = await store.lease('policies', 'heir', leaseMs);
      expect(await store.lease('policies', 'dead', leaseMs)).toBeUndefined();
    });
  });

  describe('standing still', () => {
    const [registered] = recorded([on('complaint-1', 'ComplaintRegistered', { caseNumber: 'RX-2018-000001', channel: 'phone' })]);
    const registering = () => projectBatch(projections, new Map(), [registered!]).changes;
    const removing = (id: string) => new Map([[caseFactsTable, [[id]]]]) as never;
    const standAt = async (store: SharedRows, ...positions: number[]) => {
      const held = await store.hold('a', leaseMs);
      for (const [index, to] of positions.entries())
        if (to > 0) await store.applyHeld(noChanges, { owner: 'a', held: held.slice(index, index + 1), from: 0, to });
      return store.hold('a', leaseMs);
    };

    it('needs nobody to wait where all segments are at one position', async () => {
      const store = await open();
      expect(await store.still(async (position) => [position, await store.standstill()])).toEqual([0, undefined]);
    });

    it('brings the segments to the furthest of them, and lets them go on as soon as the reader has its moment', async () => {
      const [keeping, reading] = [await open(), await open()];
      let held = await standAt(keeping, 5, 9, 5, 5, 5, 5, 5, 5);
      const asked: (number | undefined)[] = [];
      const keeper = (async () => {
        let place: number | undefined;
        while (place === undefined) place = await keeping.standstill();
        asked.push(place);
        const behind = held.filter(({ position }) => position < place);
        await keeping.applyHeld(registering(), { owner: 'a', held: behind, from: 5, to: place });
        while ((await keeping.standstill()) !== undefined);
        held = await keeping.hold('a', leaseMs);
        await keeping.applyHeld({ ...noChanges, removals: removing('1') }, { owner: 'a', held, from: 9, to: 12 });
      })();
      const seen = await reading.still(async (position) => {
        const first = await reading.count(caseFactsTable);
        await keeper;
        const [rows, count] = await Promise.all([reading.rows(caseFactsTable), reading.count(caseFactsTable)]);
        const nested = await reading.still(async (again) => [again, await reading.checkpoint('rows')]);
        return [position, first, rows.length, count, ...nested];
      });
      expect(seen).toEqual([9, 1, 1, 1, 9, 9]);
      expect(asked).toEqual([9]);
      expect([await reading.count(caseFactsTable), await reading.checkpoint('rows')]).toEqual([0, 12]);
    });

    it('is given up when the segments do not come, and stops nobody afterwards', async () => {
      const store = await open();
      await standAt(store, 5);
      await expect(store.still(async () => 1, 300)).rejects.toMatchObject({ name: 'RowsMoving' });
      expect(await store.standstill()).toBeUndefined();
    });

    it('of a reader that has died stops nobody for long', async () => {
      const store = await open();
      await standAt(store, 5);
      await given().ask(url, `INSERT INTO rows_1.standstills VALUES ('dead', 5, clock_timestamp() + interval '200 milliseconds')`);
      let place = await store.standstill();
      expect(place).toBe(5);
      while (place !== undefined) place = await store.standstill();
    });

    it('is over when the work fails', async () => {
      const store = await open();
      await expect(store.still(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
      expect(await store.count(caseFactsTable)).toBe(0);
    });
  });

  it('are told to those who wait in other processes', async () => {
    const [keeping, reading] = [await open(), await open()];
    const held = await keeping.hold('a', leaseMs);
    const reached = [reading.reached('rows', 5, 20_000), keeping.reached('rows', 5, 20_000), reading.reached('policies', 3, 20_000)];
    const began = performance.now();
    await keeping.applyHeld(noChanges, { owner: 'a', held: held.slice(0, 5), from: 0, to: 5 });
    await keeping.applyHeld(noChanges, { owner: 'a', held: held.slice(5), from: 0, to: 8 });
    await keeping.apply(noChanges, { name: 'policies', from: 0, to: 4 });
    expect(await Promise.all(reached)).toEqual([true, true, true]);
    // News, and not the look that everybody takes each second.
    expect(performance.now() - began).toBeLessThan(900);
    expect(await reading.reached('rows', 6, 50)).toBe(false);
  });
});
