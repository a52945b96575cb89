import type { Calendar } from './calendar';
import { addDays } from './dates';
import type { Due, Length, Pause, Term } from './due';
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

/** Days on which the clock stood still; of a term in working days each day skipped or made up; of one in days or months only the holidays it ran on over at its end. */
const noted = (from: string, due: Due, unit: Length['unit'] | undefined, calendar: Calendar): readonly NotedDay[] => {
  if (unit === 'hour') return [];
  const days = daysAfter(from, due.on).flatMap((on): NotedDay[] => {
    if (pauseOver(due.pauses ?? [], on)) return [{ on, counts: false, why: say('中止计时', 'the clock stood still') }];
    const why = calendar.noteOf(on);
    return why ? [{ on, counts: calendar.isWorkingDay(on), why }] : [];
  });
  if (unit === 'working-day') return days;
  const lastWorkingDay = daysAfter(from, addDays(due.on, -1)).findLast((day) => calendar.isWorkingDay(day)) ?? from;
  return days.filter(({ on, counts }) => pauseOver(due.pauses ?? [], on) || (!counts && on > lastWorkingDay));
};

/**
 * Explains a due date that was recorded: from which day, by which term and calendar, over which days. `from` and `terms` are for events
 * from before clocks were kept as data; what stands on the due date itself goes before them.
 */
export const explainDue = (from: string, recorded: Due, terms: readonly Term[], calendar: Calendar): ExplainedDue => {
  const { from: start, amount, unit, ...due } = recorded;
  const known = terms.find(({ rule }) => rule === due.rule);
  const length = amount !== undefined && unit !== undefined ? { amount, unit } : known && { amount: known.amount, unit: known.unit };
  return { ...due, from: start ?? from, term: length, days: noted(start ?? from, recorded, length?.unit, calendar) };
};
