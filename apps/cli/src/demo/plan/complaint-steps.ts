import { someAgent } from './actors';
import type { Course } from './complaint-course';
import { handling } from './complaint-handling';
import { reported } from './complaint-report';
import { review } from './complaint-review';
import type { Rating, Story } from './complaint-story';
import type { DemoCase, DemoStep } from './demo-plan';
import type { Random } from './random';
import { inOrder, staffStep } from './steps';
import { secondCall } from './texts/handling';
import { someName, somePhone } from './texts/people';
import { someConcern, someWish } from './texts/wording';
import { type Moment, minutes, workingAfter } from './working-time';

const opening = ({ random, subject, course, concern: { situation, matter, where, fill } }: Story): DemoStep =>
  reported(subject, course.received, 'received', 'RegisterComplaint', {
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
  });

/** All that happens to one work order. */
export const complaintCase = (random: Random, subject: string, course: Course, rating: Rating | undefined): DemoCase => {
  const concern = someConcern(random, (each) => Boolean(each.atOnce) === (course.way === 'at-once'));
  const story: Story = { random, subject, course, concern, rating };
  const steps = [opening(story), ...handling(story), ...review(story)];
  return { key: subject, type: 'complaint', steps: inOrder(steps) };
};

/** The same caller rings about the same matter before there is an answer: registered, and merged into the first. */
export const secondCallCase = (random: Random, subject: string, received: Moment, { key, steps: [first] }: DemoCase): DemoCase => {
  const body = { ...first?.body, channel: 'phone', text: `${secondCall}${String(first?.body.text)}` };
  const merged = staffStep(workingAfter(received, minutes(random, 5, 60)), someAgent(random), 'MergeComplaint');
  return {
    key: subject,
    type: 'complaint',
    steps: [reported(subject, received, 'received', 'RegisterComplaint', body), { ...merged, into: key }],
  };
};
