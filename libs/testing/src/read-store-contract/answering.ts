import { caseFactsTable, yearTotalsTable } from '@app/projections';
import type { ReadStore, RowsQuery } from '@app/read-store';
import { model } from './sample';

/** Rows are found and counters summed as the model has them. The store has followed the sample. */
export const findsAndSums = (given: () => ReadStore): void => {
  const numbers = async (where: RowsQuery<any>) =>
    (await given().rows<any>(caseFactsTable as never, where)).map(({ case_id }) => Number(case_id));

  it('finds by equality, lists, comparisons, and what is missing', async () => {
    const all = model.all(caseFactsTable);
    const expected = (test: (row: (typeof all)[number]) => boolean) => all.filter(test).length;
    const count = (where: object) => given().count(caseFactsTable, where);
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

  it('finds what a list lacks; what has no list lacks everything', async () => {
    const all = model.all(caseFactsTable);
    const without = (...units: string[]) => all.filter(({ accused }) => !units.some((unit) => accused?.includes(`|${unit}|`))).length;
    expect(without('roads')).toBeLessThan(all.length);
    expect(await given().count(caseFactsTable, { accused: { lacks: 'roads' } })).toBe(without('roads'));
    expect(await given().count(caseFactsTable, { accused: { lacks: ['water-works', 'parks'] } })).toBe(without('parks'));
    expect(await given().count(caseFactsTable, { accused: { lacks: ['road', 'water-works'] } })).toBe(all.length);
    expect(await given().count(caseFactsTable, { accused: { lacks: [] } })).toBe(all.length);
  });

  it('takes values for values, whatever is in them', async () =>
    expect([
      await given().count(caseFactsTable, { case_number: `' OR 1 = 1 --` }),
      await given().count(caseFactsTable, { accused: { lacks: `' OR 1 = 1 --` } }),
    ]).toEqual([0, 90]));

  it('refuses a column that the table does not have', async () =>
    await expect((async () => given().count(caseFactsTable, { '1 = 1 --': 1 } as never))()).rejects.toThrow(
      'case_facts has no column 1 = 1 --',
    ));

  it('pages through an order without gap or repeat, both ways', async () => {
    const orderBy = ['due_on' as never];
    const whole = await numbers({ orderBy });
    const paged: number[] = [];
    for (let after: any; ; ) {
      const rows = await given().rows<any>(caseFactsTable as never, { orderBy, limit: 7, ...(after && { after }) });
      paged.push(...rows.map(({ case_id }) => Number(case_id)));
      if (rows.length < 7) break;
      after = [rows.at(-1)!['due_on'], rows.at(-1)!['case_id']];
    }
    expect(paged).toEqual(whole);
    expect(await numbers({ orderBy, descending: true })).toEqual(whole.toReversed());
  });

  it('sums counters to the number of rows they count', async () => {
    const sums = await given().sums(yearTotalsTable, { basis: 'received', year: 2018 }, ['channel', 'unit']);
    expect(sums.length).toBeGreaterThan(1);
    for (const { channel, unit, n } of sums)
      expect(await given().count(caseFactsTable, { received_year: 2018, channel, unit: unit === '' ? null : unit })).toBe(n);
    expect(await given().sums(yearTotalsTable, { basis: 'received' }, [])).toEqual([{ n: 90 }]);
    expect(await given().sums(yearTotalsTable, { basis: 'received', year: 1999 }, [])).toEqual([{ n: 0 }]);
  });
};
