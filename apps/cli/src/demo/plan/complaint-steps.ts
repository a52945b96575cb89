import { handlerIn, hotlineSystem, someAgent } from './actors';
import type { Flow } from './case-flow';
import type { DemoCase, DemoStep, IntakeStep } from './demo-plan';
import type { Random } from './random';
import { someName, somePhone } from './texts/people';
import { comments, instructions, reminders, supplements } from './texts/remarks';
import { someConcern, someWish } from './texts/wording';
import { dateOf, hours, minutes, type Moment, toInstant, workingAfter } from './working-time';

export type Rating = keyof typeof comments;

const source = 'urn:huiying:yongshun:12345';

/** A moment between two others at which somebody would ring, if there is one. */
const between = (random: Random, from: Moment, to: Moment): Moment | undefined => {
  const moment = from + Math.floor(random.next() * (to - from));
  const hour = Number(toInstant(moment).slice(11, 13));
  return moment < to && hour >= 8 && hour < 21 ? moment : undefined;
};

interface Reported {
  readonly subject: string;
  readonly at: Moment;
  readonly as: string;
  readonly command: string;
  readonly body: IntakeStep['body'];
}

const reported = ({ subject, at, as, command, body }: Reported): IntakeStep => ({
  kind: 'intake',
  at: toInstant(at),
  actor: hotlineSystem,
  command,
  body,
  event: { id: `${subject}-${as}`, source, subject },
});

const told = (random: Random, subject: string, flow: Flow): DemoStep[] => {
  const until = flow.answered - minutes(random, 10, 30);
  const from = flow.received + hours(random, 4, 8);
  const moment = until > from && random.chance(0.16) ? between(random, from, until) : undefined;
  if (!moment) return [];
  return [
    random.chance(0.6)
      ? reported({ subject, at: moment, as: 'reminded', command: 'RemindComplaint', body: { text: random.pick(reminders) } })
      : reported({ subject, at: moment, as: 'supplemented', command: 'SupplementComplaint', body: { text: random.pick(supplements) } }),
  ];
};

const rated = (random: Random, subject: string, at: Moment, rating: Rating): DemoStep => {
  const body = { rating, comment: random.pick(comments[rating]) };
  return random.chance(0.85)
    ? reported({ subject, at, as: 'rated', command: 'RecordComplaintFollowUp', body: { ...body, askedBy: '12345热线回访席' } })
    : { kind: 'command', at: toInstant(at), actor: someAgent(random), command: 'RecordComplaintFollowUp', body };
};

/** All that happens to one work order; `atOnce` when the hotline answers it on the phone. */
export const complaintCase = (random: Random, subject: string, flow: Flow, rating: Rating | undefined, atOnce: boolean): DemoCase => {
  const { situation, matter, where, unit, fill } = someConcern(random, (each) => Boolean(each.atOnce) === atOnce);
  const opening = reported({
    subject,
    at: flow.received,
    as: 'received',
    command: 'RegisterComplaint',
    body: {
      channel: random.weighted([
        ['phone', 78],
        ['wechat', 9],
        ['app', 6],
        ['upper-platform', 4],
        ['sms', 3],
      ]),
      kind: situation.kind,
      matter: matter.label,
      area: where.area,
      complainant: someName(random),
      phone: somePhone(random),
      address: where.place,
      text: `${fill(situation.text)}。${someWish(random, situation)}`,
    },
  });
  const agent = someAgent(random);
  const answer = fill(random.pick(situation.answers), dateOf(flow.answered));
  const staff = (at: Moment, command: string, body: DemoStep['body'], actor = agent): DemoStep => ({
    kind: 'command',
    at: toInstant(at),
    actor,
    command,
    body,
  });
  const handling: DemoStep[] = atOnce
    ? [reported({ subject, at: flow.answered, as: 'answered', command: 'AnswerComplaintDirectly', body: { text: answer } })]
    : [
        staff(flow.routed, 'RouteComplaint', { unit, instruction: random.pick(instructions.complaint) }),
        staff(flow.signedIn, 'SignInComplaint', {}, handlerIn(unit)),
        ...told(random, subject, flow),
        staff(flow.answered, 'AnswerComplaint', { text: answer }, handlerIn(unit)),
      ];
  const steps = [
    opening,
    ...handling,
    ...(rating ? [rated(random, subject, flow.rated, rating)] : []),
    staff(flow.closed, 'CloseComplaint', {}),
  ];
  return { key: subject, type: 'complaint', steps: steps.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)) };
};

/** The call is answered while the caller is on the line; the follow-up and the closing come in office hours. */
export const answeredOnThePhone = (random: Random, { received }: Flow): Flow => {
  const answered = received + minutes(random, 3, 15);
  const followUp = workingAfter(answered, hours(random, 1, 8));
  return {
    received,
    routed: answered,
    signedIn: answered,
    answered,
    rated: followUp,
    closed: workingAfter(followUp, minutes(random, 10, 200)),
  };
};
