import { answerClock, clocksOf, kindOf, type OpenClock } from './clocks';
import type { Context } from './context';
import { addDays } from './dates';
import { type CaseEvent, evolve } from './decide';
import type { CaseType, Situation } from './decider';

type Circumstances = Omit<Context, 'by' | 'caseNumber' | 'at'>;

/** A silence that has fallen: when, and what is recorded of it. */
interface Silence {
  readonly at: string;
  readonly events: readonly CaseEvent[];
}

const startOf = (date: string): string => `${date}T00:00:00+08:00`;

/** The moment from which a clock has run out: the day after its last day, or of a term in hours its end. */
const endOf = ({ due }: OpenClock): string => due.at ?? startOf(addDays(due.on, 1));

const silencesOf = (caseType: CaseType, state: Situation, circumstances: Circumstances): readonly Silence[] =>
  Object.entries(clocksOf(state)).flatMap(([name, clock]): Silence[] => {
    const { due, pausedOn, nearAt, missedAt } = clock;
    const lapse = caseType.lapses?.[kindOf(name)];
    if (pausedOn !== undefined || missedAt !== undefined || lapse === 'window') return [];
    const end = endOf(clock);
    if (lapse) return [{ at: end, events: lapse(state, { clock: name, due }, { ...circumstances, at: end }) }];
    const soon = name === answerClock && nearAt === undefined ? due.soon : undefined;
    return [
      ...(soon ? [{ at: startOf(soon), events: [{ type: 'DueSoon', data: { clock: name, on: due.on } }] }] : []),
      { at: end, events: [{ type: 'Overdue', data: { clock: name, on: due.on } }] },
    ];
  });

const earlier = (one: Silence, other: Silence): Silence => (Date.parse(other.at) < Date.parse(one.at) ? other : one);

/** More than a case can have clocks: a lapse that does not end its own clock must not go on for ever. */
const mostSilences = 1_000;

/**
 * The silences of a case that have fallen up to the moment `until` and are not recorded yet, each with the business time at which it
 * fell, in that order. One may start or end other clocks, so they are found one after the other. Asked before every command and by a
 * policy with a clock: a year that is loaded from the past gets the same silences as one that was lived.
 */
export const silencesUntil = (caseType: CaseType, state: Situation, until: string, circumstances: Circumstances): readonly CaseEvent[] => {
  const fallen: CaseEvent[] = [];
  let situation = state;
  for (let count = 0; count < mostSilences; count += 1) {
    const all = silencesOf(caseType, situation, circumstances);
    const next = all.length > 0 ? all.reduce(earlier) : undefined;
    if (!next || Date.parse(next.at) > Date.parse(until)) return fallen;
    for (const event of next.events) {
      const timed = { ...event, at: next.at };
      fallen.push(timed);
      situation = evolve(caseType, situation, timed);
    }
  }
  throw new Error(`the clocks of a ${caseType.name} run out without end`);
};

/** Silences that were recorded and, as is now known, had not fallen yet at `at`. */
export const silencesToWithdraw = (state: Situation, at: string): readonly CaseEvent[] =>
  Object.entries(clocksOf(state))
    .filter(([, { nearAt, missedAt }]) => [nearAt, missedAt].some((mark) => mark && Date.parse(mark) > Date.parse(at)))
    .map(([clock]) => ({ type: 'SilenceWithdrawn', data: { clock }, at }));

/** The next moment at which something is to be recorded of this case if nobody does anything; undefined when no clock runs. */
export const nextSilenceAt = (caseType: CaseType, state: Situation, circumstances: Circumstances): string | undefined => {
  const all = silencesOf(caseType, state, circumstances);
  return all.length > 0 ? all.reduce(earlier).at : undefined;
};
