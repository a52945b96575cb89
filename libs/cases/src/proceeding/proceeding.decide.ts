import type { z } from 'zod';
import type { Rules } from '../kernel/decider';
import { reject, say } from '../kernel/sentence';
import type { proceedingCommands } from './proceeding.commands';
import type { ProceedingKind, ProceedingResult, proceedingEvents } from './proceeding.events';
import type { Proceeding } from './proceeding.state';

type Result = z.infer<typeof ProceedingResult>;
type Outcome = 'upheld' | 'corrected' | 'other';

interface Meaning {
  readonly outcome: Outcome;
  readonly of: readonly z.infer<typeof ProceedingKind>[];
}

const both = ['reconsideration', 'litigation'] as const;

/**
 * The column of the report each result counts in, and who can decide so. Names from the form, allocation our own:
 * Reconsideration Law 2017 art. 28, 2023 arts 63-69, 73, 74; Administrative Litigation Law arts 69-77.
 */
const meanings: Readonly<Record<Result, Meaning>> = {
  maintain: { outcome: 'upheld', of: ['reconsideration'] },
  'reject-claim': { outcome: 'upheld', of: ['reconsideration'] },
  'dismiss-claims': { outcome: 'upheld', of: ['litigation'] },
  change: { outcome: 'corrected', of: both },
  revoke: { outcome: 'corrected', of: both },
  'confirm-unlawful': { outcome: 'corrected', of: both },
  'confirm-void': { outcome: 'corrected', of: both },
  'order-performance': { outcome: 'corrected', of: both },
  'not-accepted': { outcome: 'other', of: both },
  withdrawn: { outcome: 'other', of: both },
  terminated: { outcome: 'other', of: both },
  mediated: { outcome: 'other', of: both },
};

export const proceedingRules: Rules<Proceeding, typeof proceedingCommands, typeof proceedingEvents> = {
  FileProceeding: {
    in: ['absent'],
    otherwise: say('该复议诉讼已经登记', 'this proceeding is already registered'),
    decide: (_, { claimant, text, ...filed }, { caseNumber }) =>
      filed.kind === 'reconsideration' && filed.route
        ? reject('行政复议不填写起诉途径', 'a reconsideration has no litigation route')
        : [{ type: 'ProceedingFiled', data: { caseNumber, ...filed }, personal: { claimant, text } }],
  },
  ConcludeProceeding: {
    in: ['filed'],
    otherwise: say('只有已立案、尚未审结的复议诉讼才能登记结果', 'only a filed proceeding that is still open can be concluded'),
    decide: (proceeding, { result, document }) => {
      if (proceeding.status !== 'filed') return [];
      const { kind, contests } = proceeding;
      const { outcome, of } = meanings[result];
      if (!of.includes(kind)) return reject('该结果不适用于此类程序', `a ${kind} cannot end with "${result}"`);
      return [{ type: 'ProceedingConcluded', data: { kind, result, outcome, contests }, personal: { document } }];
    },
  },
};
