import { z } from 'zod';

/** The two regulations on disclosure, by the year in which each came into force. */
export type Regime = '2008' | '2019';

/** The reply rows of the 2014 form; `not-stated` when the record does not say. */
const outcomes2008 = [
  'already-public',
  'granted',
  'partly-granted',
  'refused-state-secret',
  'refused-trade-secret',
  'refused-privacy',
  'refused-security-stability',
  'refused-not-gov-info',
  'refused-other-law',
  'not-this-agency',
  'not-existing',
  'told-to-amend',
  'told-other-channel',
  'not-stated',
] as const;

/** The result rows of the forms of 2019 and 2021. */
const outcomes2019 = [
  'granted',
  'partly-granted',
  'refused-state-secret',
  'refused-other-law',
  'refused-security-stability',
  'refused-third-party',
  'refused-internal-affairs',
  'refused-deliberative',
  'refused-enforcement-file',
  'refused-query-matter',
  'unavailable-not-held',
  'unavailable-needs-creation',
  'unavailable-unclear',
  'declined-petition',
  'declined-repeat',
  'declined-publication',
  'declined-excessive',
  'declined-confirmation',
  'other-correction-lapsed',
  'other-fee-unpaid',
  'other-other',
] as const;

/** How a request was answered: a row of the form that belongs to the regulation it was received under. */
export const DisclosureOutcome = z.enum([...new Set([...outcomes2008, ...outcomes2019])]);
export type DisclosureOutcome = z.infer<typeof DisclosureOutcome>;

const outcomes: Readonly<Record<Regime, readonly DisclosureOutcome[]>> = { '2008': outcomes2008, '2019': outcomes2019 };

/** Whether the form of that regulation has a row for the outcome. */
export const isOutcomeOf = (regime: Regime, outcome: DisclosureOutcome): boolean => outcomes[regime].includes(outcome);
