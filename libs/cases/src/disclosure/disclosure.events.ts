import { z } from 'zod';
import { ClockName, Limits } from '../kernel/clocks';
import { event } from '../kernel/definitions';
import { Due } from '../kernel/due';
import { say } from '../kernel/sentence';
import { CalendarDate, CaseId, CaseNumber, Channel, Label, Text, UnitCode } from '../kernel/shapes';
import { FeeBasis } from './disclosure.fees';
import { DisclosureOutcome } from './disclosure.outcomes';

/** Who applies; the columns of the 2019 and 2021 forms. A lawyer acting for a person counts under the person. */
export const ApplicantType = z.enum([
  'natural-person',
  'enterprise',
  'research-institution',
  'public-interest-organisation',
  'legal-service-institution',
  'other',
]);

export const ProceedingOutcome = z.enum(['upheld', 'corrected', 'other']);

/** How a posted request came: signed for, or as ordinary mail, which leaves its day of receipt open (2019 art. 31(2)). */
export const Delivery = z.enum(['signed-for', 'ordinary']);

/** In which form the applicant wants the information (2019 arts 29, 40). */
export const WantedForm = z.enum(['paper', 'email', 'disc', 'on-site', 'other']);

export const ThirdPartyOpinion = z.enum(['consent', 'objection', 'no-reply']);
export const CoAgencyOpinion = z.enum(['consent', 'objection']);

export const ServiceWay = z.enum(['in-person', 'post', 'email', 'online', 'fax', 'public-notice']);

/** Letters that set somebody a term, by the clock of that term. */
export const Notice = z.enum(['correction', 'third-party', 'co-agency', 'fee']);
export type Notice = z.infer<typeof Notice>;

/** What the answer tells the applicant about contesting it. */
export const RemedyNotice = z.enum(['reconsideration-first', 'reconsideration-or-suit']);

const proceeding = { proceeding: CaseId };
const limits = Limits.optional();
const pause = { since: CalendarDate, why: Notice, limits };
const silence = { clock: ClockName, on: CalendarDate };
const ordered = { proceeding: CaseId.optional(), document: Label.optional(), due: Due, limits };

export const disclosureEvents = {
  DisclosureRegistered: event(
    'received',
    say('收到公开申请', 'Disclosure request received'),
    {
      caseNumber: CaseNumber,
      channel: Channel,
      delivery: Delivery.optional(),
      kind: ApplicantType,
      matter: Label,
      form: WantedForm.optional(),
      splitFrom: CaseId.optional(),
      due: Due,
    },
    { applicant: Label, identity: Label.optional(), contact: Label.optional(), text: Text },
  ),
  DisclosureReceiptConfirmed: event('receipt-confirmed', say('与申请人确认收到', 'Receipt confirmed with the applicant'), { due: Due }),
  DisclosureSplit: event('noted', say('部分内容另立一件', 'A part made a request of its own'), { part: CaseId }),
  DisclosureRouted: event('routed', say('分办', 'Routed to the handling unit'), { unit: UnitCode }, { instruction: Text.optional() }),
  DisclosureSignedIn: event('signed-in', say('签收', 'Signed in by the handling unit'), {}),

  DisclosureCorrectionRequested: event('paused', say('告知补正', 'Applicant asked to correct the request'), pause, { items: Text }),
  DisclosureCorrectionReceived: event(
    'resumed',
    say('收到补正材料', 'Correction received'),
    { due: Due, limits },
    { text: Text.optional() },
  ),
  DisclosureCorrectionLapsed: event('lapsed', say('逾期未补正', 'Correction not made in time'), silence),
  DisclosureThirdPartyConsulted: event('paused', say('征求第三方意见', 'Third party consulted'), pause, { thirdParty: Label }),
  DisclosureThirdPartyReplied: event(
    'noted',
    say('第三方答复', 'Third party replied'),
    { opinion: ThirdPartyOpinion, limits },
    { reason: Text.optional() },
  ),
  DisclosureThirdPartySilent: event('lapsed', say('第三方逾期未提出意见', 'Third party silent'), silence),
  DisclosureCoAgencyConsulted: event('paused', say('征求共同制作机关意见', 'Co-author agency consulted'), { ...pause, agency: Label }),
  DisclosureCoAgencyReplied: event(
    'noted',
    say('共同制作机关答复', 'Co-author agency replied'),
    { opinion: CoAgencyOpinion, limits },
    { reason: Text.optional() },
  ),
  DisclosureCoAgencySilent: event('lapsed', say('共同制作机关逾期未答复，视为同意', 'Co-author agency silent: it consents'), silence),
  DisclosureResumed: event('resumed', say('恢复计时', 'The clock runs again'), { due: Due }),
  DisclosureNoticeServed: event('noted', say('通知送达', 'Notice served'), { notice: Notice, on: CalendarDate, limits }),
  DisclosureFeeNotified: event('paused', say('发出收费通知', 'Fee notified'), {
    ...pause,
    basis: FeeBasis,
    count: z.int(),
    before: z.int().optional(),
    /** In yuan. */
    amount: z.int(),
  }),
  DisclosureFeePaid: event('resumed', say('缴纳信息处理费', 'Fee paid'), { due: Due, limits }),
  DisclosureFeeLapsed: event('lapsed', say('逾期未缴费', 'Fee not paid in time'), silence),

  DisclosureExtended: event('extended', say('延长答复期限', 'Term extended'), { due: Due, approvedBy: Label.optional() }, { reason: Text }),
  DisclosureReasonsRequested: event('noted', say('要求说明理由', 'Reasons asked for'), {}, { text: Text.optional() }),
  DisclosureLongerTermAnnounced: event(
    'extended',
    say('告知延迟答复期限', 'A longer term announced'),
    { due: Due, until: CalendarDate },
    { reason: Text.optional() },
  ),

  DisclosureAnswered: event(
    'answered',
    say('答复申请人', 'Answered to the applicant'),
    {
      unit: UnitCode,
      outcome: DisclosureOutcome,
      remedy: RemedyNotice.optional(),
      legalBasis: Label.optional(),
      /** Its document number. */
      document: Label.optional(),
      approvedBy: Label.optional(),
    },
    { text: Text },
  ),
  DisclosureServed: event('served', say('答复送达', 'Answer served'), { way: ServiceWay, on: CalendarDate, limits }),
  DisclosureAnswerRevoked: event('revoked', say('答复被撤销', 'Answer revoked by a decision'), ordered),
  DisclosureAnswerOrdered: event('noted', say('责令限期答复', 'Ordered to answer within a term'), ordered),
  DisclosureWithdrawn: event(
    'closed',
    say('申请人撤回申请', 'Withdrawn by the applicant'),
    { disposal: z.enum(['other-other', 'withdrawn']), ground: z.literal('withdrawn') },
    { statement: Text.optional() },
  ),
  DisclosureAbandoned: event('closed', say('视为放弃申请，不再处理', 'Deemed abandoned, no longer processed'), {
    disposal: z.enum(['other-correction-lapsed', 'other-fee-unpaid']),
  }),
  DisclosureClosed: event('closed', say('归档', 'Archived'), {}),

  DisclosureAppealed: event('appealed', say('申请人提起行政复议', 'Contested by reconsideration'), proceeding),
  DisclosureAppealConcluded: event('appeal-concluded', say('行政复议审结', 'Reconsideration concluded'), {
    ...proceeding,
    outcome: ProceedingOutcome,
  }),
  DisclosureLitigated: event('litigated', say('申请人提起行政诉讼', 'Contested in court'), proceeding),
  DisclosureLitigationConcluded: event('litigation-concluded', say('行政诉讼审结', 'Litigation concluded'), {
    ...proceeding,
    outcome: ProceedingOutcome,
  }),
} as const;
