import type { Calendar } from './calendar';
import { endAfter, type Length, type Pause, type Point } from './counting';
import { addDays } from './dates';
import type { Due, Term } from './due';
import { type Sentence, say } from './sentence';

/** A day of a term that needs explaining: one that was skipped, or one that counts though it looks as if it did not. */
export interface NotedDay {
  readonly on: string;
  readonly counts: boolean;
  readonly why: Sentence;
}

/** How a due date came about, so that nobody has to take it on trust. */
export interface ExplainedDue extends Omit<Due, 'from' | 'amount' | 'unit'> {
  /** The day of the event that started the term; it is not counted itself. */
  readonly from: string;
  readonly term: Length | undefined;
  readonly days: readonly NotedDay[];
}

const daysAfter = (from: string, to: string): string[] => {
  const days: string[] = [];
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) days.push(day);
  return days;
};

const pauseOver = (pauses: readonly Pause[], day: string): boolean => pauses.some(({ from, to }) => day > from && day <= to);

/** A part of a term that is counted in one unit: the first length, or an extension. */
interface Stretch {
  readonly from: string;
  readonly to: string;
  readonly unit: Length['unit'] | undefined;
}

const stretchesOf = (from: string, due: Due, length: Length | undefined, calendar: Calendar): readonly Stretch[] => {
  const { extensions = [], pauses = [], startedAt, on } = due;
  if (!length || extensions.length === 0) return [{ from, to: on, unit: length?.unit }];
  let start: Point = { day: from, at: startedAt };
  return [length, ...extensions].map((leg, index) => {
    const end = endAfter(start, leg, calendar, pauses);
    const stretch = { from: start.day, to: index === extensions.length ? on : end.day, unit: leg.unit };
    start = end;
    return stretch;
  });
};

/** Days on which the clock stood still; of a term in working days each day skipped or made up; of one in days or months only the holidays it ran on over at its end. */
const noted = ({ from, to, unit }: Stretch, pauses: readonly Pause[], calendar: Calendar): readonly NotedDay[] => {
  if (unit === 'hour') return [];
  const days = daysAfter(from, to).flatMap((on): NotedDay[] => {
    if (pauseOver(pauses, on)) return [{ on, counts: false, why: say('中止计时', 'the clock stood still') }];
    const why = calendar.noteOf(on);
    return why ? [{ on, counts: calendar.isWorkingDay(on), why }] : [];
  });
  if (unit === 'working-day') return days;
  const lastWorkingDay = daysAfter(from, addDays(to, -1)).findLast((day) => calendar.isWorkingDay(day)) ?? from;
  return days.filter(({ on, counts }) => pauseOver(pauses, on) || (!counts && on > lastWorkingDay));
};

/**
 * Explains a due date that was recorded: from which day, by which term and calendar, over which days. `from` and `terms` are for events
 * from before clocks were kept as data; what stands on the due date itself goes before them.
 */
export const explainDue = (from: string, recorded: Due, terms: readonly Term[], calendar: Calendar): ExplainedDue => {
  const { from: start, amount, unit, ...due } = recorded;
  const known = terms.find(({ rule }) => rule === due.rule);
  const length = amount !== undefined && unit !== undefined ? { amount, unit } : known && { amount: known.amount, unit: known.unit };
  const stretches = stretchesOf(start ?? from, recorded, length, calendar);
  const days = stretches.flatMap((stretch) => noted(stretch, recorded.pauses ?? [], calendar));
  return { ...due, from: start ?? from, term: length, days };
};
