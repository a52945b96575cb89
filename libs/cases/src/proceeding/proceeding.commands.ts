import { z } from 'zod';
import { command } from '../kernel/definitions';
import { say } from '../kernel/sentence';
import { CalendarDate, Channel, Label, Text } from '../kernel/shapes';
import { DecisionTerm } from '../policies/remedies';
import {
  AppealDecision,
  Appellant,
  Contested,
  JudgmentForm,
  LitigationRoute,
  Procedure,
  ProceedingKind,
  ProceedingResult,
  SuspensionGround,
} from './proceeding.events';

const document = Label.optional();

export const proceedingCommands = {
  FileProceeding: command({
    path: 'register',
    title: say('登记复议诉讼', 'Register a proceeding'),
    by: ['office'],
    shape: {
      channel: Channel,
      kind: ProceedingKind,
      route: LitigationRoute.optional(),
      forum: Label,
      matter: Label,
      contests: Contested.optional(),
      /** When the claimant applied or sued; the day of registration if not stated. */
      filedOn: CalendarDate.optional(),
      /** When the claimant knew of the act, or received the reconsideration decision; the day of service of the answer if not stated. */
      knownOn: CalendarDate.optional(),
      courtAcceptance: Label.optional(),
      claimant: Label.optional(),
      text: Text.optional(),
    },
  }),
  RequestProceedingCorrection: command({
    path: 'request-correction',
    title: say('登记通知补正', 'Record that correction was asked for'),
    by: ['office'],
    shape: { document },
  }),
  ReceiveProceedingCorrection: command({
    path: 'receive-correction',
    title: say('登记补正', 'Record the correction'),
    by: ['office'],
    shape: {},
  }),
  AcceptProceeding: command({
    path: 'accept',
    title: say('登记受理', 'Record the acceptance'),
    by: ['office'],
    shape: {
      /** Ordinary if not stated. */
      procedure: Procedure.optional(),
      /** When the copy of the application or complaint reached us; the day of this record if not stated. */
      copyOn: CalendarDate.optional(),
      deemed: z.literal(true).optional(),
      document,
    },
  }),
  DeclineProceeding: command({
    path: 'decline-filing',
    title: say('登记不予受理', 'Record that it was not accepted'),
    by: ['office'],
    shape: { document: Text.optional() },
  }),
  SubmitStatement: command({
    path: 'submit-statement',
    title: say('提交答复（答辩）', 'Submit the statement'),
    by: ['office'],
    shape: { document },
  }),
  SuspendProceeding: command({
    path: 'suspend',
    title: say('登记中止', 'Record a suspension'),
    by: ['office'],
    shape: { ground: SuspensionGround, document },
  }),
  ResumeProceeding: command({ path: 'resume', title: say('登记恢复审理', 'Record the resumption'), by: ['office'], shape: { document } }),
  ExtendProceeding: command({
    path: 'extend',
    title: say('登记延长审理期限', 'Record an extension of the organ'),
    by: ['office'],
    shape: { approvedBy: Label, more: DecisionTerm.optional(), document },
  }),
  RecordJudgment: command({
    path: 'record-judgment',
    title: say('登记一审裁判或者二审改判', 'Record a first judgment, or that the second instance changed it'),
    by: ['office'],
    shape: { result: ProceedingResult, form: JudgmentForm, redo: DecisionTerm.optional(), document },
  }),
  LodgeAppeal: command({
    path: 'appeal',
    title: say('登记上诉', 'Record an appeal'),
    by: ['office'],
    shape: { appellant: Appellant, document },
  }),
  DecideProceedingAppeal: command({
    path: 'decide-appeal',
    title: say('登记驳回上诉、撤回上诉或者发回重审', 'Record that an appeal was dismissed, withdrawn or remanded'),
    by: ['office'],
    shape: { decision: AppealDecision, document },
  }),
  TakeEffect: command({
    path: 'take-effect',
    title: say('登记一审裁判生效', 'Record that the judgment took effect'),
    by: ['office'],
    shape: {},
  }),
  ConcludeProceeding: command({
    path: 'conclude',
    title: say('登记审结结果', 'Record how it ended'),
    by: ['office'],
    shape: { result: ProceedingResult, redo: DecisionTerm.optional(), document: Text.optional() },
  }),
  ServeProceedingDecision: command({
    path: 'serve',
    title: say('登记决定送达', 'Record the service of the decision'),
    by: ['office'],
    shape: { on: CalendarDate.optional() },
  }),
} as const;
