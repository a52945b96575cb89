import { type CaseFacts, caseFactsTable } from '@app/projections';
import type { ReadStore } from '@app/read-store';
import { model } from './sample';

const grouped = (rows: readonly CaseFacts[]): ReadonlyMap<string, readonly CaseFacts[]> => {
  const groups = new Map<string, CaseFacts[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.unit, row.status]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
};

/** Rows are counted by several conditions in one statement. */
export const talliesRows = (given: () => ReadStore): void => {
  describe('counting by several conditions at once', () => {
    const all = model.all(caseFactsTable);
    const counts = {
      answered: [{ answered_on: { not: null } }],
      'late or closed': [{ timing: 'late' }, { timing: { not: 'late' }, closed_on: { not: null } }],
      everything: [{}],
      nothing: [],
    } as const;
    const counted = (rows: typeof all) => ({
      answered: rows.filter(({ answered_on }) => answered_on !== null).length,
      'late or closed': rows.filter(({ timing, closed_on }) => timing === 'late' || closed_on !== null).length,
      everything: rows.length,
      nothing: 0,
    });

    it('gives one row for all', async () => {
      expect(counted(all)['late or closed']).toBeGreaterThan(0);
      expect(await given().tallies(caseFactsTable, { counts })).toEqual([counted(all)]);
    });

    it('gives zeros where there is nothing to count', async () =>
      expect(await given().tallies(caseFactsTable, { where: { received_year: 1999 }, counts })).toEqual([counted([])]));

    it('gives no group where there is nothing to count', async () =>
      expect(await given().tallies(caseFactsTable, { where: { received_year: 1999 }, groupBy: ['unit'], counts })).toEqual([]));

    it('gives a row for each group, and calls what is unknown null', async () => {
      const found = await given().tallies(caseFactsTable, { where: { channel: 'phone' }, groupBy: ['unit', 'status'], counts });
      const groups = grouped(all.filter(({ channel }) => channel === 'phone'));
      expect(new Set(found)).toEqual(
        new Set([...groups.values()].map((rows) => ({ unit: rows[0]!.unit, status: rows[0]!.status, ...counted(rows) }))),
      );
    });

    it('groups dates by month', async () =>
      expect(
        await given().tallies(caseFactsTable, {
          groupBy: [{ month: 'closed_on' }],
          counts: { n: [{}] },
          where: { closed_on: { not: null } },
        }),
      ).toEqual([{ month: '2018-04', n: all.filter(({ closed_on }) => closed_on !== null).length }]));

    it('refuses a column that the table does not have', async () =>
      await expect(
        (async () => given().tallies(caseFactsTable, { groupBy: ['1 = 1 --' as never], counts: { n: [{}] } }))(),
      ).rejects.toThrow('case_facts has no column 1 = 1 --'));
  });
};
