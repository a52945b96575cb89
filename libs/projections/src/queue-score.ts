import { defaultRules, type LocalRules } from '@app/cases';
import type { QueueItem } from './work-queue';

/** Points by fact, as the local rules set them. */
export type QueueWeights = LocalRules['queue'];

/** Where nobody has set anything. */
export const defaultWeights: QueueWeights = defaultRules.queue;

/** What one fact has given. */
export interface QueuePoints {
  readonly fact: keyof QueueWeights;
  readonly points: number;
}

export interface QueueScore {
  /** More points, earlier in the queue. */
  readonly score: number;
  /** Where they come from; facts that gave none are left out. */
  readonly parts: readonly QueuePoints[];
}

/** A value, or a comparison with one. */
type Test = string | number | { readonly lt: string } | { readonly lte: string } | { readonly gte: string };

/** All tests hold, by column. */
export type QueueTest = { readonly [C in keyof QueueItem]?: Test };

/** Given once where one of the tests holds, or as often as a column counts. */
export type QueueFact = { readonly fact: keyof QueueWeights } & (
  | { readonly when: readonly QueueTest[] }
  | { readonly per: 'reminders' | 'level' | 'instructed' }
);

export const isOverdue = (today: string): readonly QueueTest[] => [{ due_on: { lt: today } }, { missed: 1 }];

export const isNotOverdue = (today: string): QueueTest => ({ due_on: { gte: today }, missed: 0 });

export const isDueSoon = (today: string): QueueTest => ({ ...isNotOverdue(today), soon_on: { lte: today } });

export const isUnassigned: QueueTest = { unit: '' };

/** What gives points on a day. One table for this function and for the order in which the store reads, so that they cannot differ. */
export const queueFacts = (today: string): readonly QueueFact[] => [
  { fact: 'overdue', when: isOverdue(today) },
  { fact: 'unassigned', when: [isUnassigned] },
  { fact: 'dueSoon', when: [isDueSoon(today)] },
  { fact: 'perReminder', per: 'reminders' },
  { fact: 'perEscalationLevel', per: 'level' },
  { fact: 'instructed', per: 'instructed' },
  { fact: 'urgent', when: [{ urgency: 'urgent' }] },
];

const passes = (cell: QueueItem[keyof QueueItem], test: Test): boolean => {
  if (typeof test !== 'object') return cell === test;
  if (cell === null) return false;
  if ('lt' in test) return cell < test.lt;
  return 'lte' in test ? cell <= test.lte : cell >= test.gte;
};

const holds = (item: QueueItem, test: QueueTest): boolean =>
  Object.entries(test).every(([column, each]) => passes(item[column as keyof QueueItem], each));

const timesGiven = (item: QueueItem, fact: QueueFact): number =>
  'per' in fact ? item[fact.per] : Number(fact.when.some((test) => holds(item, test)));

/** How urgently a case wants to be looked at on a day, and why. */
export const queueScore = (item: QueueItem, today: string, weights: QueueWeights): QueueScore => {
  const parts = queueFacts(today)
    .map((each) => ({ fact: each.fact, points: timesGiven(item, each) * weights[each.fact] }))
    .filter(({ points }) => points !== 0);
  return { score: parts.reduce((sum, { points }) => sum + points, 0), parts };
};
