import { handlerIn, someAgent } from './actors';
import { reported } from './complaint-report';
import type { Story } from './complaint-story';
import type { DemoStep } from './demo-plan';
import type { Random } from './random';
import { staffStep } from './steps';
import * as say from './texts/handling';
import { instructions, reminders, supplements } from './texts/remarks';
import { someOtherUnit } from './texts/wording';
import { dateOf, hours, minutes, type Moment, toInstant, workingAfter } from './working-time';

/** A moment between two others at which somebody would ring, if there is one. */
const between = (random: Random, from: Moment, to: Moment): Moment | undefined => {
  const moment = from + Math.floor(random.next() * (to - from));
  const hour = Number(toInstant(moment).slice(11, 13));
  return moment < to && hour >= 8 && hour < 21 ? moment : undefined;
};

const told = ({ random, subject, course }: Story, firstAnswered: Moment): DemoStep[] => {
  const until = firstAnswered - minutes(random, 10, 30);
  const from = course.received + hours(random, 4, 8);
  const moment = until > from && random.chance(0.16) ? between(random, from, until) : undefined;
  if (!moment) return [];
  return [
    random.chance(0.6)
      ? reported(subject, moment, 'reminded', 'RemindComplaint', { text: random.pick(reminders) })
      : reported(subject, moment, 'supplemented', 'SupplementComplaint', { text: random.pick(supplements) }),
  ];
};

/** Out to the unit; by a roundabout way if the first unit is not the right one, and to a second one if it takes two. */
const dispatched = ({ random, course, concern: { unit } }: Story): DemoStep[] => {
  const agent = someAgent(random);
  const { returned, joint, routed, signedIn } = course;
  const instruction = random.pick(returned ? say.redispatched : instructions.complaint);
  const other = someOtherUnit(random, unit);
  const ground = random.pick(['not-responsible', 'not-responsible', 'other-area', 'other-lead'] as const);
  return [
    ...(returned
      ? [
          staffStep(returned.routed, agent, 'RouteComplaint', { unit: other, instruction: random.pick(instructions.complaint) }),
          staffStep(returned.asked, handlerIn(other), 'RequestComplaintReturn', { ground, reason: random.pick(say.returnReasons[ground]) }),
          staffStep(returned.approved, agent, 'ApproveComplaintReturn'),
        ]
      : []),
    staffStep(routed, agent, 'RouteComplaint', { unit, ...(joint && { joint: [other] }), instruction }),
    ...(joint
      ? [
          staffStep(joint.signedIn, handlerIn(other), 'JoinInComplaint'),
          staffStep(joint.replied, handlerIn(other), 'ReplyComplaintPart', { text: random.pick(say.partReplies) }),
        ]
      : []),
    staffStep(signedIn, handlerIn(unit), 'SignInComplaint'),
  ];
};

/** The unit rings the caller before it answers, mostly; now and then nobody picks up at first. */
const contacted = ({ random, course, concern: { unit } }: Story, firstAnswered: Moment): DemoStep[] => {
  const first = workingAfter(course.signedIn, minutes(random, 3, 90));
  const called = (at: Moment, result: keyof typeof say.callNotes): DemoStep =>
    staffStep(at, handlerIn(unit), 'ContactComplaintCaller', { result, note: random.pick(say.callNotes[result]) });
  const again = workingAfter(first, minutes(random, 30, 120));
  const steps = random.chance(0.12) ? [called(first, 'no-answer'), called(again, 'reached')] : [called(first, 'reached')];
  return random.chance(0.78) ? steps.filter(({ at }) => Date.parse(at) < firstAnswered) : [];
};

const supervised = ({ random, course: { extension, escalated, rework, routed }, concern: { unit } }: Story, until: Moment): DemoStep[] => {
  const agent = someAgent(random);
  const ground = rework ? 'unsolved' : 'late';
  const instructed = workingAfter(routed, minutes(random, 10, 120));
  return [
    ...(extension
      ? [
          staffStep(extension.asked, handlerIn(unit), 'RequestComplaintExtension', {
            reason: random.pick(say.extensionReasons),
            callerTold: true,
          }),
          staffStep(extension.granted, agent, 'GrantComplaintExtension'),
        ]
      : []),
    ...(escalated
      ? [staffStep(escalated, agent, 'EscalateComplaint', { level: 1, ground, text: random.pick(say.escalations[ground]) })]
      : []),
    ...(random.chance(0.015) && instructed < until
      ? [staffStep(instructed, agent, 'InstructComplaint', { leader: random.pick(say.leaders), text: random.pick(say.leadersWords) })]
      : []),
  ];
};

/** From the dispatch to the last answer; or the hotline's own answer on the phone. */
export const handling = (story: Story): DemoStep[] => {
  const { random, subject, course, concern } = story;
  const { fill, situation, unit } = concern;
  const answer = (at: Moment): string => fill(random.pick(situation.answers), dateOf(at));
  if (course.way === 'at-once')
    return [reported(subject, course.answered, 'answered', 'AnswerComplaintDirectly', { text: answer(course.answered) })];
  const first = course.rework?.firstAnswered ?? course.answered;
  const answered = (at: Moment, text: string): DemoStep => staffStep(at, handlerIn(unit), 'AnswerComplaint', { text });
  return [
    ...dispatched(story),
    ...contacted(story, first),
    ...told(story, first),
    ...supervised(story, first),
    answered(first, answer(first)),
    ...(course.rework ? [answered(course.answered, `${random.pick(say.secondAnswers)}${answer(course.answered)}`)] : []),
  ];
};
