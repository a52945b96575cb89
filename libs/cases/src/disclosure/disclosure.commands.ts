import { z } from 'zod';
import { command } from '../kernel/definitions';
import { say } from '../kernel/sentence';
import { CalendarDate, CaseId, Channel, Label, Text, UnitCode } from '../kernel/shapes';
import { DecisionTerm } from '../policies/remedies';
import {
  ApplicantType,
  CoAgencyOpinion,
  Delivery,
  Notice,
  ProceedingOutcome,
  ServiceWay,
  ThirdPartyOpinion,
  WantedForm,
} from './disclosure.events';
import { FeeBasis } from './disclosure.fees';
import { DisclosureOutcome } from './disclosure.outcomes';

/** A period that the agency sets itself. */
const Period = z.strictObject({ amount: z.int().min(1).max(180), unit: z.enum(['working-day', 'day']) });

const Count = z.int().min(0).max(10_000);

export const disclosureCommands = {
  RegisterDisclosure: command({
    path: 'register',
    title: say('登记公开申请', 'Register a disclosure request'),
    by: ['office', 'intake'],
    intake: 'received',
    shape: {
      channel: Channel,
      delivery: Delivery.optional(),
      kind: ApplicantType,
      matter: Label,
      form: WantedForm.optional(),
      /** The request from whose letter this one was split (一事一申请). */
      splitFrom: CaseId.optional(),
      applicant: Label,
      identity: Label.optional(),
      contact: Label.optional(),
      text: Text,
    },
  }),
  ConfirmDisclosureReceipt: command({
    path: 'confirm-receipt',
    title: say('登记与申请人确认收到', 'Record that receipt was confirmed with the applicant'),
    by: ['office'],
    shape: {},
  }),
  RouteDisclosure: command({
    path: 'route',
    title: say('分办', 'Route to the handling unit'),
    by: ['office'],
    shape: { unit: UnitCode, instruction: Text.optional() },
  }),
  SignInDisclosure: command({ path: 'sign-in', title: say('签收', 'Sign in'), by: ['unit'], shape: {} }),

  RequestDisclosureCorrection: command({
    path: 'request-correction',
    title: say('告知补正', 'Ask for correction of the request'),
    by: ['office'],
    shape: { items: Text, period: Period },
  }),
  ReceiveDisclosureCorrection: command({
    path: 'receive-correction',
    title: say('登记补正材料', 'Record the corrected request'),
    by: ['office'],
    shape: { text: Text.optional() },
  }),
  ConsultThirdParty: command({
    path: 'consult-third-party',
    title: say('征求第三方意见', 'Consult a third party'),
    by: ['office', 'unit'],
    shape: { thirdParty: Label },
  }),
  RecordThirdPartyReply: command({
    path: 'third-party-replied',
    title: say('登记第三方意见', 'Record what the third party says'),
    by: ['office', 'unit'],
    shape: { opinion: ThirdPartyOpinion, reason: Text.optional() },
  }),
  ConsultCoAgency: command({
    path: 'consult-co-agency',
    title: say('征求共同制作机关意见', 'Consult the agency that made it with us'),
    by: ['office', 'unit'],
    shape: { agency: Label },
  }),
  RecordCoAgencyReply: command({
    path: 'co-agency-replied',
    title: say('登记共同制作机关意见', 'Record what the co-author agency says'),
    by: ['office', 'unit'],
    shape: { opinion: CoAgencyOpinion, reason: Text.optional() },
  }),
  NotifyDisclosureFee: command({
    path: 'notify-fee',
    title: say('发出收费通知', 'Notify the fee'),
    by: ['office'],
    shape: {
      basis: FeeBasis,
      count: Count,
      /** Requests of the same applicant earlier in the calendar month. */
      before: Count.optional(),
    },
  }),
  RecordDisclosureFeePaid: command({ path: 'fee-paid', title: say('登记缴费', 'Record the payment'), by: ['office'], shape: {} }),
  RecordDisclosureNoticeServed: command({
    path: 'notice-served',
    title: say('登记通知送达', 'Record when a notice was served'),
    by: ['office', 'unit'],
    shape: { notice: Notice, on: CalendarDate },
  }),
  CloseLapsedDisclosure: command({
    path: 'close-lapsed',
    title: say('确认无正当理由逾期，不再处理', 'Confirm the lapse and close'),
    by: ['office'],
    shape: {},
  }),

  ExtendDisclosure: command({
    path: 'extend',
    title: say('延长答复期限', 'Extend the term'),
    by: ['office'],
    shape: { reason: Text, approvedBy: Label.optional() },
  }),
  RequestDisclosureReasons: command({
    path: 'request-reasons',
    title: say('要求说明理由', 'Ask for reasons'),
    by: ['office'],
    shape: { text: Text.optional() },
  }),
  AnnounceDisclosureTerm: command({
    path: 'announce-longer-term',
    title: say('告知延迟答复期限', 'Announce a longer term'),
    by: ['office'],
    shape: { until: CalendarDate, reason: Text.optional() },
  }),

  AnswerDisclosure: command({
    path: 'answer',
    title: say('答复', 'Answer'),
    by: ['office', 'unit'],
    shape: {
      outcome: DisclosureOutcome,
      text: Text,
      legalBasis: Label.optional(),
      document: Label.optional(),
      approvedBy: Label.optional(),
    },
  }),
  ServeDisclosure: command({
    path: 'serve',
    title: say('登记答复送达', 'Record the service of the answer'),
    by: ['office', 'unit'],
    shape: { way: ServiceWay, on: CalendarDate.optional() },
  }),
  WithdrawDisclosure: command({
    path: 'withdraw',
    title: say('登记撤回申请', 'Record a withdrawal'),
    by: ['office'],
    shape: { statement: Text.optional() },
  }),
  CloseDisclosure: command({ path: 'close', title: say('归档', 'Archive'), by: ['office'], shape: {} }),
  RevokeDisclosureAnswer: command({
    path: 'revoke',
    title: say('登记撤销答复、责令重新答复', 'Record an order to answer anew'),
    by: ['office', 'policy'],
    shape: { proceeding: CaseId.optional(), document: Label.optional(), term: DecisionTerm },
  }),

  RecordDisclosureSplit: command({
    path: 'record-split',
    title: say('记录拆分', 'Record a split'),
    by: ['policy'],
    shape: { part: CaseId },
  }),
  RecordDisclosureAppeal: command({
    path: 'record-appeal',
    title: say('记录行政复议', 'Record a reconsideration'),
    by: ['policy'],
    shape: { proceeding: CaseId },
  }),
  RecordDisclosureAppealOutcome: command({
    path: 'record-appeal-outcome',
    title: say('记录行政复议结果', 'Record how a reconsideration ended'),
    by: ['policy'],
    shape: { proceeding: CaseId, outcome: ProceedingOutcome },
  }),
  RecordDisclosureLitigation: command({
    path: 'record-litigation',
    title: say('记录行政诉讼', 'Record a lawsuit'),
    by: ['policy'],
    shape: { proceeding: CaseId },
  }),
  RecordDisclosureLitigationOutcome: command({
    path: 'record-litigation-outcome',
    title: say('记录行政诉讼结果', 'Record how a lawsuit ended'),
    by: ['policy'],
    shape: { proceeding: CaseId, outcome: ProceedingOutcome },
  }),
} as const;
