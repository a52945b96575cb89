import { z } from 'zod';
import type { Term } from '../kernel/due';

/** Ways against an answer, or against the lack of one. */
export type Remedy = 'reconsideration' | 'direct-suit' | 'suit-after-reconsideration';

/** What is contested: that something is withheld, or that nothing was answered. */
export type Act = 'refusal' | 'failure-to-act';

interface Since {
  readonly from: string;
}

/** Acts against which reconsideration must come before a suit, since when. */
const priorReconsideration: readonly (Since & { readonly acts: readonly Act[] })[] = [
  // Reconsideration Law 2023 art. 23(1)(3) and (4), in force by its art. 90.
  { from: '2024-01-01', acts: ['failure-to-act', 'refusal'] },
];

/** Whether reconsideration must come before a suit against an act of that day. */
export const needsPriorReconsideration = (act: Act, on: string): boolean =>
  priorReconsideration.some(({ from, acts }) => on >= from && acts.includes(act));

/**
 * 不予公开 in the sense of that article: withheld under arts 14 to 16 of the disclosure regulation, as the Supreme People's Court reads it
 * (法释〔2025〕8号 art. 1(2)), in whole or, where the rest was separated, in part. A matter of enquiry (art. 36(7)) is withheld under none of them.
 */
export const withholds = (outcome: string): boolean =>
  outcome === 'partly-granted' || (outcome.startsWith('refused-') && outcome !== 'refused-query-matter');

const day = (amount: number, rule: string): Term => ({ amount, unit: 'day', rule });
const month = (amount: number, rule: string): Term => ({ amount, unit: 'month', rule });

/** From knowing the act or receiving the decision; newest law first. */
const windows: Readonly<Record<Remedy, readonly (Since & { readonly term: Term })[]>> = {
  reconsideration: [
    { from: '2024-01-01', term: day(60, 'reconsideration-2023-art-20') },
    { from: '1999-10-01', term: day(60, 'reconsideration-1999-art-9') },
  ],
  'direct-suit': [
    { from: '2015-05-01', term: month(6, 'litigation-art-46') },
    { from: '1990-10-01', term: month(3, 'litigation-1989-art-39') },
  ],
  'suit-after-reconsideration': [{ from: '1990-10-01', term: day(15, 'litigation-art-45') }],
};

/** How long the way is open to somebody who came to know of the act on that day. */
export const windowOf = (remedy: Remedy, knownOn: string): Term | undefined => windows[remedy].find(({ from }) => knownOn >= from)?.term;

/** The term in which a decision orders an agency to act anew. */
export const DecisionTerm = z.strictObject({ amount: z.int().min(1).max(365), unit: z.enum(['working-day', 'day', 'month']) });
export type DecisionTerm = z.infer<typeof DecisionTerm>;
