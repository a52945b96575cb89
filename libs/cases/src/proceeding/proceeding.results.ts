import type { DecisionTerm } from '../policies/remedies';
import { reject, type Rejection } from '../kernel/sentence';
import type { ProceedingKind, ProceedingOutcome, ProceedingResult } from './proceeding.events';

interface Meaning {
  readonly outcome: ProceedingOutcome;
  readonly of: readonly ProceedingKind[];
}

const both = ['reconsideration', 'litigation'] as const;

/**
 * The column of the report each result counts in, and who can decide so. Names from the form, allocation our own:
 * Reconsideration Law 2017 art. 28, 2023 arts 63-69, 73, 74; Administrative Litigation Law arts 69-77.
 */
export const meanings: Readonly<Record<ProceedingResult, Meaning>> = {
  maintain: { outcome: 'upheld', of: ['reconsideration'] },
  'reject-claim': { outcome: 'upheld', of: ['reconsideration'] },
  'dismiss-claims': { outcome: 'upheld', of: ['litigation'] },
  change: { outcome: 'corrected', of: both },
  revoke: { outcome: 'corrected', of: both },
  'confirm-unlawful': { outcome: 'corrected', of: both },
  'confirm-void': { outcome: 'corrected', of: both },
  'order-performance': { outcome: 'corrected', of: both },
  'not-accepted': { outcome: 'other', of: both },
  'procedural-rejection': { outcome: 'other', of: both },
  withdrawn: { outcome: 'other', of: both },
  terminated: { outcome: 'other', of: both },
  mediated: { outcome: 'other', of: both },
  settled: { outcome: 'other', of: ['reconsideration'] },
};

/** Results with which an agency may be ordered to act anew within a term; the last only under the law before its revision of 2023. */
const orders: readonly { readonly result: ProceedingResult; readonly of: readonly ProceedingKind[]; readonly until?: string }[] = [
  // Reconsideration Law 2017 art. 28(1)(3), 2023 art. 64; Administrative Litigation Law art. 70.
  { result: 'revoke', of: both },
  // Reconsideration Law 2017 art. 28(1)(2), 2023 art. 66; Administrative Litigation Law art. 72.
  { result: 'order-performance', of: both },
  // Reconsideration Law 2017 art. 28(1)(3).
  { result: 'confirm-unlawful', of: ['reconsideration'], until: '2024-01-01' },
];

/** Why a proceeding of this kind cannot have ended so; undefined when it can. */
export const impossibleResult = (
  kind: ProceedingKind,
  result: ProceedingResult,
  redo: DecisionTerm | undefined,
  on: string,
): Rejection | undefined => {
  if (!meanings[result].of.includes(kind)) return reject('该结果不适用于此类程序', `a ${kind} cannot end with "${result}"`);
  const mayOrder = orders.some((order) => order.result === result && order.of.includes(kind) && (!order.until || on < order.until));
  return redo && !mayOrder ? reject('该结果不附重新办理的期限', `no term to act anew comes with "${result}"`) : undefined;
};
