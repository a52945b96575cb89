import { handlerIn, someClerk } from '../demo/plan/actors';
import type { DemoCase, DemoStep } from '../demo/plan/demo-plan';
import type { Random } from '../demo/plan/random';
import { someName } from '../demo/plan/texts/people';
import { somePlace } from '../demo/plan/texts/places';
import { topics } from '../demo/plan/texts/proposal-topics';
import { dateOf, hours, minutes, officeTimeOn, someOfficeTime, toInstant, workingAfter, workingDaysAfter } from '../demo/plan/working-time';

/** A year's proposals by class of their answer, and the forms that came back. */
export interface ProposalFigures {
  readonly key: string;
  readonly session: string;
  readonly year: number;
  readonly classes: Readonly<Record<'A' | 'B' | 'C' | 'D', number>>;
  /** Filed, and withdrawn before they were answered. */
  readonly withdrawn: number;
  readonly forms: number;
  /** Of the forms: satisfied with the work, and with the result; the rest is basically satisfied. */
  readonly attitude: number;
  readonly result: number;
}

/** 宁波市政协2011年: 591 filed, 588 with a class; which became of the other three is not printed. */
export const ningbo2011: ProposalFigures = {
  key: 'NB2011',
  session: '政协宁波市委员会2011年全体会议',
  year: 2011,
  classes: { A: 148, B: 364, C: 10, D: 66 },
  withdrawn: 3,
  forms: 527,
  attitude: 526,
  result: 519,
};

interface Fate {
  readonly outcome?: string;
  readonly rated?: { readonly rating: string; readonly attitude: string };
}

const satisfied = (yes: boolean): string => (yes ? 'satisfied' : 'basically-satisfied');

const fatesOf = (random: Random, { classes, withdrawn, forms, attitude, result }: ProposalFigures): readonly Fate[] => {
  const answered = Object.entries(classes).flatMap(([outcome, count]) => Array.from({ length: count }, () => outcome));
  const fates = random.shuffle(answered).map((outcome, index) => ({
    outcome,
    ...(index < forms && { rated: { rating: satisfied(index < result), attitude: satisfied(index < attitude) } }),
  }));
  return [...fates, ...Array.from({ length: withdrawn }, () => ({}))];
};

const proposalCase = (random: Random, { key, session, year }: ProposalFigures, { outcome, rated }: Fate, number: number): DemoCase => {
  const topic = random.pick(topics);
  const { area } = somePlace(random);
  const [clerk, handler] = [someClerk(random), handlerIn(topic.unit)];
  const received = someOfficeTime(random, `${year}-01-10`, `${year}-01-28`);
  const filed = workingAfter(received, hours(random, 4, 40));
  const routed = someOfficeTime(random, `${year}-03-07`, `${year}-03-11`);
  const signedIn = workingAfter(routed, hours(random, 1, 16));
  const met = workingAfter(signedIn, hours(random, 8, 60));
  const answered = officeTimeOn(random, workingDaysAfter(dateOf(met), random.whole(10, 35)));
  const asked = workingAfter(answered, hours(random, 12, 70));
  const step = (at: number, command: string, body: DemoStep['body'] = {}, actor = clerk): DemoStep => ({
    kind: 'command',
    at: toInstant(at),
    actor,
    command,
    body,
  });
  const registered = step(received, 'RegisterProposal', {
    channel: 'in-person',
    kind: 'cppcc-proposal',
    session,
    matter: topic.title.replace('{town}', area),
    area,
    proposers: someName(random),
    text: `${topic.why}为此建议：${topic.ask}`,
  });
  const ends: DemoStep[] =
    outcome === undefined
      ? [step(met, 'WithdrawProposal', { reason: '提案人认为已无必要。' })]
      : [
          step(met, 'MeetProposers', {}, handler),
          step(answered, 'AnswerProposal', { outcome, text: topic.answers[outcome as keyof typeof topic.answers] ?? topic.ask }, handler),
          ...(rated ? [step(asked, 'RateProposal', rated)] : []),
          step(workingAfter(asked, minutes(random, 30, 900)), 'CloseProposal'),
        ];
  return {
    key: `${key}-${String(number).padStart(4, '0')}`,
    type: 'proposal',
    steps: [
      { ...registered, kind: 'register' },
      step(filed, 'FileProposal'),
      step(routed, 'RouteProposal', { unit: topic.unit }),
      step(signedIn, 'SignInProposal', {}, handler),
      ...ends,
    ],
  };
};

export const planProposals = (random: Random, figures: ProposalFigures): readonly DemoCase[] =>
  fatesOf(random, figures).map((fate, index) => proposalCase(random.branch(`${figures.key}-${index}`), figures, fate, index + 1));
