import type { Actor } from '@app/cases';
import type { DemoStep } from './demo-plan';
import type { Random } from './random';
import { staffStep } from './steps';
import { minutes, type Moment, workingAfter } from './working-time';

interface Answered {
  readonly random: Random;
  readonly noun: 'Letter' | 'Inquiry';
  readonly clerk: Actor;
  readonly answered: Moment;
  /** What was registered: whether the sender agrees, whether the question was put openly. */
  readonly asked: DemoStep['body'];
  /** Without what tells who asked. */
  readonly text: string;
}

type Publication = 'public' | 'anonymised' | 'private';

/** A letter is public only with its sender's consent. Nothing is decided of every letter. */
const ofLetter = (random: Random, { consent }: DemoStep['body']): Publication | undefined =>
  random.weighted<Publication | undefined>([
    [consent ? 'public' : 'anonymised', 40],
    ['private', 25],
    [undefined, 35],
  ]);

/** Whether and how letter or question is published with its answer, before the follow-up. */
export const published = ({ random, noun, clerk, answered, asked, text }: Answered): DemoStep[] => {
  const decided = workingAfter(answered, minutes(random, 10, 35));
  const shown = workingAfter(decided, minutes(random, 5, 20));
  const publish = (body: DemoStep['body']): DemoStep => staffStep(shown, clerk, `Publish${noun}`, body);
  // What was asked openly is published without a decision.
  if (noun === 'Inquiry' && asked.openly) return random.chance(0.92) ? [publish({})] : [];
  const publication = noun === 'Letter' ? ofLetter(random, asked) : 'anonymised';
  if (!publication) return [];
  const decision = staffStep(decided, clerk, `Decide${noun}Publication`, { publication });
  return publication === 'private' ? [decision] : [decision, publish(publication === 'anonymised' ? { text } : {})];
};
