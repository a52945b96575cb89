import { someAgent } from './actors';
import { reported } from './complaint-report';
import type { Rating, Story } from './complaint-story';
import type { DemoStep } from './demo-plan';
import { staffStep } from './steps';
import { sendBacks } from './texts/handling';
import { comments } from './texts/remarks';
import { minutes, type Moment, workingAfter } from './working-time';

/** Whether the matter is settled is another question than whether the caller is content. */
const resolutions = {
  satisfied: [
    ['solved', 94],
    ['partly-solved', 6],
  ],
  'basically-satisfied': [
    ['solved', 35],
    ['partly-solved', 65],
  ],
  dissatisfied: [
    ['partly-solved', 30],
    ['unsolved', 70],
  ],
} as const;

const rated = ({ random, subject }: Story, at: Moment, as: string, rating: Rating): DemoStep => {
  const attitude = rating === 'dissatisfied' && random.chance(0.6) ? 'basically-satisfied' : rating;
  const said = { rating, resolution: random.weighted<string>(resolutions[rating]), attitude };
  const body = { ...said, mode: 'phone', comment: random.pick(comments[rating]) };
  return random.chance(0.85)
    ? reported(subject, at, as, 'RecordComplaintFollowUp', { ...body, askedBy: '12345热线回访席' })
    : staffStep(at, someAgent(random), 'RecordComplaintFollowUp', body);
};

/** Calls at which nobody picked up, before the one at which somebody did. */
const attempts = ({ random, course: { answered, rated: reached } }: Story): DemoStep[] => {
  const agent = someAgent(random);
  const first = workingAfter(answered, minutes(random, 5, 50));
  const second = workingAfter(first, minutes(random, 60, 200));
  const calls = random.chance(0.12) ? [first, second].slice(0, random.whole(1, 2)) : [];
  return calls.filter((at) => at < reached).map((at) => staffStep(at, agent, 'RecordComplaintAttempt', { mode: 'phone' }));
};

const sentBack = (story: Story): DemoStep[] => {
  const { random, course } = story;
  if (!course.rework) return [];
  const { firstRated, sentBack: at } = course.rework;
  const ground = firstRated
    ? 'caller-dissatisfied'
    : random.pick(['caller-not-contacted', 'beside-the-point', 'facts-unclear', 'unsolved'] as const);
  return [
    ...(firstRated ? [rated(story, firstRated, 'rated-first', 'dissatisfied')] : []),
    staffStep(at, someAgent(random), 'SendBackComplaint', { ground, text: random.pick(sendBacks[ground]) }),
  ];
};

/** What the hotline makes of the answer: back to the unit if it does not do, then the follow-up and the closing. */
export const review = (story: Story): DemoStep[] => {
  const { random, course, rating } = story;
  return [
    ...sentBack(story),
    ...(rating ? [...attempts(story), rated(story, course.rated, 'rated', rating)] : []),
    staffStep(course.closed, someAgent(random), 'CloseComplaint'),
  ];
};
