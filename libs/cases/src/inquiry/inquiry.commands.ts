import { z } from 'zod';
import { command } from '../kernel/definitions';
import { Publication } from '../kernel/publication';
import { say } from '../kernel/sentence';
import { Channel, Label, Rating, Text, UnitCode } from '../kernel/shapes';
import { InquiryDraftFault, InquiryRefusal, InquiryReturn, Withholding } from './inquiry.grounds';

export const inquiryCommands = {
  RegisterInquiry: command({
    path: 'register',
    title: say('登记网络问政', 'Register an online inquiry'),
    by: ['office', 'intake'],
    intake: 'received',
    shape: {
      channel: Channel,
      platform: Label.optional(),
      matter: Label,
      area: Label.optional(),
      replyWanted: z.boolean().optional(),
      openly: z.boolean().optional(),
      netizen: Label.optional(),
      phone: Label.optional(),
      text: Text,
    },
  }),
  AcceptInquiry: command({ path: 'accept', title: say('审查通过', 'Take up'), by: ['office'], shape: {} }),
  RejectInquiry: command({
    path: 'reject',
    title: say('不予受理', 'Do not take up'),
    by: ['office'],
    /** `reference`: the number under which the matter is handled already or goes on; `notice`: what the netizen is told. */
    shape: { ground: InquiryRefusal, reference: Label.optional(), notice: Text.optional() },
  }),
  RouteInquiry: command({
    path: 'route',
    title: say('转办', 'Assign to a handling unit'),
    by: ['office'],
    shape: { unit: UnitCode, instruction: Text.optional() },
  }),
  SignInInquiry: command({ path: 'sign-in', title: say('签收', 'Sign in'), by: ['unit'], shape: {} }),
  RequestInquiryReturn: command({
    path: 'request-return',
    title: say('申请退回', 'Ask to give it back'),
    by: ['unit'],
    shape: { ground: InquiryReturn, reason: Text },
  }),
  ApproveInquiryReturn: command({
    path: 'approve-return',
    title: say('同意退回', 'Take it back'),
    by: ['office'],
    shape: { note: Text.optional() },
  }),
  RefuseInquiryReturn: command({
    path: 'refuse-return',
    title: say('不同意退回', 'Refuse to take it back'),
    by: ['office'],
    shape: { reason: Text },
  }),
  ExtendInquiry: command({ path: 'extend', title: say('批准延期', 'Extend the term'), by: ['office'], shape: { reason: Text } }),
  DraftInquiryResponse: command({ path: 'draft', title: say('拟稿送审', 'Draft the response'), by: ['unit'], shape: { text: Text } }),
  ApproveInquiryDraft: command({
    path: 'approve-draft',
    title: say('网站编辑审核通过', 'Approve the draft'),
    by: ['office'],
    shape: {},
  }),
  ReturnInquiryDraft: command({
    path: 'return-draft',
    title: say('网站编辑退回修改', 'Send the draft back'),
    by: ['office'],
    shape: { ground: InquiryDraftFault, reason: Text },
  }),
  AnswerInquiry: command({ path: 'answer', title: say('回应', 'Respond'), by: ['unit'], shape: { text: Text } }),
  DecideInquiryPublication: command({
    path: 'decide-publication',
    title: say('决定如何公开', 'Decide on publication'),
    by: ['office'],
    shape: { publication: Publication, ground: Withholding.optional(), reason: Text.optional() },
  }),
  PublishInquiry: command({
    path: 'publish',
    title: say('网上公开', 'Publish'),
    by: ['office'],
    shape: { text: Text.optional() },
  }),
  RateInquiry: command({
    path: 'rate',
    title: say('记录评价', 'Record the rating'),
    by: ['office'],
    shape: { rating: Rating, comment: Text.optional() },
  }),
  SendInquiryBack: command({ path: 'send-back', title: say('发回重办', 'Send back'), by: ['office'], shape: { reason: Text } }),
  CloseInquiry: command({ path: 'close', title: say('办结', 'Close'), by: ['office'], shape: {} }),
  WithdrawInquiry: command({
    path: 'withdraw',
    title: say('登记撤回', 'Record that the netizen withdraws it'),
    by: ['office'],
    shape: { statement: Text.optional() },
  }),
  ReopenInquiry: command({ path: 'reopen', title: say('重新办理', 'Reopen'), by: ['office'], shape: { reason: Text } }),
} as const;
