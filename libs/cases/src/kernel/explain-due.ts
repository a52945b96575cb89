import { dayNote, isWorkingDay, type Term } from './calendar';
import { addDays } from './dates';
import type { Sentence } from './sentence';
import type { Due } from './shapes';

/** A day of a term that needs explaining: one that was skipped, or one that counts though it looks as if it did not. */
export interface NotedDay {
  readonly on: string;
  readonly counts: boolean;
  readonly why: Sentence;
}

/** How a due date came about, so that nobody has to take it on trust. */
export interface ExplainedDue extends Due {
  /** The day of the event that started the term; it is not counted itself. */
  readonly from: string;
  readonly term: Pick<Term, 'amount' | 'unit'> | undefined;
  readonly days: readonly NotedDay[];
}

const daysAfter = (from: string, to: string): string[] => {
  const days: string[] = [];
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) days.push(day);
  return days;
};

/** Of a term in working days, each day skipped or made up; of one in days or months, only the holidays it ran on over at its end. */
const noted = (from: string, due: Due, term: Term | undefined): readonly NotedDay[] => {
  const days = daysAfter(from, due.on).flatMap((on): NotedDay[] => {
    const why = dayNote(on);
    return why ? [{ on, counts: isWorkingDay(on), why }] : [];
  });
  if (term?.unit === 'working-day') return days;
  const lastWorkingDay = daysAfter(from, addDays(due.on, -1)).findLast(isWorkingDay) ?? from;
  return days.filter(({ on, counts }) => !counts && on > lastWorkingDay);
};

/** Explains a due date that was recorded: from which day, by which term and calendar, over which days. */
export const explainDue = (from: string, due: Due, terms: readonly Term[]): ExplainedDue => {
  const term = terms.find(({ rule }) => rule === due.rule);
  return { ...due, from, term: term && { amount: term.amount, unit: term.unit }, days: noted(from, due, term) };
};
