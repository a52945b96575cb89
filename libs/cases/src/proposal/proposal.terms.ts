import { answerClock, clocksOf, type Limits } from '../kernel/clocks';
import type { Context } from '../kernel/context';
import { businessDate } from '../kernel/dates';
import type { Situation } from '../kernel/decider';
import { type Due, dueAfter, extendedBy, type Term } from '../kernel/due';

/** Three months from assignment (Zhejiang art. 21, Shandong art. 19, Henan art. 20): explains due dates from before terms stood on them. */
export const answerTerm: Term = { amount: 3, unit: 'month', rule: 'proposal-answer' };

const lengths = {
  'proposal-answer': 'answer',
  'proposal-extension': 'extension',
  'proposal-return': 'returnWithin',
  'proposal-contact': 'contactWithin',
  'proposal-co-opinion': 'coOpinionWithin',
  'proposal-rating': 'ratingWithin',
  'proposal-rehandle': 'rehandleWithin',
} as const;

export type TermRule = keyof typeof lengths;

const termOf = (rule: TermRule, { local }: Context): Term => ({ ...local.proposal[lengths[rule]], rule });

/** A term of the local rules that starts now. */
export const startedNow = (rule: TermRule, context: Context): Due => dueAfter(context.at, termOf(rule, context), context);

/** The same clock, run on by a further term. */
export const extendedNow = (due: Due, context: Context): Due => extendedBy(due, termOf('proposal-extension', context), context);

/** A day that the unit itself has named: no term leads to it, so no calendar moves it. */
export const promisedFor = (on: string, { at, calendar, local }: Context): Due => ({
  on,
  rule: 'proposal-promise',
  calendar: calendar.version,
  from: businessDate(at),
  edition: local.edition,
});

/** The names under which clocks run beside that of the answer. */
export const clock = { contact: 'contact', return: 'return', rating: 'rating', promise: 'promise' } as const;

export const coUnitClock = (unit: string): string => `co-unit:${unit}`;

export const dueOf = (proposal: Situation, name: string): Due | undefined => clocksOf(proposal)[name]?.due;

export const answerDue = (proposal: Situation): Due | undefined => dueOf(proposal, answerClock);

/** Whether a term is over at `at`. One that runs in hours ends at its moment, another with its last day. */
export const isOver = (due: Due, at: string): boolean =>
  due.at === undefined ? businessDate(at) > due.on : Date.parse(at) >= Date.parse(due.at);

/** Ends these clocks. */
export const ended = (...names: readonly string[]): Limits => Object.fromEntries(names.map((name) => [name, null]));
