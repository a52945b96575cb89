import { coHandlingTable, noTerm, workQueueTable } from '@app/projections';
import type { ReadStore } from '@app/read-store';
import { model } from './sample';

/** Joint units find what they have still to do. */
export const tellsJointUnits = (given: () => ReadStore): void => {
  describe('the tasks of joint units', () => {
    const queue = new Map(model.all(workQueueTable).map((item) => [item.case_id, item]));
    const place = ({ due_on, case_id, unit }: { due_on: string | null; case_id: string; unit: string }) =>
      `${due_on ?? noTerm} ${case_id} ${unit}`;
    const tasksOf = (...units: string[]) =>
      model
        .all(coHandlingTable)
        .filter(({ unit, open, case_id }) => units.includes(unit) && open === 1 && queue.has(case_id))
        .toSorted((one, other) => (place(one) < place(other) ? -1 : 1));
    const paged = async (query: { unit: string | readonly string[]; hiddenFrom?: readonly string[] }, limit: number) => {
      const items = [];
      for (let after: any; ; ) {
        const page = await given().jointTasks({ ...query, after, limit });
        items.push(...page.items);
        if (!page.next) return items;
        after = page.next;
      }
    };

    it.each([1, 3, 1_000])('are their open parts of open cases, in the order of their terms, in pages of %d', async (limit) => {
      expect(tasksOf('parks').length).toBeGreaterThan(3);
      expect(await paged({ unit: 'parks' }, limit)).toEqual(tasksOf('parks').map((part) => expect.objectContaining(part)));
    });

    it('can be asked for several units at once', async () =>
      expect(await paged({ unit: ['parks', 'police'] }, 4)).toEqual(
        tasksOf('parks', 'police').map((part) => expect.objectContaining(part)),
      ));

    it('tell of the case and its lead unit', async () => {
      const [task] = await paged({ unit: 'parks' }, 1_000);
      const { case_number, status, unit } = queue.get(task!.case_id)!;
      expect(task).toMatchObject({ case_number, status, lead: unit, matter: '路灯' });
    });

    it('leave out reports of wrongdoing about the unit', async () =>
      expect(await paged({ unit: 'parks', hiddenFrom: ['parks'] }, 1_000)).toEqual(
        tasksOf('parks')
          .filter(({ case_id }) => queue.get(case_id)?.accused === null)
          .map((part) => expect.objectContaining(part)),
      ));
  });
};
