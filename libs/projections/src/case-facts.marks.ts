import { answerClock } from '@app/cases';
import { isAfterDue } from './case-facts.clocks';
import { corrected } from './case-facts.corrected';
import { type Folds, listed, nothing } from './case-facts.fold';

/** What is noted of a case without moving it. */
export const marks = {
  reminded: (row) => ({ reminders: row.reminders + 1 }),
  escalated: (_, { level }) => ({ level }),
  instructed: () => ({ instructed: 1 }),
  met: (row, _, on) => ({ met_on: row.met_on ?? on }),
  'kept-confidential': () => ({ confidential: 1 }),
  accused: (_, { accused }) => ({ accused: listed(accused) }),
  corrected,
  appealed: () => ({ appealed: 1 }),
  litigated: () => ({ litigated: 1 }),
  overdue: (row, { clock }, on) => (clock === answerClock ? { overdue: 1, overdue_on: row.overdue_on ?? on } : {}),
  // An earlier term may have been missed all the same, or this one before the moment of which it is now known.
  'silence-withdrawn': (row, { clock }, on, { occurredAt }) =>
    clock === answerClock && row.overdue_on !== null && (row.overdue_on > on || (row.overdue_on === on && !isAfterDue(row, occurredAt, on)))
      ? { overdue: 0, overdue_on: null }
      : {},
  erased: () => ({ erased: 1 }),
  supplemented: nothing,
  'appeal-concluded': nothing,
  'litigation-concluded': nothing,
  // Of these only the clocks know.
  'due-soon': nothing,
  lapsed: nothing,
  retimed: nothing,
  noted: nothing,
} satisfies Partial<Folds>;
