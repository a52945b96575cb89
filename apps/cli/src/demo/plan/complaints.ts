import { type Flow, flowFrom, flowsOf, type Group, numbering, type Pace } from './case-flow';
import { answeredOnThePhone, complaintCase, type Rating } from './complaint-steps';
import type { DemoCase } from './demo-plan';
import { randomFrom, type Random } from './random';
import { dateOf, type Moment, someDate, someTimeOn } from './working-time';

/** 772 closed in 2018, and the traffic across both ends of the year. */
const groups: readonly Group[] = [
  { cases: 9, received: ['2017-12-01', '2017-12-18'], closedIn: 2017 },
  { cases: 21, received: ['2017-12-22', '2017-12-31'], closedIn: 2018 },
  { cases: 751, received: ['2018-01-01', '2018-12-28'], closedIn: 2018 },
  { cases: 17, received: ['2018-12-24', '2018-12-31'], closedIn: 2019 },
];

/** Of the 772: 751 satisfied, 97.3 %. */
const ratingsOf2018: readonly Rating[] = [
  ...Array<Rating>(751).fill('satisfied'),
  ...Array<Rating>(14).fill('basically-satisfied'),
  ...Array<Rating>(7).fill('dissatisfied'),
];

const pace: Pace = [
  [1, 18],
  [2, 28],
  [3, 28],
  [4, 16],
  [5, 9],
  [6, 0.7],
  [8, 0.7],
];

/** How much the hotline rings, month by month: more in the cold, in the flood season and before Spring Festival. */
const callsIn = [0.8, 0.75, 0.7, 0.75, 0.85, 0.95, 1, 1, 0.85, 0.8, 0.85, 0.9];

const callOn = (random: Random, first: string, last: string): Moment => {
  let date = someDate(random, first, last);
  while (!random.chance(callsIn[Number(date.slice(5, 7)) - 1] ?? 1)) date = someDate(random, first, last);
  const [opens, closes] = random.weighted([
    [[8, 12] as const, 40],
    [[14, 18] as const, 35],
    [[12, 14] as const, 8],
    [[18, 23] as const, 14],
    [[0, 8] as const, 3],
  ]);
  return someTimeOn(random, date, opens, closes);
};

const crossesYear = ({ received, closed }: Flow): boolean => dateOf(received).slice(0, 4) !== dateOf(closed).slice(0, 4);

/** The hotline's work orders. Those of the years beside 2018 are not all followed up. */
export const planComplaints = (seed: number): DemoCase[] => {
  const random = randomFrom(seed).branch('complaints');
  const flows = flowsOf(groups, (first, last) => flowFrom(random, callOn(random, first, last), pace));
  const ratings = random.shuffle(ratingsOf2018);
  const numberOf = numbering();
  return flows.map((drawn) => {
    const atOnce = !crossesYear(drawn) && random.chance(0.11);
    const flow = atOnce ? answeredOnThePhone(random, drawn) : drawn;
    const in2018 = dateOf(flow.closed).startsWith('2018');
    const rating = in2018
      ? ratings.pop()
      : random.weighted<Rating | undefined>([
          ['satisfied', 8],
          ['basically-satisfied', 1],
          [undefined, 1],
        ]);
    const { year, number } = numberOf(flow.received);
    const subject = `YS12345-${year}-${String(number).padStart(6, '0')}`;
    return complaintCase(random.branch(subject), subject, flow, rating, atOnce);
  });
};
