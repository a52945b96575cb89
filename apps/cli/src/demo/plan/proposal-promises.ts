import type { Actor } from '@app/cases';
import type { DemoStep } from './demo-plan';
import type { Random } from './random';
import { staffStep } from './steps';
import { promises } from './texts/handling';
import { dateOf, type Moment, officeTimeOn, workingDaysAfter } from './working-time';

/** What an answer of class B promises by a day, and when the unit reports what came of it. */
export interface Promised {
  /** The day by which it is to be done. */
  readonly by: string;
  readonly reported: Moment;
  readonly fulfilled: boolean;
}

/** Most are kept before the day; the others are explained. Either way all are settled by November, for the year's closing. */
export const somePromise = (random: Random, answered: Moment): Promised => {
  const reportedOn = workingDaysAfter(dateOf(answered), random.whole(35, 85));
  const by = workingDaysAfter(reportedOn, random.whole(1, 15));
  return { by, reported: officeTimeOn(random, reportedOn), fulfilled: random.chance(0.75) };
};

/** The unit's report on what it promised. */
export const keptOrExplained = (random: Random, { reported, fulfilled }: Promised, handler: Actor): DemoStep =>
  fulfilled
    ? staffStep(reported, handler, 'FulfilProposalPromise', { text: random.pick(promises.fulfilled) })
    : staffStep(reported, handler, 'GiveUpProposalPromise', { reason: random.pick(promises.givenUp) });
