import type { DemoCase, DemoPlan, DemoStep } from '../plan/demo-plan';

/** A step with the case it belongs to and its place there, from 1. */
export interface Due {
  readonly of: DemoCase;
  readonly step: DemoStep;
  readonly number: number;
}

/** What happens in seven days: the cases that are opened, in time order, and what happens to each case after its opening. */
export interface Week {
  readonly openings: readonly Due[];
  readonly later: readonly (readonly Due[])[];
}

const sevenDays = 7 * 86_400_000;

const moment = ({ step }: Due): number => Date.parse(step.at);

/** The plan cut into weeks, so that the log roughly follows the year though a week's cases are played side by side. */
export const weeksOf = ({ cases }: DemoPlan): Week[] => {
  const all = cases
    .flatMap((of) => of.steps.map((step, index): Due => ({ of, step, number: index + 1 })))
    .toSorted((a, b) => moment(a) - moment(b));
  const first = all[0];
  if (!first) return [];
  return groupsOf(all, (due) => Math.floor((moment(due) - moment(first)) / sevenDays)).map((week) => ({
    openings: week.filter(({ number }) => number === 1),
    later: groupsOf(
      week.filter(({ number }) => number > 1),
      ({ of }) => of.key,
    ),
  }));
};

/** Items with the same key together, in the order in which the keys appear. */
export const groupsOf = <T>(items: readonly T[], keyOf: (item: T) => unknown): T[][] => {
  const groups = new Map<unknown, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
};

export const chunksOf = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
