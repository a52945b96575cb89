import { clocksOf } from '../kernel/clocks';
import type { Decision, Ground, Rules, Situation } from '../kernel/decider';
import type { EventOf } from '../kernel/definitions';
import { type Due, dueAfter, type Reckoning, type Term } from '../kernel/due';
import type { Sentence } from '../kernel/sentence';
import type { DecisionTerm } from '../policies/remedies';
import type { proceedingCommands } from './proceeding.commands';
import type { proceedingEvents, ProceedingResult } from './proceeding.events';
import { impossibleResult, meanings } from './proceeding.results';
import type { OnceOnly, Proceeding } from './proceeding.state';

export type ProceedingRules = Rules<Proceeding, typeof proceedingCommands, typeof proceedingEvents>;

export type Event = EventOf<typeof proceedingEvents>;

export type Case = Proceeding & Situation;

export const onceOnly = (step: OnceOnly, because: Sentence): Ground<Proceeding> => ({
  when: ({ taken }) => taken.includes(step),
  because,
});

/** The clock of the organ or the court; it is theirs, and nothing is recorded when it runs out. */
export const decisionClock = (proceeding: Case): Due | undefined => clocksOf(proceeding)['decision']?.due;

export const limitFrom = (on: string, term: Term | undefined, reckoning: Reckoning): Due | null =>
  term ? dueAfter(on, term, reckoning) : null;

interface Ending {
  readonly result: ProceedingResult;
  readonly instance?: 'first' | 'second' | undefined;
  readonly redo?: DecisionTerm | undefined;
  readonly document?: string | undefined;
}

/** The end that counts: a decision that has taken effect. */
export const concluded = ({ kind, contests }: Proceeding, ending: Ending, on: string): Decision<Event> => {
  const { result, instance, redo, document } = ending;
  const impossible = impossibleResult(kind, result, redo, on);
  if (impossible) return impossible;
  const { outcome } = meanings[result];
  return [{ type: 'ProceedingConcluded', data: { kind, result, outcome, contests, instance, redo }, personal: { document } }];
};
