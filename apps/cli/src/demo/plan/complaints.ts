import { type Flow, flowFrom, flowsOf, type Group, numbering, type Pace } from './case-flow';
import { answeredOnThePhone, type Course, someCourse } from './complaint-course';
import { complaintCase, secondCallCase } from './complaint-steps';
import type { Rating } from './complaint-story';
import type { DemoCase } from './demo-plan';
import { randomFrom, type Random } from './random';
import { dateOf, hours, type Moment, someDate, someTimeOn, workingAfter, workingDaysAfter } from './working-time';

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

const crossesYear = ({ received, closed }: Pick<Flow, 'received' | 'closed'>): boolean =>
  dateOf(received).slice(0, 4) !== dateOf(closed).slice(0, 4);

const courseOf = (random: Random, flow: Flow): Course => {
  const onThePhone = answeredOnThePhone(random, flow);
  return !crossesYear(flow) && !crossesYear(onThePhone) && random.chance(0.11) ? onThePhone : someCourse(random, flow);
};

/** A caller who rings again about the same matter, and what came of the first call. */
interface SecondCall {
  readonly received: Moment;
  readonly first: Course;
}

/** They come on top of the 772: a case that is merged into another is no case of its own. */
const secondCalls = 3;

/** More than a week from the merger to the closing: the cases of one week are loaded side by side. */
const longEnough = 9 * 86_400_000;

/** On the next working day, while the first is with a unit and will be for a while. */
const someSecondCalls = (random: Random, courses: readonly Course[]): SecondCall[] =>
  random
    .shuffle(courses.filter(({ way, received }) => way !== 'at-once' && dateOf(received).startsWith('2018')))
    .map((first) => ({ first, received: someTimeOn(random, workingDaysAfter(dateOf(first.received), 1), 9, 17) }))
    .filter(({ first, received }) => first.answered > workingAfter(received, hours(random, 2, 2)) && first.closed > received + longEnough)
    .slice(0, secondCalls);

const unrated: readonly (readonly [Rating | undefined, number])[] = [
  ['satisfied', 8],
  ['basically-satisfied', 1],
  [undefined, 1],
];

/** The hotline's work orders. Those of the years beside 2018 are not all followed up. */
export const planComplaints = (seed: number): DemoCase[] => {
  const random = randomFrom(seed).branch('complaints');
  const courses = flowsOf(groups, (first, last) => flowFrom(random, callOn(random, first, last), pace)).map((flow) =>
    courseOf(random, flow),
  );
  const ratings = random.shuffle(ratingsOf2018);
  const numberOf = numbering();
  const cases = new Map<Course, DemoCase>();
  const calls: readonly (Course | SecondCall)[] = [...courses, ...someSecondCalls(random, courses)];
  return calls
    .toSorted((a, b) => a.received - b.received)
    .map((call) => {
      const { year, number } = numberOf(call.received);
      const subject = `YS12345-${year}-${String(number).padStart(6, '0')}`;
      const branch = random.branch(subject);
      if ('first' in call) return secondCallCase(branch, subject, call.received, cases.get(call.first)!);
      const rating = dateOf(call.closed).startsWith('2018') ? ratings.pop() : random.weighted(unrated);
      const opened = complaintCase(branch, subject, call, rating);
      cases.set(call, opened);
      return opened;
    });
};
