import { defaultWeights, queueScore } from './queue-score';
import { noTerm, type QueueItem } from './work-queue';

const item: QueueItem = {
  case_id: '1',
  case_type: 'complaint',
  case_number: 'RX-2018-000001',
  status: 'handling',
  channel: 'phone',
  kind: null,
  matter: null,
  area: null,
  urgency: null,
  confidential: 0,
  accused: null,
  unit: 'roads',
  received_on: '2018-03-01',
  due_on: noTerm,
  soon_on: null,
  missed: 0,
  paused: 0,
  reminders: 0,
  level: 0,
  instructed: 0,
};
const weights = {
  overdue: 1,
  unassigned: 10,
  dueSoon: 100,
  perReminder: 1_000,
  perEscalationLevel: 10_000,
  instructed: 100_000,
  urgent: 7,
};
const scored = (facts: Partial<QueueItem>) => queueScore({ ...item, ...facts }, '2018-03-08', weights);

describe('the score of a case in the queue', () => {
  it('is nothing for a case with which all is well', () => expect(scored({})).toEqual({ score: 0, parts: [] }));

  it.each<[string, Partial<QueueItem>, object]>([
    ['that is overdue', { due_on: '2018-03-07', soon_on: '2018-03-06' }, { fact: 'overdue', points: 1 }],
    ['whose term of hours has run out today', { due_on: '2018-03-08', soon_on: '2018-03-07', missed: 1 }, { fact: 'overdue', points: 1 }],
    ['that nobody holds', { unit: '' }, { fact: 'unassigned', points: 10 }],
    ['that is due soon', { due_on: '2018-03-08', soon_on: '2018-03-08' }, { fact: 'dueSoon', points: 100 }],
    ['that was reminded of twice', { reminders: 2 }, { fact: 'perReminder', points: 2_000 }],
    ['under supervision of level 3', { level: 3 }, { fact: 'perEscalationLevel', points: 30_000 }],
    ['with a leader’s instruction', { instructed: 1 }, { fact: 'instructed', points: 100_000 }],
    ['that is urgent', { urgency: 'urgent' }, { fact: 'urgent', points: 7 }],
  ])('tells what a case %s is given for', (_, facts, part) => expect(scored(facts).parts).toEqual([part]));

  it('gives nothing for what is ordinary, or still far off', () =>
    expect(scored({ urgency: 'ordinary', due_on: '2018-03-09', soon_on: '2018-03-09' }).score).toBe(0));

  it('is the sum of its parts', () =>
    expect(scored({ unit: '', reminders: 1, urgency: 'urgent' })).toEqual({
      score: 1_017,
      parts: [
        { fact: 'unassigned', points: 10 },
        { fact: 'perReminder', points: 1_000 },
        { fact: 'urgent', points: 7 },
      ],
    }));

  it('puts what is overdue before what nobody holds, where nobody has set anything', () => {
    const usually = (facts: Partial<QueueItem>) => queueScore({ ...item, ...facts }, '2018-03-08', defaultWeights).score;
    const order = [{ due_on: '2018-03-07', unit: '' }, { due_on: '2018-03-07' }, { unit: '' }, { urgency: 'urgent' }, {}];
    expect(order.map(usually)).toEqual(order.map(usually).toSorted((one, other) => other - one));
    expect(new Set(order.map(usually)).size).toBe(order.length);
  });
});
