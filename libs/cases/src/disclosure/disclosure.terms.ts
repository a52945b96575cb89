import type { Term } from '../kernel/due';

interface Regime {
  readonly from: string;
  readonly answer: Term;
  readonly extension: Term;
}

/** The regulation in force on the day of receipt decides; the 2019 text came into force on 2019-05-15 (art. 56). */
const regimes: readonly Regime[] = [
  {
    from: '2019-05-15',
    answer: { amount: 20, unit: 'working-day', rule: 'disclosure-2019-art-33' },
    extension: { amount: 20, unit: 'working-day', rule: 'disclosure-2019-art-33-extension' },
  },
  {
    from: '2008-05-01',
    answer: { amount: 15, unit: 'working-day', rule: 'disclosure-2008-art-24' },
    extension: { amount: 15, unit: 'working-day', rule: 'disclosure-2008-art-24-extension' },
  },
];

export const regimeOf = (receivedOn: string): Regime | undefined => regimes.find(({ from }) => receivedOn >= from);

/** The extension belongs to the same regulation as the answer term it extends. */
export const extensionOf = (answerRule: string): Term | undefined => regimes.find(({ answer }) => answer.rule === answerRule)?.extension;

export const disclosureTerms: readonly Term[] = regimes.flatMap(({ answer, extension }) => [answer, extension]);
