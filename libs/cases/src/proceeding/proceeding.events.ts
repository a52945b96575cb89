import { z } from 'zod';
import { event } from '../kernel/definitions';
import { say } from '../kernel/sentence';
import { CaseId, CaseNumber, Channel, Label, Text } from '../kernel/shapes';

export const ProceedingKind = z.enum(['reconsideration', 'litigation']);

/** The case whose answer is contested. Absent when the act is older than the system or was never a case. */
export const Contested = z.strictObject({ type: z.literal('disclosure'), id: CaseId });

/** Whether a suit was brought directly or after a reconsideration of the same act. */
export const LitigationRoute = z.enum(['direct', 'after-reconsideration']);

/** What the reconsideration organ or the court decided. */
export const ProceedingResult = z.enum([
  'maintain',
  'reject-claim',
  'dismiss-claims',
  'change',
  'revoke',
  'confirm-unlawful',
  'confirm-void',
  'order-performance',
  'not-accepted',
  'withdrawn',
  'terminated',
  'mediated',
]);

export const proceedingEvents = {
  ProceedingFiled: event(
    'received',
    say('复议诉讼立案', 'Proceeding filed'),
    {
      caseNumber: CaseNumber,
      channel: Channel,
      kind: ProceedingKind,
      route: LitigationRoute.optional(),
      forum: Label,
      matter: Label,
      contests: Contested.optional(),
    },
    { claimant: Label.optional(), text: Text.optional() },
  ),
  ProceedingConcluded: event(
    'concluded',
    say('复议诉讼审结', 'Proceeding concluded'),
    { kind: ProceedingKind, result: ProceedingResult, outcome: z.enum(['upheld', 'corrected', 'other']), contests: Contested.optional() },
    { document: Text.optional() },
  ),
} as const;
