import { clocksOf } from '../kernel/clocks';
import type { Context } from '../kernel/context';
import type { Rules, Situation } from '../kernel/decider';
import { type Due, dueAfter, type Term } from '../kernel/due';
import type { letterCommands } from './letter.commands';
import type { letterEvents } from './letter.events';
import type { Letter } from './letter.state';

export type LetterRules = Rules<Letter, typeof letterCommands, typeof letterEvents>;

/** The term of letters that were received before local rules were kept. */
export const ordinaryTerm: Term = { amount: 10, unit: 'working-day', rule: 'letter-ordinary' };

/** The time for a reply. One that is done over or taken up again has the ordinary time anew: no local rule was found that sets another. */
export const answerDue = (rule: 'letter-ordinary' | 'letter-rework', context: Context): Due =>
  dueAfter(context.at, { ...context.local.letter.answer, rule }, context);

const windows = {
  return: { length: 'returnWithin', rule: 'letter-return' },
  publication: { length: 'publishWithin', rule: 'letter-publication' },
  rating: { length: 'ratingWithin', rule: 'letter-rating' },
} as const;

/** A clock beside that of the reply, started now. */
export const started = (clock: keyof typeof windows, context: Context): Due => {
  const { length, rule } = windows[clock];
  return dueAfter(context.at, { ...context.local.letter[length], rule }, context);
};

export const runs = (letter: Situation, clock: keyof typeof windows): boolean => clock in clocksOf(letter);
