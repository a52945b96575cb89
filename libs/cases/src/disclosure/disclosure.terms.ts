import type { Term } from '../kernel/due';
import type { Regime } from './disclosure.outcomes';

interface Regulation {
  readonly regime: Regime;
  readonly from: string;
  readonly answer: Term;
  readonly extension: Term;
}

const workingDays = (amount: number, rule: string): Term => ({ amount, unit: 'working-day', rule });

/** The regulation in force on the day of receipt decides; the 2019 text came into force on 2019-05-15 (art. 56). Newest first. */
const regulations: readonly Regulation[] = [
  {
    regime: '2019',
    from: '2019-05-15',
    answer: workingDays(20, 'disclosure-2019-art-33'),
    extension: workingDays(20, 'disclosure-2019-art-33-extension'),
  },
  {
    regime: '2008',
    from: '2008-05-01',
    answer: workingDays(15, 'disclosure-2008-art-24'),
    extension: workingDays(15, 'disclosure-2008-art-24-extension'),
  },
];

const terms: Readonly<Record<Regime, Regulation>> = Object.fromEntries(regulations.map((each) => [each.regime, each])) as Record<
  Regime,
  Regulation
>;

export const regulationOn = (receivedOn: string): Regulation | undefined => regulations.find(({ from }) => receivedOn >= from);

export const termsOf = (regime: Regime): Regulation => terms[regime];

/** The regulation whose ordinary term a clock counts; none for a term that was announced or that a decision set. */
export const regimeOf = (rule: string): Regime | undefined => regulations.find(({ answer }) => answer.rule === rule)?.regime;

/** Art. 30: an unclear request is sent back for correction within this time of its receipt, or not at all. */
export const correctionWithin = workingDays(7, 'disclosure-2019-art-30');

/** Art. 32: from the day on which the third party received the letter. */
export const thirdPartyTerm = workingDays(15, 'disclosure-2019-art-32');

/** Art. 34. */
export const coAgencyTerm = workingDays(15, 'disclosure-2019-art-34');

/** 国办函〔2020〕109号: from the day after the notice was received. */
export const feeTerm = workingDays(20, 'disclosure-fee-2020-109');

export const disclosureTerms: readonly Term[] = regulations.flatMap(({ answer, extension }) => [answer, extension]);
