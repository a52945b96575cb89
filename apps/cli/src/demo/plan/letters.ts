import { handlerIn, someClerk } from './actors';
import { type Flow, flowFrom, flowsOf, type Group, numbering, type Pace } from './case-flow';
import type { DemoCase, DemoStep } from './demo-plan';
import { published } from './publication';
import { type Random, randomFrom } from './random';
import { registerStep, staffStep } from './steps';
import { leaders, leadersWords, publishedText } from './texts/handling';
import { someName, someNetizen, somePhone } from './texts/people';
import { comments, instructions } from './texts/remarks';
import { type Concern, someConcern, someWish } from './texts/wording';
import { dateOf, minutes, type Moment, someOfficeTime, workingAfter } from './working-time';

/** Letters and inquiries run alike: the office registers and routes, a unit answers, the office asks and closes. */
interface Post {
  readonly type: 'letter' | 'inquiry';
  readonly noun: 'Letter' | 'Inquiry';
  readonly groups: readonly Group[];
  readonly pace: Pace;
  readonly opening: (random: Random, concern: Concern) => DemoStep['body'];
  readonly reply: (answer: string) => string;
}

const letters: Post = {
  type: 'letter',
  noun: 'Letter',
  groups: [
    { cases: 2, received: ['2017-12-01', '2017-12-12'], closedIn: 2017 },
    { cases: 6, received: ['2017-12-18', '2017-12-29'], closedIn: 2018 },
    { cases: 122, received: ['2018-01-02', '2018-12-20'], closedIn: 2018 },
    { cases: 5, received: ['2018-12-18', '2018-12-29'], closedIn: 2019 },
  ],
  pace: [
    [2, 5],
    [4, 20],
    [5, 20],
    [6, 20],
    [7, 15],
    [8, 10],
    [9, 6],
    [10, 3],
    [12, 1],
  ],
  opening: (random, { matter, where, situation, fill }) => ({
    channel: random.weighted([
      ['online', 88],
      ['letter', 12],
    ]),
    addressee: random.weighted([
      ['县长信箱', 70],
      ['县委书记信箱', 20],
      ['分管副县长', 10],
    ]),
    matter: matter.label,
    area: where.area,
    consent: random.chance(0.55),
    sender: someName(random),
    phone: somePhone(random),
    text: `尊敬的领导：您好！反映如下情况：${fill(situation.text)}。${someWish(random, situation)}此致敬礼！`,
  }),
  reply: (answer) => `您好！来信收悉，现回复如下：${answer}感谢您对政府工作的关心和支持。`,
};

const inquiries: Post = {
  type: 'inquiry',
  noun: 'Inquiry',
  groups: [
    { cases: 1, received: ['2017-12-04', '2017-12-12'], closedIn: 2017 },
    { cases: 3, received: ['2017-12-22', '2017-12-29'], closedIn: 2018 },
    { cases: 49, received: ['2018-01-02', '2018-12-25'], closedIn: 2018 },
    { cases: 3, received: ['2018-12-24', '2018-12-29'], closedIn: 2019 },
  ],
  pace: [
    [1, 10],
    [2, 25],
    [3, 30],
    [4, 20],
    [5, 14],
    [7, 1],
  ],
  opening: (random, { matter, where, situation, fill }) => ({
    channel: 'online',
    matter: matter.label,
    area: where.area,
    openly: random.chance(0.9),
    netizen: someNetizen(random),
    text: `请问：${fill(situation.text)}。${someWish(random, situation)}`,
  }),
  reply: (answer) => `网友您好：${answer}`,
};

const steps = (random: Random, post: Post, drawn: Flow): DemoStep[] => {
  const { noun, type, opening, reply } = post;
  const concern = someConcern(random, ({ kind }) => kind !== 'praise');
  const { unit, fill, situation } = concern;
  const clerk = someClerk(random);
  const handler = handlerIn(unit);
  const rating = random.weighted<keyof typeof comments | undefined>([
    ['satisfied', 70],
    ['basically-satisfied', 12],
    ['dissatisfied', 3],
    [undefined, 15],
  ]);
  const { flow, instructed } = type === 'letter' && random.chance(0.36) ? instructedFirst(random, drawn) : { flow: drawn };
  const asked = opening(random, concern);
  const answer = reply(fill(random.pick(situation.answers), dateOf(flow.answered)));
  return [
    registerStep(flow.received, clerk, `Register${noun}`, asked),
    ...(instructed
      ? [staffStep(instructed, clerk, 'InstructLetter', { leader: random.pick(leaders), text: random.pick(leadersWords) })]
      : []),
    staffStep(flow.routed, clerk, `Route${noun}`, { unit, instruction: random.pick(instructions[type]) }),
    staffStep(flow.signedIn, handler, `SignIn${noun}`),
    staffStep(flow.answered, handler, `Answer${noun}`, { text: answer }),
    ...published({ random, noun, clerk, answered: flow.answered, asked, text: publishedText(concern.matter.label, answer) }),
    ...(rating ? [staffStep(flow.rated, clerk, `Rate${noun}`, { rating, comment: random.pick(comments[rating]) })] : []),
    staffStep(flow.closed, clerk, `Close${noun}`),
  ];
};

/** A letter to a leader is laid before the leader, and assigned as the leader has written on it. */
const instructedFirst = (random: Random, flow: Flow): { flow: Flow; instructed?: Moment } => {
  const instructed = workingAfter(flow.received, minutes(random, 30, 240));
  const routed = workingAfter(instructed, minutes(random, 10, 60));
  const signedIn = workingAfter(routed, minutes(random, 10, 120));
  return signedIn < flow.answered ? { flow: { ...flow, routed, signedIn }, instructed } : { flow };
};

const planPost = (seed: number, post: Post): DemoCase[] => {
  const random = randomFrom(seed).branch(post.type);
  const numberOf = numbering();
  return flowsOf(post.groups, (first, last) => flowFrom(random, someOfficeTime(random, first, last), post.pace)).map((flow) => {
    const { year, number } = numberOf(flow.received);
    const key = `${post.type}-${year}-${String(number).padStart(4, '0')}`;
    return { key, type: post.type, steps: steps(random.branch(key), post, flow) };
  });
};

export const planLetters = (seed: number): DemoCase[] => planPost(seed, letters);
export const planInquiries = (seed: number): DemoCase[] => planPost(seed, inquiries);
