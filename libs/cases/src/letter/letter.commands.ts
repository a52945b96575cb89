import { z } from 'zod';
import { command } from '../kernel/definitions';
import { Publication } from '../kernel/publication';
import { say } from '../kernel/sentence';
import { Channel, Label, Rating, Text, UnitCode } from '../kernel/shapes';
import { LetterDraftFault, LetterRefusal, LetterReturn } from './letter.grounds';

export const letterCommands = {
  RegisterLetter: command({
    path: 'register',
    title: say('登记来信', 'Register a letter'),
    by: ['office', 'intake'],
    intake: 'received',
    shape: {
      channel: Channel,
      platform: Label.optional(),
      addressee: Label.optional(),
      matter: Label,
      area: Label.optional(),
      replyWanted: z.boolean().optional(),
      consent: z.boolean().optional(),
      sender: Label.optional(),
      phone: Label.optional(),
      text: Text,
    },
  }),
  AcceptLetter: command({ path: 'accept', title: say('审查通过', 'Take up'), by: ['office'], shape: {} }),
  RejectLetter: command({
    path: 'reject',
    title: say('不予受理', 'Do not take up'),
    by: ['office'],
    /** `reference`: the number under which the matter is handled already or goes on; `notice`: what the sender is told. */
    shape: { ground: LetterRefusal, reference: Label.optional(), notice: Text.optional() },
  }),
  InstructLetter: command({
    path: 'instruct',
    title: say('登记领导批示', "Record a leader's instruction"),
    by: ['office'],
    repeatable: true,
    shape: { leader: Label, text: Text },
  }),
  RouteLetter: command({
    path: 'route',
    title: say('转办', 'Assign to a handling unit'),
    by: ['office'],
    shape: { unit: UnitCode, instruction: Text.optional() },
  }),
  SignInLetter: command({ path: 'sign-in', title: say('签收', 'Sign in'), by: ['unit'], shape: {} }),
  RequestLetterReturn: command({
    path: 'request-return',
    title: say('申请退回', 'Ask to give it back'),
    by: ['unit'],
    shape: { ground: LetterReturn, reason: Text },
  }),
  ApproveLetterReturn: command({
    path: 'approve-return',
    title: say('同意退回', 'Take it back'),
    by: ['office'],
    shape: { note: Text.optional() },
  }),
  RefuseLetterReturn: command({
    path: 'refuse-return',
    title: say('不同意退回', 'Refuse to take it back'),
    by: ['office'],
    shape: { reason: Text },
  }),
  ExtendLetter: command({ path: 'extend', title: say('批准延期', 'Extend the term'), by: ['office'], shape: { reason: Text } }),
  DraftLetterReply: command({ path: 'draft', title: say('拟稿送审', 'Draft the reply'), by: ['unit'], shape: { text: Text } }),
  ApproveLetterDraft: command({ path: 'approve-draft', title: say('审核通过', 'Approve the draft'), by: ['office'], shape: {} }),
  ReturnLetterDraft: command({
    path: 'return-draft',
    title: say('退回修改', 'Send the draft back'),
    by: ['office'],
    shape: { ground: LetterDraftFault, reason: Text },
  }),
  AnswerLetter: command({ path: 'answer', title: say('回复', 'Reply'), by: ['unit'], shape: { text: Text } }),
  DecideLetterPublication: command({
    path: 'decide-publication',
    title: say('决定是否公开', 'Decide on publication'),
    by: ['office'],
    shape: { publication: Publication, consent: z.boolean().optional(), reason: Text.optional() },
  }),
  PublishLetter: command({
    path: 'publish',
    title: say('网上公开', 'Publish'),
    by: ['office'],
    shape: { text: Text.optional() },
  }),
  RateLetter: command({
    path: 'rate',
    title: say('记录评价', 'Record the rating'),
    by: ['office'],
    shape: { rating: Rating, comment: Text.optional() },
  }),
  SendLetterBack: command({ path: 'send-back', title: say('发回重办', 'Send back'), by: ['office'], shape: { reason: Text } }),
  CloseLetter: command({ path: 'close', title: say('办结', 'Close'), by: ['office'], shape: {} }),
  WithdrawLetter: command({
    path: 'withdraw',
    title: say('登记撤回', 'Record that the sender withdraws it'),
    by: ['office'],
    shape: { statement: Text.optional() },
  }),
  ReopenLetter: command({ path: 'reopen', title: say('重新办理', 'Reopen'), by: ['office'], shape: { reason: Text } }),
} as const;
