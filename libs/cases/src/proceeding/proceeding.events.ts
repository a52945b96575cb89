import { z } from 'zod';
import { Limits } from '../kernel/clocks';
import { event } from '../kernel/definitions';
import { Due } from '../kernel/due';
import { say } from '../kernel/sentence';
import { CalendarDate, CaseId, CaseNumber, Channel, Label, Text } from '../kernel/shapes';
import { DecisionTerm } from '../policies/remedies';

export const ProceedingKind = z.enum(['reconsideration', 'litigation']);
export type ProceedingKind = z.infer<typeof ProceedingKind>;

/** The case whose answer is contested. Absent when the act is older than the system or was never a case. */
export const Contested = z.strictObject({ type: z.literal('disclosure'), id: CaseId });

/** Whether a suit was brought directly or after a reconsideration of the same act. */
export const LitigationRoute = z.enum(['direct', 'after-reconsideration']);
export type LitigationRoute = z.infer<typeof LitigationRoute>;

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
  'procedural-rejection',
  'withdrawn',
  'terminated',
  'mediated',
  'settled',
]);
export type ProceedingResult = z.infer<typeof ProceedingResult>;

/** The columns of the report. What is not concluded is pending. */
export const ProceedingOutcome = z.enum(['upheld', 'corrected', 'other']);
export type ProceedingOutcome = z.infer<typeof ProceedingOutcome>;

export const Procedure = z.enum(['ordinary', 'simple']);
export type Procedure = z.infer<typeof Procedure>;

/** Reconsideration Law 2023 art. 39, in its order; courts suspend on like grounds (Supreme People's Court interpretation 2018 art. 87). */
export const SuspensionGround = z.enum([
  'claimant-died',
  'claimant-lost-capacity',
  'claimant-missing',
  'organisation-ended',
  'force-majeure',
  'mediation',
  'question-of-law',
  'other-case',
  'review-of-norm',
  'other',
]);

/** Against a ruling the time for an appeal is shorter. */
export const JudgmentForm = z.enum(['judgment', 'ruling']);
export type JudgmentForm = z.infer<typeof JudgmentForm>;

export const Instance = z.enum(['first', 'second']);

/** Who appeals against a judgment of first instance. */
export const Appellant = z.enum(['claimant', 'respondent', 'both', 'third-party']);

/** How an appeal ends without a judgment of its own: Administrative Litigation Law art. 89(1), (3), (4), or by its withdrawal. */
export const AppealDecision = z.enum(['dismissed', 'withdrawn', 'remanded']);

const limits = Limits.optional();
const document = Label.optional();

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
      filedOn: CalendarDate.optional(),
      knownOn: CalendarDate.optional(),
      /** The document by which a court took up what should have gone to reconsideration first. */
      courtAcceptance: Label.optional(),
      /** Filed after its term; whether that is excused, the organ or the court decides. */
      outOfTime: z.literal(true).optional(),
    },
    { claimant: Label.optional(), text: Text.optional() },
  ),
  ProceedingCorrectionRequested: event('noted', say('通知补正申请', 'Claimant asked to correct the application'), { document }),
  ProceedingCorrectionReceived: event('noted', say('收到补正材料', 'Correction received'), {}),
  ProceedingAccepted: event('filed', say('受理', 'Accepted'), {
    procedure: Procedure,
    /** The organ did not decide within its time: it counts as accepted (Reconsideration Law 2023 art. 30 ¶3). */
    deemed: z.literal(true).optional(),
    document,
    limits,
  }),
  ProceedingStatementSubmitted: event('noted', say('提交答复（答辩）', 'Statement submitted'), { document, limits }),
  ProceedingSuspended: event('noted', say('中止', 'Suspended'), {
    ground: SuspensionGround,
    since: CalendarDate,
    /** The organ's clock as it was stopped. */
    stopped: Due.optional(),
    document,
    limits,
  }),
  ProceedingResumed: event('noted', say('恢复审理', 'Resumed'), { document, limits }),
  ProceedingExtended: event('noted', say('延长审理期限', 'Term of the organ extended'), { approvedBy: Label, document, limits }),
  ProceedingJudged: event('noted', say('一审裁判', 'Judged in first instance'), {
    result: ProceedingResult,
    form: JudgmentForm,
    redo: DecisionTerm.optional(),
    document,
    limits,
  }),
  ProceedingAppealLodged: event('noted', say('提起上诉', 'Appeal lodged'), { appellant: Appellant, document, limits }),
  ProceedingRemanded: event('noted', say('发回重审', 'Remanded'), { document, limits }),
  ProceedingConcluded: event(
    'concluded',
    say('复议诉讼审结', 'Proceeding concluded'),
    {
      kind: ProceedingKind,
      result: ProceedingResult,
      outcome: ProceedingOutcome,
      contests: Contested.optional(),
      /** The instance whose decision took effect. */
      instance: Instance.optional(),
      /** The term in which the agency must act anew. */
      redo: DecisionTerm.optional(),
    },
    { document: Text.optional() },
  ),
  ProceedingDecisionServed: event('served', say('决定（裁判）送达', 'Decision served'), { on: CalendarDate, limits }),
} as const;
