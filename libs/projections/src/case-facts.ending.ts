import { again } from './case-facts.answering';
import { type Folds, holderOf, nothing, text, unheldStage, yearOf } from './case-facts.fold';

/** How a case ends, and begins again. */
export const ending = {
  closed: (_, { disposal, ground }, on) => ({
    status: 'closed',
    held_by: null,
    closed_on: on,
    closed_year: yearOf(on),
    disposal: text(disposal),
    ground: text(ground),
  }),
  concluded: (_, { outcome }, on) => ({ status: 'closed', held_by: null, outcome, closed_on: on, closed_year: yearOf(on) }),
  reopened: (row, { due, status }) => ({
    ...again(row, due),
    ...(status === 'received' && { status: unheldStage(row), unit: null, held_by: 'office' }),
    reopened: row.reopened + 1,
  }),
  // It is not closed: it was a call and no work order, which is why totals leave it out (see `yearTotals`).
  merged: (_, { into }) => ({ status: 'merged', held_by: null, merged_into: into }),
  unmerged: (row, { status }) => ({ status, held_by: row.closed_on === null ? holderOf(row) : null, merged_into: null }),
  'duplicate-joined': nothing,
  'duplicate-left': nothing,
  linked: (_, { to }) => ({ cluster: to }),
  unlinked: () => ({ cluster: null }),
} satisfies Partial<Folds>;
