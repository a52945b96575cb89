import type { Flow } from './case-flow';
import type { Random } from './random';
import { dateOf, hours, minutes, type Moment, officeTimeOn, workingAfter, workingDaysAfter } from './working-time';

/** The way a work order takes through the county; most take the straight one. */
export type Way = 'straight' | 'at-once' | 'returned' | 'joint' | 'extended' | 'sent-back' | 'dissatisfied-first';

/** When things happen on that way. */
export interface Course extends Flow {
  readonly way: Way;
  /** The unit that got it first gives it back, and it goes to the right one. */
  readonly returned?: { readonly routed: Moment; readonly asked: Moment; readonly approved: Moment };
  readonly joint?: { readonly signedIn: Moment; readonly replied: Moment };
  readonly extension?: { readonly asked: Moment; readonly granted: Moment };
  /** The first answer does not do: `rated` when the caller says so, `sentBack` when it goes back. */
  readonly rework?: { readonly firstAnswered: Moment; readonly firstRated?: Moment; readonly sentBack: Moment };
  readonly escalated?: Moment;
}

const straight = (_: Random, flow: Flow): Course => ({ ...flow, way: 'straight' });

/** Asked for within the working day that the hotline allows. The caller's time goes on running. */
const returned = (random: Random, flow: Flow): Course => {
  const asked = workingAfter(flow.routed, minutes(random, 20, 120));
  const approved = workingAfter(asked, minutes(random, 5, 45));
  const routed = workingAfter(approved, minutes(random, 5, 30));
  const signedIn = workingAfter(routed, minutes(random, 10, 90));
  return { ...flow, way: 'returned', returned: { routed: flow.routed, asked, approved }, routed, signedIn };
};

const joint = (random: Random, flow: Flow): Course => {
  const signedIn = workingAfter(flow.routed, minutes(random, 15, 150));
  return { ...flow, way: 'joint', joint: { signedIn, replied: workingAfter(signedIn, hours(random, 1, 4)) } };
};

const after = (random: Random, answered: Moment): Pick<Flow, 'answered' | 'rated' | 'closed'> => {
  const rated = workingAfter(answered, hours(random, 1, 12));
  return { answered, rated, closed: workingAfter(rated, minutes(random, 10, 400)) };
};

/** Asked for while the five working days run, answered within the five more that are granted. */
const extended = (random: Random, flow: Flow): Course => {
  const date = dateOf(flow.received);
  const asked = officeTimeOn(random, workingDaysAfter(date, random.whole(3, 4)));
  const granted = workingAfter(asked, minutes(random, 15, 150));
  const answered = officeTimeOn(random, workingDaysAfter(date, random.whole(6, 9)));
  return { ...flow, way: 'extended', extension: { asked, granted }, ...after(random, answered) };
};

const answeredAgain = (random: Random, sentBack: Moment) => ({
  escalated: workingAfter(sentBack, minutes(random, 5, 30)),
  ...after(random, officeTimeOn(random, workingDaysAfter(dateOf(sentBack), random.whole(1, 4)))),
});

const sentBack = (random: Random, flow: Flow): Course => {
  const back = workingAfter(flow.answered, hours(random, 1, 6));
  return { ...flow, way: 'sent-back', rework: { firstAnswered: flow.answered, sentBack: back }, ...answeredAgain(random, back) };
};

const dissatisfiedFirst = (random: Random, flow: Flow): Course => {
  const back = workingAfter(flow.rated, minutes(random, 10, 120));
  const rework = { firstAnswered: flow.answered, firstRated: flow.rated, sentBack: back };
  return { ...flow, way: 'dissatisfied-first', rework, ...answeredAgain(random, back) };
};

/** Of a hundred work orders. */
const shares: readonly (readonly [(random: Random, flow: Flow) => Course, number])[] = [
  [straight, 92],
  [returned, 1.3],
  [joint, 2.5],
  [extended, 2],
  [sentBack, 1.1],
  [dissatisfiedFirst, 0.6],
];

const yearOf = (moment: Moment): string => dateOf(moment).slice(0, 4);

/** The answer comes last of what units do, and whatever the way, answer and closing stay in their year. */
const fits = ({ joint: part, signedIn, answered, closed }: Course, flow: Flow): boolean =>
  yearOf(answered) === yearOf(flow.closed) &&
  yearOf(closed) === yearOf(flow.closed) &&
  signedIn < answered &&
  (!part || part.replied < answered);

/** A late answer is supervised on the morning after the day it was due, if it has not come by then. */
const supervised = (random: Random, course: Course): Course => {
  if (course.way === 'extended' || course.escalated) return course;
  const dayAfter = officeTimeOn(random, workingDaysAfter(dateOf(course.received), 6));
  return dayAfter > course.signedIn && dayAfter < course.answered ? { ...course, escalated: dayAfter } : course;
};

export const someCourse = (random: Random, flow: Flow): Course => {
  const course = random.weighted(shares)(random, flow);
  return supervised(random, fits(course, flow) ? course : straight(random, flow));
};

/** The call is answered while the caller is on the line; the follow-up and the closing come in office hours. */
export const answeredOnThePhone = (random: Random, { received }: Flow): Course => {
  const answered = received + minutes(random, 3, 15);
  const rated = workingAfter(answered, hours(random, 1, 8));
  const closed = workingAfter(rated, minutes(random, 10, 200));
  return { way: 'at-once', received, routed: answered, signedIn: answered, answered, rated, closed };
};
