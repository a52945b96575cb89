import {
  caseFactsTable,
  keysOf,
  type ProjectedEvent,
  projectBatch,
  projections,
  noChanges,
  tables,
  workQueueTable,
  yearTotalsTable,
} from '@app/projections';
import type { ReadStore } from '@app/read-store';
import { delivered, type Happening, on, recorded } from './projection-spec';

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

const caseNumber = (id: number): string => `RX-2018-${String(id).padStart(6, '0')}`;

/** A complaint that is due on `day` March 2018, and goes as far as `reach` events. */
const complaint = (id: number, day: number, reach: number): readonly Happening[] => {
  const stream = `complaint-${String(id).padStart(4, '0')}`;
  const due = { on: `2018-03-${String(day).padStart(2, '0')}`, rule: 'five working days', calendar: '2018' };
  return [
    on(stream, 'ComplaintRegistered', {
      caseNumber: caseNumber(id),
      channel: id % 2 ? 'phone' : 'wechat',
      kind: 'help',
      matter: '路灯',
      due,
    }),
    on(stream, 'ComplaintRouted', { unit: id % 3 ? 'roads' : 'water-works' }),
    on(stream, 'ComplaintAnswered', { unit: 'roads' }, { at: '2018-03-09T02:00:00.000Z' }),
    on(stream, 'ComplaintClosed', {}, { at: '2018-04-01T02:00:00.000Z' }),
  ].slice(0, reach);
};

/** Complaints in every situation, their events in turn. */
const year = (cases: number): readonly ProjectedEvent[] => {
  const histories = Array.from({ length: cases }, (_, id) => complaint(id, 1 + (id % 20), 1 + (id % 4)));
  return recorded([0, 1, 2, 3].flatMap((turn) => histories.flatMap((history) => history[turn] ?? [])));
};

const events = year(90);
const model = delivered(events, events.length);
const poisoned = recorded([...complaint(1, 5, 1), on('complaint-0001', 'ComplaintRouted', { unit: 42 }), ...complaint(2, 5, 1)]);

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
        await follow(store, events, size);
        for (const table of tables) {
          const rows = await store.rows(table);
          expect(rows.filter(({ n }) => n !== 0)).toEqual(model.all(table));
          expect(Object.keys(rows[0] ?? table.columns)).toEqual(Object.keys(table.columns));
        }
      });

      it('has the same digests whatever the batches were', async () => {
        await follow(store, events, 3);
        const another = await open();
        await another.beginBulk();
        await follow(another, events, 50);
        await another.endBulk();
        expect(await another.digest()).toEqual(await store.digest());
        await another.close();
      });

      it('can be followed further after a bulk load', async () => {
        await store.beginBulk();
        await follow(store, events.slice(0, 100), 40);
        await store.endBulk();
        await follow(store, events.slice(100), 40);
        expect(await store.rows(yearTotalsTable, { where: { n: { not: 0 } } })).toEqual(model.all(yearTotalsTable));
      });

      it('does not begin a bulk load upon rows', async () => {
        await follow(store, events.slice(0, 1), 1);
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
        await follow(store, events.slice(0, 2), 2);
        const { changes } = projectBatch(projections, new Map(), events.slice(2, 4));
        await expect(store.apply(changes, { name: follower, from: 0, to: 4 })).rejects.toMatchObject({ name: 'CheckpointMoved' });
        await expect(store.apply(changes, { name: follower, from: 1, to: 4 })).rejects.toMatchObject({ name: 'CheckpointMoved' });
        expect([await store.count(caseFactsTable), await store.checkpoint(follower)]).toEqual([2, 2]);
      });

      it('changes nothing when one of the changes fails', async () => {
        const { changes } = projectBatch(projections, new Map(), events.slice(0, 2));
        const puts = new Map([...changes.puts, [yearTotalsTable, [{ basis: 'received' }]] as never]);
        await expect(store.apply({ ...changes, puts }, { name: follower, from: 0, to: 2 })).rejects.toThrow();
        expect([await store.count(caseFactsTable), await store.checkpoint(follower)]).toEqual([0, 0]);
        await follow(store, events.slice(0, 2), 2);
        expect(await store.count(caseFactsTable)).toBe(2);
      });

      it('tells those who wait that a position has been reached', async () => {
        const reached = store.reached(follower, 4, 5_000);
        await follow(store, events.slice(0, 4), 2);
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
        await follow(store, poisoned, 3);
        expect(await store.parked()).toEqual([
          { stream: 'complaint-0001', position: 2, error: 'case_facts.unit cannot hold 42', parked_at: '2018-03-01T04:00:00.000Z' },
        ]);
        expect(await store.count(caseFactsTable)).toBe(2);
      });

      it('forgets them together with the changes that were waiting', async () => {
        await follow(store, poisoned, 3);
        await store.apply(nothing, { name: follower, from: 3, to: 3 }, { unpark: ['complaint-0001'] });
        expect(await store.parked()).toEqual([]);
      });
    });

    describe('answering', () => {
      beforeEach(() => follow(store, events, 1_000));

      const numbers = async (where: Parameters<typeof store.rows<any>>[1]) =>
        (await store.rows<any>(caseFactsTable as never, where)).map(({ case_id }) => Number(case_id));

      it('finds by equality, lists, comparisons, and what is missing', async () => {
        const all = model.all(caseFactsTable);
        const expected = (test: (row: (typeof all)[number]) => boolean) => all.filter(test).length;
        const count = (where: object) => store.count(caseFactsTable, where);
        expect(await count({})).toBe(90);
        expect(await count({ status: 'routed' })).toBe(expected(({ status }) => status === 'routed'));
        expect(await count({ status: ['routed', 'closed'] })).toBe(expected(({ status }) => status === 'routed' || status === 'closed'));
        expect(await count({ status: [] })).toBe(0);
        expect(await count({ unit: null })).toBe(expected(({ unit }) => unit === null));
        expect(await count({ unit: { not: null }, channel: undefined })).toBe(expected(({ unit }) => unit !== null));
        expect(await count({ unit: { not: 'roads' } })).toBe(expected(({ unit }) => unit !== 'roads'));
        expect(await count({ due_on: { gte: '2018-03-05', lt: '2018-03-09' } })).toBe(
          expected(({ due_on }) => due_on! >= '2018-03-05' && due_on! < '2018-03-09'),
        );
        expect(await count({ closed_on: [null, { gt: '2018-03-31' }], channel: 'phone' })).toBe(
          expected(({ closed_on, channel }) => (closed_on === null || closed_on > '2018-03-31') && channel === 'phone'),
        );
      });

      it('takes values for values, whatever is in them', async () =>
        expect(await store.count(caseFactsTable, { case_number: `' OR 1 = 1 --` })).toBe(0));

      it('refuses a column that the table does not have', async () =>
        await expect((async () => store.count(caseFactsTable, { '1 = 1 --': 1 } as never))()).rejects.toThrow(
          'case_facts has no column 1 = 1 --',
        ));

      it('pages through an order without gap or repeat, both ways', async () => {
        const orderBy = ['due_on' as never];
        const whole = await numbers({ orderBy });
        const paged: number[] = [];
        for (let after: any; ; ) {
          const rows = await store.rows<any>(caseFactsTable as never, { orderBy, limit: 7, ...(after && { after }) });
          paged.push(...rows.map(({ case_id }) => Number(case_id)));
          if (rows.length < 7) break;
          after = [rows.at(-1)!['due_on'], rows.at(-1)!['case_id']];
        }
        expect(paged).toEqual(whole);
        expect(await numbers({ orderBy, descending: true })).toEqual(whole.toReversed());
      });

      it('sums counters to the number of rows they count', async () => {
        const sums = await store.sums(yearTotalsTable, { basis: 'received', year: 2018 }, ['channel', 'unit']);
        expect(sums.length).toBeGreaterThan(1);
        for (const { channel, unit, n } of sums)
          expect(await store.count(caseFactsTable, { received_year: 2018, channel, unit: unit === '' ? null : unit })).toBe(n);
        expect(await store.sums(yearTotalsTable, { basis: 'received' }, [])).toEqual([{ n: 90 }]);
        expect(await store.sums(yearTotalsTable, { basis: 'received', year: 1999 }, [])).toEqual([{ n: 0 }]);
      });

      describe('the work queue', () => {
        const today = '2018-03-10';
        const rank = ({ due_on, unit, case_id }: any) => `${due_on < today ? 0 : 1}${unit === '' ? 0 : 1}${due_on}${case_id}`;
        const inOrder = [...model.all(workQueueTable)].toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1));
        const paged = async (filters: object, limit: number) => {
          const items = [];
          for (let after: any; ; ) {
            const page = await store.workQueuePage({ today, filters, after, limit });
            items.push(...page.items);
            if (!page.next) return items;
            after = page.next;
          }
        };

        it.each([1, 4, 1_000])('puts overdue first, then what nobody holds, in pages of %d', async (limit) =>
          expect(await paged({}, limit)).toEqual(inOrder),
        );

        it('says that there is no further page when the last one is full', async () =>
          expect((await store.workQueuePage({ today, limit: inOrder.length })).next).toBeUndefined());

        it.each([
          ['unit', { unit: 'roads' }, ({ unit }: any) => unit === 'roads'],
          ['units', { unit: ['roads', ''] }, ({ unit }: any) => unit === 'roads' || unit === ''],
          ['status', { status: ['answered'] }, ({ status }: any) => status === 'answered'],
          ['type', { type: 'letter' }, () => false],
          ['matter', { matter: '路灯' }, () => true],
          ['overdue', { overdue: true }, ({ due_on }: any) => due_on < today],
          ['not overdue', { overdue: false }, ({ due_on }: any) => due_on >= today],
          ['unassigned', { unassigned: true, overdue: false }, ({ unit, due_on }: any) => unit === '' && due_on >= today],
        ])('is filtered by %s', async (_, filters, test) => expect(await paged(filters, 5)).toEqual(inOrder.filter(test)));
      });
    });
  });
};
