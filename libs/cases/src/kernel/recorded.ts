import { businessDate } from './dates';
import type { Milestone } from './milestones';

export type Recorded = Readonly<Record<string, string | null>>;

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const told: readonly string[] = ['channel', 'kind', 'matter', 'area', 'platform', 'urgency', 'route'];

type Change = (recorded: Recorded, data: Readonly<Record<string, any>>, at: string) => Recorded;

const changes: { readonly [M in Milestone]?: Change } = {
  received: (_, data, at) => ({
    ...Object.fromEntries(told.map((fact) => [fact, textOf(data[fact])])),
    ...(at && { received_on: businessDate(at) }),
  }),
  'receipt-confirmed': (recorded, _, at) => (at ? { ...recorded, received_on: businessDate(at) } : recorded),
  answered: (recorded, { outcome }, at) => ({ ...recorded, outcome: textOf(outcome), ...(at && { answered_on: businessDate(at) }) }),
  rated: (recorded, { rating, attitude, resolution }) => ({
    ...recorded,
    rating,
    attitude: textOf(attitude),
    resolution: textOf(resolution),
  }),
  concluded: (recorded, { outcome }, at) => ({ ...recorded, outcome, ...(at && { closed_on: businessDate(at) }) }),
  closed: (recorded, _, at) => ({ ...recorded, ...(at && { closed_on: businessDate(at) }) }),
  corrected: (recorded, { fact, now }) => ({ ...recorded, [fact]: now }),
};

/** What is recorded of a case after an event, by column of the facts: the "was" of a later correction. */
export const recordedAfter = (
  recorded: Recorded | undefined,
  milestone: Milestone | undefined,
  data: Readonly<Record<string, any>>,
  at: string,
): Recorded | undefined => {
  const change = milestone && changes[milestone];
  return change ? change(recorded ?? {}, data, at) : recorded;
};
