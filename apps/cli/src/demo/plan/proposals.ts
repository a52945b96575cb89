import type { Actor } from '@app/cases';
import { handlerIn, someClerk } from './actors';
import type { DemoCase, DemoStep } from './demo-plan';
import { keptOrExplained, somePromise } from './proposal-promises';
import { talks } from './proposal-talks';
import { type Random, randomFrom } from './random';
import { inOrder, registerStep, staffStep } from './steps';
import { someName } from './texts/people';
import { somePlace } from './texts/places';
import { topics } from './texts/proposal-topics';
import { instructions } from './texts/remarks';
import { dateOf, hours, minutes, type Moment, officeTimeOn, someOfficeTime, workingAfter, workingDaysAfter } from './working-time';

/** All were put forward at the sessions of January and early February, and assigned in March. */
const proposalsOf2018 = 159;

const kinds: readonly (readonly [{ kind: string; session: string }, number])[] = [
  [{ kind: 'npc-suggestion', session: '永顺县人民代表大会2018年会议' }, 62],
  [{ kind: 'cppcc-proposal', session: '政协永顺县委员会2018年全体会议' }, 38],
];

const proposers = (random: Random): string => {
  const names = new Set(
    Array.from(
      {
        length: random.weighted([
          [1, 6],
          [2, 2],
          [3, 1],
          [5, 1],
        ]),
      },
      () => someName(random),
    ),
  );
  return [...names].join('、');
};

const comment = { satisfied: '对答复和办理情况满意。', 'basically-satisfied': '基本满意，希望抓紧落实。' } as const;

const rated = (random: Random, at: Moment, clerk: Actor): DemoStep => {
  const rating = random.weighted([
    ['satisfied', 94],
    ['basically-satisfied', 6],
  ] as const);
  const attitude = random.chance(0.97) ? 'satisfied' : 'basically-satisfied';
  return staffStep(at, clerk, 'RateProposal', { rating, attitude, comment: comment[rating] });
};

const steps = (random: Random, received: Moment, number: number): DemoStep[] => {
  const topic = random.pick(topics);
  const { area } = somePlace(random);
  const clerk = someClerk(random);
  const handler = handlerIn(topic.unit);
  const routed = someOfficeTime(random, '2018-03-01', '2018-03-09');
  const signedIn = workingAfter(routed, hours(random, 1, 30));
  // Three months are some 62 working days here; a few answers come later.
  const answered = officeTimeOn(
    random,
    workingDaysAfter(dateOf(routed), random.chance(0.03) ? random.whole(65, 72) : random.whole(18, 58)),
  );
  const outcome = random.weighted([
    ['A', 48],
    ['B', 34],
    ['C', 18],
  ] as const);
  const promise = outcome === 'B' && random.chance(0.45) ? somePromise(random, answered) : undefined;
  const firstRated = workingAfter(answered, hours(random, 12, 90));
  const lastWord = promise?.fulfilled
    ? workingAfter(promise.reported, hours(random, 12, 60))
    : Math.max(firstRated, promise?.reported ?? 0);
  const { joint, consulted } = talks(random, { unit: topic.unit, routed, signedIn, answered });
  const title = topic.title.replace('{town}', area);
  const reply = { outcome, ...(promise && { promise: { by: promise.by } }) };
  return inOrder([
    registerStep(received, clerk, 'RegisterProposal', {
      channel: 'in-person',
      ...random.weighted(kinds),
      matter: title,
      area,
      proposers: proposers(random),
      text: `${topic.why}为此建议：${topic.ask}`,
    }),
    staffStep(someOfficeTime(random, '2018-02-05', '2018-02-13'), clerk, 'FileProposal', { number: `第${number}号` }),
    staffStep(routed, clerk, 'RouteProposal', { unit: topic.unit, joint, instruction: random.pick(instructions.proposal) }),
    staffStep(signedIn, handler, 'SignInProposal'),
    ...consulted,
    staffStep(answered, handler, 'AnswerProposal', { ...reply, text: `您提出的《${title}》收悉，现答复如下：${topic.answers[outcome]}` }),
    rated(random, firstRated, clerk),
    ...(promise ? [keptOrExplained(random, promise, handler)] : []),
    ...(promise?.fulfilled ? [rated(random, lastWord, clerk)] : []),
    ...(random.chance(0.6)
      ? [staffStep(workingAfter(lastWord, minutes(random, 5, 25)), clerk, 'PublishProposal', { publication: 'public' })]
      : []),
    staffStep(workingAfter(lastWord, minutes(random, 30, 900)), clerk, 'CloseProposal'),
  ]);
};

export const planProposals = (seed: number): DemoCase[] => {
  const random = randomFrom(seed).branch('proposals');
  return Array.from({ length: proposalsOf2018 }, () => someOfficeTime(random, '2018-01-09', '2018-02-02'))
    .toSorted((a, b) => a - b)
    .map((received, index) => {
      const key = `proposal-2018-${String(index + 1).padStart(4, '0')}`;
      return { key, type: 'proposal', steps: steps(random.branch(key), received, index + 1) };
    });
};
