import { defaultWeights, type QueueItem, queueScore, type QueueWeights, workQueueTable } from '@app/projections';
import type { ReadStore } from '@app/read-store';
import { model } from './sample';

/** The queue is in the order of the score, which is told with it. */
export const queues = (given: () => ReadStore): void => {
  describe('the work queue', () => {
    const today = '2018-03-10';
    const others: QueueWeights = {
      overdue: 3,
      unassigned: 1,
      dueSoon: 2,
      perReminder: 7,
      perEscalationLevel: 5,
      instructed: 0,
      urgent: 4,
    };
    const rank = ({ score, due_on, case_id }: { score: number; due_on: string; case_id: string }) =>
      `${String(1_000_000 - score).padStart(8, '0')} ${due_on} ${case_id}`;
    const inOrder = (weights: QueueWeights = defaultWeights) =>
      model
        .all(workQueueTable)
        .map((item) => ({ ...item, ...queueScore(item, today, weights) }))
        .toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1));
    const paged = async (query: object, limit: number) => {
      const items = [];
      for (let after: any, day = today; ; day = '2019-01-01') {
        // Those who go on the next day go on in the order in which they began.
        const page = await given().workQueuePage({ today: day, ...query, after, limit });
        items.push(...page.items);
        if (!page.next) return items;
        after = page.next;
      }
    };

    it.each([1, 4, 1_000])('is in the order of the score, in pages of %d', async (limit) =>
      expect(await paged({}, limit)).toEqual(inOrder()),
    );

    it('follows the weights it is asked with', async () => {
      expect(inOrder(others).map(({ case_id }) => case_id)).not.toEqual(inOrder().map(({ case_id }) => case_id));
      expect(await paged({ weights: others }, 7)).toEqual(inOrder(others));
    });

    it('puts overdue first, then what nobody holds, where nobody has set anything', async () => {
      const [first] = (await given().workQueuePage({ today, limit: 1 })).items;
      expect(first).toMatchObject({ unit: '', parts: expect.arrayContaining([{ fact: 'overdue', points: 1_000 }]) });
    });

    it('says that there is no further page when the last one is full', async () =>
      expect((await given().workQueuePage({ today, limit: inOrder().length })).next).toBeUndefined());

    const isOverdue = ({ due_on }: QueueItem) => due_on < today;
    const isSoon = ({ due_on, soon_on }: QueueItem) => due_on >= today && soon_on !== null && soon_on <= today;

    it.each<[string, object, (item: QueueItem) => boolean]>([
      ['unit', { unit: 'roads' }, ({ unit }) => unit === 'roads'],
      ['units', { unit: ['roads', ''] }, ({ unit }) => unit === 'roads' || unit === ''],
      ['status', { status: ['answered'] }, ({ status }) => status === 'answered'],
      ['type', { type: 'letter' }, () => false],
      ['matter', { matter: '路灯' }, () => true],
      ['channel', { channel: 'wechat' }, ({ channel }) => channel === 'wechat'],
      ['kind', { kind: ['help', 'report'] }, () => true],
      ['area', { area: '灵溪镇' }, () => false],
      ['urgency', { urgency: 'urgent' }, ({ urgency }) => urgency === 'urgent'],
      ['overdue', { overdue: true }, isOverdue],
      ['not overdue', { overdue: false }, (item) => !isOverdue(item)],
      ['unassigned', { unassigned: true, overdue: false }, (item) => item.unit === '' && !isOverdue(item)],
      ['held by a unit', { unassigned: false }, ({ unit }) => unit !== ''],
      ['due soon', { dueSoon: true }, isSoon],
      ['not due soon', { dueSoon: false }, (item) => !isSoon(item)],
      ['escalated', { escalated: true }, ({ level }) => level > 0],
      ['not escalated', { escalated: false }, ({ level }) => level === 0],
      ['hidden from a unit', { hiddenFrom: ['water-works', 'roads'] }, ({ accused }) => accused === null],
      ['hidden from nobody', { hiddenFrom: [] }, () => true],
    ])('is filtered by %s', async (_, filters, test) => expect(await paged({ filters }, 5)).toEqual(inOrder().filter(test)));
  });
};
