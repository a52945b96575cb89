import { z } from 'zod';
import { ClockName, Limits } from '../kernel/clocks';
import { event } from '../kernel/definitions';
import { Due } from '../kernel/due';
import { say } from '../kernel/sentence';
import { CalendarDate, CaseId, CaseNumber, Channel, Label, Rating, Text, UnitCode } from '../kernel/shapes';
import { AnswerClass, ContactWay, NotFiledGround, ProposalForm, ProposalKind, ProposalPublication, SecrecyGround } from './proposal.shapes';

/** Clocks beside that of the answer. Events recorded before there were any carry none. */
const limits = Limits.optional();

const intake = {
  ProposalRegistered: event(
    'received',
    say('收到建议提案', 'Proposal received'),
    {
      caseNumber: CaseNumber,
      channel: Channel,
      kind: ProposalKind,
      session: Label,
      matter: Label,
      area: Label.optional(),
      form: ProposalForm.optional(),
      proposerCount: z.int().min(1).optional(),
      key: z.boolean().optional(),
    },
    { proposers: Label, text: Text },
  ),
  ProposalFiled: event('filed', say('立案', 'Filed'), { number: Label.optional() }),
  ProposalNotFiled: event(
    'closed',
    say('不予立案', 'Not filed'),
    { disposal: z.literal('not-filed'), ground: NotFiledGround },
    { explanation: Text },
  ),
  ProposalMerged: event('merged', say('并案', 'Merged into another proposal'), { into: CaseId }, { explanation: Text }),
  ProposalUnmerged: event(
    'unmerged',
    say('撤销并案', 'Taken out again'),
    { from: CaseId, status: z.literal('received') },
    { reason: Text },
  ),
  ProposalDuplicateJoined: event('duplicate-joined', say('并入他案', 'Another proposal merged into this one'), { duplicate: CaseId }),
  ProposalDuplicateLeft: event('duplicate-left', say('并入案件撤出', 'A merged proposal taken out again'), { duplicate: CaseId }),
  ProposalWithdrawn: event(
    'closed',
    say('代表委员撤回', 'Withdrawn by the proposers'),
    { disposal: z.literal('withdrawn') },
    { reason: Text.optional() },
  ),
} as const;

const assignment = {
  ProposalRouted: event(
    'routed',
    say('交办', 'Assigned to the lead unit'),
    { unit: UnitCode, due: Due, limits },
    { instruction: Text.optional() },
  ),
  ProposalCoAssigned: event('co-assigned', say('交协办单位', 'Assigned to a co-unit'), { unit: UnitCode, by: Due, limits }),
  ProposalSignedIn: event('signed-in', say('承办单位接收', 'Accepted by the lead unit'), {}),
  ProposalCoSignedIn: event('co-signed-in', say('协办单位接收', 'Accepted by a co-unit'), { unit: UnitCode }),
  ProposalReturnRequested: event(
    'return-requested',
    say('申请退回', 'Return requested'),
    { unit: UnitCode, suggested: UnitCode.optional() },
    { reason: Text },
  ),
  ProposalReturned: event('returned', say('同意退回', 'Returned with consent'), { unit: UnitCode, limits }),
  ProposalReturnRefused: event('return-refused', say('不同意退回', 'Return refused'), {}, { reason: Text }),
} as const;

const handling = {
  ProposalContacted: event('contacted', say('联系代表委员', 'Proposers contacted'), { way: ContactWay, limits }, { note: Text.optional() }),
  ProposalMet: event('met', say('面商', 'Meeting with the proposers'), {}, { minutes: Text.optional() }),
  ProposalCoReplied: event('co-replied', say('协办意见', 'Opinion of a co-unit'), { unit: UnitCode, limits }, { text: Text }),
  ProposalCoReleased: event(
    'co-released',
    say('协办终止', 'Part of a co-unit ended without its opinion'),
    { unit: UnitCode, limits },
    { reason: Text.optional() },
  ),
  ProposalExtended: event('extended', say('同意延期', 'Term extended with consent'), { due: Due }, { reason: Text }),
  ProposalAnswered: event(
    'answered',
    say('答复代表委员', 'Answered to the proposers'),
    { unit: UnitCode, outcome: AnswerClass, signedBy: Label.optional(), limits },
    { text: Text },
  ),
} as const;

const rating = {
  ProposalRated: event(
    'rated',
    say('代表委员评价', 'Rated by the proposers'),
    { rating: Rating, attitude: Rating.optional(), limits },
    { comment: Text.optional() },
  ),
  ProposalRatingWindowClosed: event('lapsed', say('评价期限届满，未反馈', 'Rating form not returned in time'), {
    clock: ClockName,
    on: CalendarDate,
  }),
  ProposalRatingReminded: event('noted', say('催交评价表', 'Reminded of the rating form'), { limits }),
  ProposalRehandlingOrdered: event('sent-back', say('重新办理', 'To be handled again'), { due: Due }, { reason: Text.optional() }),
} as const;

const promise = {
  ProposalPromised: event('promised', say('承诺事项', 'Promised'), { by: CalendarDate, limits }),
  ProposalPromisePostponed: event(
    'promised',
    say('承诺事项转续办', 'Promise carried over'),
    { by: CalendarDate, limits },
    { reason: Text },
  ),
  ProposalPromiseFulfilled: event('fulfilled', say('承诺事项落实', 'Promise fulfilled'), { limits }, { text: Text }),
  ProposalPromiseGivenUp: event('noted', say('承诺事项未能落实', 'Promise cannot be kept'), { limits }, { reason: Text }),
} as const;

const supervision = {
  ProposalMadeKey: event('noted', say('列为重点', 'Made a key item'), {}),
  ProposalInstructed: event('instructed', say('领导领办', "Leader's instruction"), { leader: Label }, { text: Text }),
  ProposalEscalated: event('escalated', say('督办', 'Supervised'), { level: z.int().min(1) }, { text: Text.optional() }),
  ProposalPublished: event('published', say('公开建议提案和答复', 'Proposal and answer published'), {
    publication: ProposalPublication.exclude(['private']),
  }),
  ProposalWithheld: event('noted', say('不予公开', 'Not to be published'), { ground: SecrecyGround }),
  ProposalClosed: event('closed', say('办结', 'Closed'), {}, { explanation: Text.optional() }),
} as const;

export const proposalEvents = { ...intake, ...assignment, ...handling, ...rating, ...promise, ...supervision } as const;
