import { handlerIn, someClerk } from '../demo/plan/actors';
import type { DemoCase, DemoStep } from '../demo/plan/demo-plan';
import type { Random } from '../demo/plan/random';
import { registerStep, staffStep } from '../demo/plan/steps';
import { someName, somePhone } from '../demo/plan/texts/people';
import { officeTimeOn, workingDaysAfter } from '../demo/plan/working-time';
import type { Fate } from './fates';
import { asked, matters, organisationOf, replies, said } from './texts';

/** A request with the days between which it is handled. */
export interface DatedRequest {
  readonly key: string;
  readonly kind: string;
  readonly fate: Fate;
  readonly receivedOn: string;
  /** The day of the answer or of the withdrawal; what lapses does so by itself, some weeks after its receipt. */
  readonly settledOn?: string;
}

const units = ['natural-resources', 'housing-construction', 'finance', 'environment', 'education', 'transport'];
const channels = ['online', 'letter', 'in-person'] as const;
const servedBy = { online: 'online', letter: 'post', 'in-person': 'in-person' } as const;

/** What staff do, each step on a day of its own. */
type Doing = (on: string, command: string, body?: DemoStep['body']) => DemoStep;

interface Story {
  readonly random: Random;
  readonly request: DatedRequest;
  /** What the office does; and what the unit does to which it is routed. */
  readonly office: Doing;
  readonly unit: Doing;
  readonly unitCode: string;
  readonly way: string;
}

const after = ({ receivedOn }: DatedRequest, days: number): string => workingDaysAfter(receivedOn, days);

const routed = ({ request, office, unit, unitCode }: Story): DemoStep[] => [
  office(after(request, 1), 'RouteDisclosure', { unit: unitCode }),
  unit(after(request, 2), 'SignInDisclosure'),
];

const correctionAsked = ({ request, office }: Story): DemoStep =>
  office(after(request, 2), 'RequestDisclosureCorrection', { items: said.correction, period: { amount: 10, unit: 'working-day' } });

/** What stays unclear was asked to be made clear (条例 art. 30). */
const untilAnswer = (story: Story): DemoStep[] =>
  story.request.fate.outcome === 'unavailable-unclear'
    ? [correctionAsked(story), story.office(after(story.request, 4), 'ReceiveDisclosureCorrection', { text: said.corrected })]
    : routed(story);

const answered = (story: Story): DemoStep[] => {
  const { random, request, office, unit, way } = story;
  const { settledOn = '', fate } = request;
  const steps = untilAnswer(story);
  const by = steps.some(({ command }) => command === 'SignInDisclosure') ? unit : office;
  return [
    ...steps,
    by(settledOn, 'AnswerDisclosure', { outcome: fate.outcome, text: random.pick(replies) }),
    office(workingDaysAfter(settledOn, 1), 'ServeDisclosure', { way }),
    office(workingDaysAfter(settledOn, 3), 'CloseDisclosure'),
  ];
};

/** From the receipt to the end, by the way in which the request really ends so. The days are enough for the terms that must run out. */
const ways: Readonly<Record<Fate['way'], (story: Story) => DemoStep[]>> = {
  answer: answered,
  withdraw: ({ request, office }) => [office(request.settledOn ?? '', 'WithdrawDisclosure', { statement: said.withdrawn })],
  'correction-lapses': (story) => [correctionAsked(story), story.office(after(story.request, 15), 'CloseLapsedDisclosure')],
  'fee-unpaid': ({ request, office }) => [
    office(after(request, 3), 'NotifyDisclosureFee', { basis: 'pages', count: 120 }),
    office(after(request, 26), 'CloseLapsedDisclosure'),
  ],
  'stays-open': routed,
};

/** One request from its registration on, through the commands that staff give. */
export const requestCase = (random: Random, request: DatedRequest): DemoCase => {
  const clerk = someClerk(random);
  const unitCode = random.pick(units);
  const channel = random.pick(channels);
  const matter = random.pick(matters);
  const doing =
    (actor: typeof clerk): Doing =>
    (on, command, body) =>
      staffStep(officeTimeOn(random, on), actor, command, body);
  const { key, kind, receivedOn, fate } = request;
  const applicant = organisationOf(kind) ?? someName(random);
  const told = { channel, kind, matter, applicant, contact: somePhone(random), text: asked(matter) };
  return {
    key,
    type: 'disclosure',
    steps: [
      registerStep(officeTimeOn(random, receivedOn), clerk, 'RegisterDisclosure', told),
      ...ways[fate.way]({ random, request, office: doing(clerk), unit: doing(handlerIn(unitCode)), unitCode, way: servedBy[channel] }),
    ],
  };
};
