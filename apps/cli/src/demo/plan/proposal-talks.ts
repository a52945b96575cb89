import { handlerIn } from './actors';
import type { DemoStep } from './demo-plan';
import type { Random } from './random';
import { staffStep } from './steps';
import { meetings, opinions } from './texts/handling';
import { someOtherUnit } from './texts/wording';
import { hours, type Moment, workingAfter } from './working-time';

interface Handling {
  readonly unit: string;
  readonly routed: Moment;
  readonly signedIn: Moment;
  readonly answered: Moment;
}

const opinion = (random: Random, unit: string, routed: Moment): DemoStep[] => {
  const signedIn = workingAfter(routed, hours(random, 1, 30));
  const given = workingAfter(signedIn, hours(random, 12, 60));
  return [
    staffStep(signedIn, handlerIn(unit), 'SignInProposal'),
    staffStep(given, handlerIn(unit), 'GiveProposalOpinion', { text: random.pick(opinions) }),
  ];
};

/** With whom the lead unit speaks before it answers: the proposers, and the co-unit if there is one. */
export const talks = (
  random: Random,
  { unit, routed, signedIn, answered }: Handling,
): { readonly joint: readonly string[]; readonly consulted: readonly DemoStep[] } => {
  const joint = random.chance(0.22) ? [someOtherUnit(random, unit)] : [];
  const contacted = workingAfter(signedIn, hours(random, 3, 50));
  const met = workingAfter(contacted, hours(random, 6, 40));
  const way = random.pick(['phone', 'phone', 'visit', 'symposium', 'message'] as const);
  const withProposers = [
    ...(random.chance(0.9) ? [staffStep(contacted, handlerIn(unit), 'ContactProposers', { way })] : []),
    ...(random.chance(0.4) ? [staffStep(met, handlerIn(unit), 'MeetProposers', { minutes: random.pick(meetings) })] : []),
  ];
  return {
    joint,
    consulted: [...withProposers.filter(({ at }) => Date.parse(at) < answered), ...joint.flatMap((each) => opinion(random, each, routed))],
  };
};
