import type { CaseFacts } from './case-facts.columns';
import { isAfterDue } from './case-facts.clocks';
import { answerGone, type Cells, type Folds, goesOn, stage, text, yearOf } from './case-facts.fold';

/** On time or late by the term in force at the answer, which an extension may have moved. Where no clock runs there is nothing to miss. */
export const timingOf = (row: CaseFacts, at: string, on: string): string | null => {
  if (row.due_on === null || row.clock === null) return row.timing;
  if (row.clock === 'missed' || (row.paused === 0 && isAfterDue(row, at, on))) return 'late';
  return row.extended === 1 ? 'extended' : 'on-time';
};

const notClosed: Cells = { closed_on: null, closed_year: null, disposal: null, ground: null };

/**
 * The case is handled once more. The latest answer counts, and the latest rating; the first of each has a column of its own. Until there
 * is another, the answer that was given stands in the figures, unless a new term was set: a term, the answer to it and whether that was
 * in time are one statement, and an old answer says nothing about a new term. The case is then unanswered, and may be late again.
 */
export const again = (row: CaseFacts, due: unknown): Cells => ({ ...goesOn(row), ...notClosed, ...(due ? answerGone : undefined) });

/** The answer, and what the citizen says to it. */
export const answering = {
  answered: (row, { unit, outcome }, on, { occurredAt }) => ({
    status: stage(row, 'answered'),
    unit,
    held_by: row.closed_on === null ? 'office' : null,
    outcome: text(outcome),
    answered_on: on,
    answered_year: yearOf(on),
    first_answered_on: row.first_answered_on ?? on,
    timing: timingOf(row, occurredAt, on),
  }),
  reviewed: (row) => ({ status: stage(row, 'reviewed') }),
  'sent-back': (row, { due }) => ({ ...again(row, due), reworks: row.reworks + 1 }),
  revoked: (row, { due }) => again(row, due),
  // A served letter is often recorded days after it was handed over.
  served: (_, data, on) => ({ served_on: text(data['on']) ?? on }),
  attempted: (row) => ({ attempts: row.attempts + 1 }),
  rated: (row, { rating, attitude, resolution }, on) => ({
    status: stage(row, 'rated'),
    rating,
    first_rating: row.first_rating ?? rating,
    attitude: text(attitude),
    resolution: text(resolution),
    rated_on: on,
  }),
  promised: () => ({ promise: 'open' }),
  fulfilled: () => ({ promise: 'fulfilled' }),
  published: (_, { publication }, on) => ({ publication, published_on: on }),
} satisfies Partial<Folds>;
