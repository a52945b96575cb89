import { dateOf, hours, type Moment, minutes, officeTimeOn, workingAfter, workingDaysAfter } from './working-time';
import { drawUntil, type Random } from './random';

/** When the steps of a case happen that goes from the office to a unit and back. */
export interface Flow {
  readonly received: Moment;
  readonly routed: Moment;
  readonly signedIn: Moment;
  readonly answered: Moment;
  readonly rated: Moment;
  readonly closed: Moment;
}

/** Cases that are answered and closed in one year, whenever they were received. */
export interface Group {
  readonly cases: number;
  /** First and last possible day of receipt. */
  readonly received: readonly [string, string];
  readonly closedIn: number;
}

/** After how many working days the answer comes, by weight. */
export type Pace = readonly (readonly [number, number])[];

export const flowFrom = (random: Random, received: Moment, pace: Pace): Flow => {
  const routed = workingAfter(received, minutes(random, 5, 90));
  const signedIn = workingAfter(routed, minutes(random, 10, 240));
  const answerOn = workingDaysAfter(dateOf(received), random.weighted(pace));
  const answered = Math.max(officeTimeOn(random, answerOn), workingAfter(signedIn, minutes(random, 20, 120)));
  const rated = workingAfter(answered, hours(random, 1, 12) + minutes(random, 0, 59));
  const closed = workingAfter(rated, minutes(random, 10, 400));
  return { received, routed, signedIn, answered, rated, closed };
};

const yearOf = (moment: Moment): number => Number(dateOf(moment).slice(0, 4));

/** One flow per case of the groups, in the order of receipt; `draw` makes one that was received between two days. */
export const flowsOf = (groups: readonly Group[], draw: (first: string, last: string) => Flow): Flow[] =>
  groups
    .flatMap(({ cases, received: [first, last], closedIn }) =>
      Array.from({ length: cases }, () =>
        drawUntil(
          () => draw(first, last),
          ({ answered, closed }) => yearOf(answered) === closedIn && yearOf(closed) === closedIn,
        ),
      ),
    )
    .toSorted((a, b) => a.received - b.received);

/** Numbers things by the year they were received in: 1, 2, 3 … */
export const numbering = (): ((received: Moment) => { year: number; number: number }) => {
  const last = new Map<number, number>();
  return (received) => {
    const year = yearOf(received);
    const number = (last.get(year) ?? 0) + 1;
    last.set(year, number);
    return { year, number };
  };
};
