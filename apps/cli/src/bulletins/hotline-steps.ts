import type { Actor } from '@app/cases';
import { handlerIn, hotlineSystem, someAgent } from '../demo/plan/actors';
import type { DemoCase, DemoStep, IntakeStep } from '../demo/plan/demo-plan';
import type { Random } from '../demo/plan/random';
import { someName, somePhone } from '../demo/plan/texts/people';
import { comments } from '../demo/plan/texts/remarks';
import { someConcern, someWish } from '../demo/plan/texts/wording';
import {
  dateOf,
  hours,
  minutes,
  type Moment,
  officeTimeOn,
  someOfficeTime,
  toInstant,
  workingAfter,
  workingDaysAfter,
} from '../demo/plan/working-time';
import type { HotlineFigures, Order } from './hotline-orders';

/** The source under which the generated hotline reports. */
export const hotlineSource = 'urn:huiying:yongshun:12345';

interface Scene {
  readonly random: Random;
  readonly subject: string;
  readonly agent: Actor;
  readonly concern: ReturnType<typeof someConcern>;
}

const act = (at: Moment, actor: Actor, command: string, body: DemoStep['body'] = {}): DemoStep => ({
  kind: 'command',
  at: toInstant(at),
  actor,
  command,
  body,
});

const report = ({ subject }: Scene, at: Moment, as: string, command: string, body: IntakeStep['body']): IntakeStep => ({
  kind: 'intake',
  at: toInstant(at),
  actor: hotlineSystem,
  command,
  body,
  event: { id: `${subject}-${as}`, source: hotlineSource, subject },
});

const opening = (scene: Scene, { kind, platform, urgent }: Order, at: Moment): DemoStep => {
  const { random, concern } = scene;
  return report(scene, at, 'received', 'RegisterComplaint', {
    channel: platform === undefined ? 'phone' : 'upper-platform',
    kind,
    matter: concern.matter.label,
    area: concern.where.area,
    ...(platform !== undefined && { platform }),
    ...(urgent && { urgency: 'urgent' }),
    complainant: someName(random),
    phone: somePhone(random),
    text: `${concern.fill(concern.situation.text)}。${someWish(random, concern.situation)}`,
  });
};

const answerText = ({ random, concern }: Scene, at: Moment): string => concern.fill(random.pick(concern.situation.answers), dateOf(at));

/** When the unit answers: an urgent order the same day, others within the five working days, late ones after them. */
const answerTime = ({ random }: Scene, { late, urgent }: Order, received: Moment, signedIn: Moment): Moment => {
  if (urgent && !late) return workingAfter(signedIn, minutes(random, 20, 90));
  const days = late ? random.whole(7, 9) : random.whole(1, 4);
  return Math.max(officeTimeOn(random, workingDaysAfter(dateOf(received), days)), workingAfter(signedIn, minutes(random, 20, 90)));
};

/** Handled once more after the hotline has sent it back. */
const again = (scene: Scene, unit: string, answered: Moment): { readonly steps: DemoStep[]; readonly answered: Moment } => {
  const { random, agent } = scene;
  const sentBack = workingAfter(answered, hours(random, 1, 4));
  const second = workingAfter(sentBack, hours(random, 3, 16));
  return {
    steps: [
      act(sentBack, agent, 'SendBackComplaint', { ground: 'caller-not-contacted' }),
      act(second, handlerIn(unit), 'AnswerComplaint', { text: answerText(scene, second) }),
    ],
    answered: second,
  };
};

const handled = (scene: Scene, order: Order, unit: string, received: Moment): DemoStep[] => {
  const { random, agent } = scene;
  const routed = workingAfter(received, minutes(random, 5, 40));
  const signedIn = workingAfter(routed, minutes(random, 10, 90));
  const first = answerTime(scene, order, received, signedIn);
  const rework = order.reworked ? again(scene, unit, first) : { steps: [], answered: first };
  const asked = workingAfter(rework.answered, hours(random, 1, 5));
  return [
    act(routed, agent, 'RouteComplaint', { unit }),
    act(signedIn, handlerIn(unit), 'SignInComplaint'),
    act(first, handlerIn(unit), 'AnswerComplaint', { text: answerText(scene, first) }),
    ...rework.steps,
    ...(order.rating
      ? [act(asked, agent, 'RecordComplaintFollowUp', { rating: order.rating, comment: commentOn(random, order.rating) })]
      : []),
    ...(order.closed ? [act(workingAfter(asked, minutes(random, 10, 60)), agent, 'CloseComplaint')] : []),
  ];
};

const commentOn = (random: Random, rating: string): string => random.pick<string>(comments[rating as keyof typeof comments] ?? ['']);

const answeredAtOnce = (scene: Scene, received: Moment): DemoStep[] => {
  const answered = received + minutes(scene.random, 3, 15);
  return [
    report(scene, answered, 'answered', 'AnswerComplaintDirectly', { text: answerText(scene, answered) }),
    act(workingAfter(answered, minutes(scene.random, 10, 120)), scene.agent, 'CloseComplaint'),
  ];
};

/** All that happens to one work order. */
export const orderCase = (random: Random, { key, days }: HotlineFigures, order: Order, number: number): DemoCase => {
  const [first, middle, last] = days;
  const subject = `${key}-${String(number).padStart(6, '0')}`;
  const concern = someConcern(random);
  const scene: Scene = { random, subject, agent: someAgent(random), concern };
  const received = someOfficeTime(random, first, order.rating ? middle : last);
  const steps = order.unit === undefined ? answeredAtOnce(scene, received) : handled(scene, order, order.unit, received);
  return { key: subject, type: 'complaint', steps: [opening(scene, order, received), ...steps] };
};
