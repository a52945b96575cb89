import { answerClock, clocksOf, type OpenClock } from '../kernel/clocks';
import type { Ground, Rules, Situation } from '../kernel/decider';
import { type Due, type Reckoning, resumedAfter } from '../kernel/due';
import { say, type Sentence } from '../kernel/sentence';
import type { disclosureCommands } from './disclosure.commands';
import type { disclosureEvents } from './disclosure.events';
import type { Disclosure, OnceOnly } from './disclosure.state';

export type DisclosureRules = Rules<Disclosure, typeof disclosureCommands, typeof disclosureEvents>;

export type Case = Disclosure & Situation;

/** The clock of the answer. @throws when the request is not open: an open one always has it */
export const answerOf = (disclosure: Case): OpenClock => {
  const clock = clocksOf(disclosure)[answerClock];
  if (!clock) throw new Error(`a disclosure that is ${disclosure.status} has no clock of its answer`);
  return clock;
};

/** Since when the answer clock stands still, if it did not do so already. */
export const pausedSince = (disclosure: Case, today: string): string => answerOf(disclosure).pausedOn ?? today;

/** The answer's term without the days on which somebody else was waited for, up to and with the day `to`. */
export const resumedDue = (disclosure: Case, to: string, why: string, context: Reckoning): Due => {
  const { due, pausedOn = to } = answerOf(disclosure);
  return resumedAfter(due, { from: pausedOn, to, why }, context);
};

/** The 2008 regulation knows no such step. */
export const only2019 = (because: Sentence): Ground<Disclosure> => ({ when: ({ regime }) => regime === '2008', because });

export const onceOnly = (step: OnceOnly, because: Sentence): Ground<Disclosure> => ({
  when: ({ taken }) => taken.includes(step),
  because,
});

export const unanswered: Disclosure['status'][] = ['received', 'routed', 'handling'];

/** The applicant or somebody else is waited for; the clock of the answer stands still. */
export const waiting: Disclosure['status'][] = ['awaiting-correction', 'consulting', 'awaiting-fee'];

export const open: Disclosure['status'][] = [...unanswered, ...waiting];

export const registered: Disclosure['status'][] = [...open, 'answered', 'closed'];

export const notRegistered = say('该公开申请尚未登记', 'this request is not registered');
