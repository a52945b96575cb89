import type { CaseFacts } from './case-facts.columns';
import { type Cells, type Fold, yearOf } from './case-facts.fold';
import { isAfter } from './case-facts.limits';

type Follows = (row: CaseFacts, now: string | null, was: string | null) => Cells;

const year = (date: string | null): number | null => (date === null ? null : yearOf(date));

/** The first answer or rating was this very one when the case has been through one round. */
const isFirst = (row: CaseFacts, first: string | null, was: string | null): boolean => first === was && row.reworks === 0;

/** By the term that was in force at the answer, of which the day is known. */
const timing = ({ due_on, extended, timing: before }: CaseFacts, answeredOn: string | null): string | null => {
  if (due_on === null || before === null || answeredOn === null) return before;
  if (isAfter(due_on, answeredOn, answeredOn)) return 'late';
  return extended === 1 ? 'extended' : 'on-time';
};

const alone: Follows = () => ({});

/** The facts that can be put right, and what else of the row follows from each. */
const follows = {
  kind: alone,
  route: alone,
  matter: alone,
  area: alone,
  channel: alone,
  platform: alone,
  urgency: alone,
  outcome: alone,
  attitude: alone,
  resolution: alone,
  disposal: alone,
  ground: alone,
  publication: alone,
  filed_on: alone,
  signed_in_on: alone,
  contacted_on: alone,
  met_on: alone,
  published_on: alone,
  served_on: alone,
  rated_on: alone,
  rating: (row, now, was) => (isFirst(row, row.first_rating, was) ? { first_rating: now } : {}),
  received_on: (_, now) => (now === null ? {} : { received_year: yearOf(now) }),
  answered_on: (row, now, was) => ({
    answered_year: year(now),
    timing: timing(row, now),
    ...(isFirst(row, row.first_answered_on, was) && { first_answered_on: now }),
  }),
  closed_on: (_, now) => ({ closed_year: year(now) }),
} satisfies { readonly [C in keyof CaseFacts]?: Follows };

export const correctable: readonly string[] = Object.keys(follows);

/** A recorded fact was wrong: the row says from now on what is right, the stream shows both. */
export const corrected: Fold<'corrected'> = (row, { fact, was, now }) => {
  if (!Object.hasOwn(follows, fact)) throw new Error(`${fact} is no fact that can be corrected`);
  return { [fact]: now, ...follows[fact as keyof typeof follows](row, now, was), corrections: row.corrections + 1 };
};
