import { clocksOf } from '../kernel/clocks';
import type { Context } from '../kernel/context';
import type { Rules, Situation } from '../kernel/decider';
import { type Due, dueAfter, type Term } from '../kernel/due';
import type { inquiryCommands } from './inquiry.commands';
import type { inquiryEvents } from './inquiry.events';
import type { Inquiry } from './inquiry.state';

export type InquiryRules = Rules<Inquiry, typeof inquiryCommands, typeof inquiryEvents>;

/** The term of inquiries that were received before local rules were kept. */
export const ordinaryTerm: Term = { amount: 5, unit: 'working-day', rule: 'inquiry-ordinary' };

/** The time for a response. One that is done over or taken up again has the ordinary time anew: no local rule was found that sets another. */
export const answerDue = (rule: 'inquiry-ordinary' | 'inquiry-rework', context: Context): Due =>
  dueAfter(context.at, { ...context.local.inquiry.answer, rule }, context);

const windows = {
  return: { length: 'returnWithin', rule: 'inquiry-return' },
  publication: { length: 'publishWithin', rule: 'inquiry-publication' },
  rating: { length: 'ratingWithin', rule: 'inquiry-rating' },
} as const;

/** A clock beside that of the response, started now. */
export const started = (clock: keyof typeof windows, context: Context): Due => {
  const { length, rule } = windows[clock];
  return dueAfter(context.at, { ...context.local.inquiry[length], rule }, context);
};

export const runs = (inquiry: Situation, clock: keyof typeof windows): boolean => clock in clocksOf(inquiry);
