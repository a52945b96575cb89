import { z } from 'zod';
import { command } from '../kernel/definitions';
import { say } from '../kernel/sentence';
import { CalendarDate, CaseId, Channel, Label, Rating, Text, UnitCode } from '../kernel/shapes';
import { AnswerClass, ContactWay, NotFiledGround, ProposalForm, ProposalKind, ProposalPublication, SecrecyGround } from './proposal.shapes';

const CoUnits = z.array(UnitCode).max(20).optional();

const intake = {
  RegisterProposal: command({
    path: 'register',
    title: say('登记建议提案', 'Register a proposal'),
    by: ['office', 'intake'],
    intake: 'received',
    shape: {
      channel: Channel,
      kind: ProposalKind,
      session: Label,
      matter: Label,
      area: Label.optional(),
      form: ProposalForm.optional(),
      proposerCount: z.int().min(1).max(1000).optional(),
      key: z.boolean().optional(),
      proposers: Label,
      text: Text,
    },
  }),
  FileProposal: command({
    path: 'file',
    title: say('立案', 'File'),
    by: ['office'],
    /** 提案号, given when it is filed. */
    shape: { number: Label.optional() },
  }),
  DeclineProposalFiling: command({
    path: 'decline-filing',
    title: say('不予立案', 'Decline to file'),
    by: ['office'],
    /** `explanation`: what the proposers are told. `into`: the proposal that a duplicate is handled with. */
    shape: { ground: NotFiledGround, explanation: Text, into: CaseId.optional() },
  }),
  UnmergeProposal: command({ path: 'unmerge', title: say('撤销并案', 'Take out again'), by: ['office'], shape: { reason: Text } }),
  RecordProposalDuplicate: command({
    path: 'record-duplicate',
    title: say('登记并入案件', 'Record a proposal merged into this one'),
    by: ['policy'],
    shape: { duplicate: CaseId },
  }),
  RecordProposalDuplicateWithdrawn: command({
    path: 'record-duplicate-withdrawn',
    title: say('登记撤出案件', 'Record a merged proposal taken out'),
    by: ['policy'],
    shape: { duplicate: CaseId },
  }),
  WithdrawProposal: command({
    path: 'withdraw',
    title: say('登记撤回', 'Record the withdrawal'),
    by: ['office'],
    /** `unanimous`: all who signed a joint one ask for it. */
    shape: { reason: Text.optional(), unanimous: z.boolean().optional() },
  }),
} as const;

const assignment = {
  RouteProposal: command({
    path: 'route',
    title: say('交办', 'Assign to the lead unit'),
    by: ['office'],
    shape: { unit: UnitCode, joint: CoUnits, instruction: Text.optional() },
  }),
  SignInProposal: command({ path: 'sign-in', title: say('接收', 'Accept'), by: ['unit'], shape: {} }),
  RequestProposalReturn: command({
    path: 'request-return',
    title: say('申请退回', 'Ask to return it'),
    by: ['unit'],
    /** `unit`: whose business it is instead. */
    shape: { reason: Text, unit: UnitCode.optional() },
  }),
  ApproveProposalReturn: command({ path: 'approve-return', title: say('同意退回', 'Consent to the return'), by: ['office'], shape: {} }),
  RefuseProposalReturn: command({
    path: 'refuse-return',
    title: say('不同意退回', 'Refuse the return'),
    by: ['office'],
    shape: { reason: Text },
  }),
} as const;

const handling = {
  ContactProposers: command({
    path: 'contact',
    title: say('联系代表委员', 'Record contact with the proposers'),
    by: ['unit'],
    shape: { way: ContactWay, note: Text.optional() },
    repeatable: true,
  }),
  MeetProposers: command({
    path: 'meet',
    title: say('面商', 'Record a meeting with the proposers'),
    by: ['unit', 'office'],
    shape: { minutes: Text.optional() },
    repeatable: true,
  }),
  GiveProposalOpinion: command({
    path: 'give-opinion',
    title: say('提出协办意见', "Give the co-unit's opinion"),
    by: ['unit'],
    shape: { text: Text },
  }),
  ReleaseProposalUnit: command({
    path: 'release-unit',
    title: say('终止协办', 'Release a co-unit'),
    by: ['office'],
    shape: { unit: UnitCode, reason: Text },
  }),
  ExtendProposal: command({ path: 'extend', title: say('同意延期', 'Consent to an extension'), by: ['office'], shape: { reason: Text } }),
  AnswerProposal: command({
    path: 'answer',
    title: say('答复', 'Answer'),
    by: ['unit'],
    shape: {
      outcome: AnswerClass,
      signedBy: Label.optional(),
      /** Of what is under way: the day by which it is to be done. */
      promise: z.strictObject({ by: CalendarDate }).optional(),
      text: Text,
    },
  }),
} as const;

const rating = {
  RateProposal: command({
    path: 'rate',
    title: say('记录评价', 'Record the rating'),
    by: ['office'],
    shape: { rating: Rating, attitude: Rating.optional(), comment: Text.optional() },
  }),
  RemindProposalRating: command({
    path: 'remind-rating',
    title: say('催交评价表', 'Remind of the rating form'),
    by: ['office'],
    shape: {},
  }),
  RehandleProposal: command({
    path: 'rehandle',
    title: say('要求重新办理', 'Have it handled again'),
    by: ['office'],
    shape: { reason: Text.optional() },
  }),
} as const;

const promise = {
  FulfilProposalPromise: command({
    path: 'fulfil-promise',
    title: say('报告承诺落实', 'Report the promise fulfilled'),
    by: ['unit'],
    shape: { text: Text },
  }),
  PostponeProposalPromise: command({
    path: 'postpone-promise',
    title: say('承诺转续办', 'Carry the promise over'),
    by: ['unit'],
    shape: { by: CalendarDate, reason: Text },
  }),
  GiveUpProposalPromise: command({
    path: 'give-up-promise',
    title: say('说明承诺未能落实', 'Explain why the promise cannot be kept'),
    by: ['unit'],
    shape: { reason: Text },
  }),
} as const;

const supervision = {
  MakeProposalKey: command({ path: 'make-key', title: say('列为重点', 'Make it a key item'), by: ['office'], shape: {} }),
  InstructProposal: command({
    path: 'instruct',
    title: say('登记领导领办', "Record a leader's instruction"),
    by: ['office'],
    shape: { leader: Label, text: Text },
    repeatable: true,
  }),
  EscalateProposal: command({
    path: 'escalate',
    title: say('督办', 'Supervise'),
    by: ['office'],
    shape: { level: z.int().min(1).max(3), text: Text.optional() },
  }),
  PublishProposal: command({
    path: 'publish',
    title: say('决定公开', 'Decide on publication'),
    by: ['office'],
    shape: { publication: ProposalPublication, ground: SecrecyGround.optional() },
  }),
  CloseProposal: command({
    path: 'close',
    title: say('办结', 'Close'),
    by: ['office'],
    /** What dissatisfied proposers are told when it is not handled again. */
    shape: { explanation: Text.optional() },
  }),
} as const;

export const proposalCommands = { ...intake, ...assignment, ...handling, ...rating, ...promise, ...supervision } as const;
