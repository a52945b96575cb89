import { command } from '../kernel/definitions';
import { say } from '../kernel/sentence';
import { Channel, Label, Rating, Text, UnitCode } from '../kernel/shapes';
import { ComplaintKind } from './complaint.events';

export const complaintCommands = {
  RegisterComplaint: command({
    path: 'register',
    title: say('受理登记', 'Register a complaint'),
    by: ['office', 'intake'],
    intake: 'received',
    shape: {
      channel: Channel,
      kind: ComplaintKind,
      matter: Label,
      area: Label.optional(),
      complainant: Label.optional(),
      phone: Label.optional(),
      address: Label.optional(),
      text: Text,
    },
  }),
  RouteComplaint: command({
    path: 'route',
    title: say('派单转办', 'Dispatch to a handling unit'),
    by: ['office'],
    shape: { unit: UnitCode, instruction: Text.optional() },
  }),
  SignInComplaint: command({ path: 'sign-in', title: say('签收', 'Sign in'), by: ['unit'], shape: {} }),
  AnswerComplaintDirectly: command({
    path: 'answer-directly',
    title: say('直接答复', 'Answer directly'),
    by: ['office', 'intake'],
    intake: 'answered',
    shape: { text: Text },
  }),
  AnswerComplaint: command({ path: 'answer', title: say('答复', 'Answer'), by: ['unit'], shape: { text: Text } }),
  RecordComplaintFollowUp: command({
    path: 'record-follow-up',
    title: say('记录回访', 'Record the follow-up'),
    by: ['office', 'intake'],
    intake: 'rated',
    shape: { rating: Rating, askedBy: Label.optional(), comment: Text.optional() },
  }),
  RemindComplaint: command({
    path: 'remind',
    title: say('记录催办', 'Record a reminder'),
    by: ['office', 'intake'],
    intake: 'reminded',
    repeatable: true,
    shape: { text: Text.optional() },
  }),
  SupplementComplaint: command({
    path: 'supplement',
    title: say('补充情况', 'Add what the caller says'),
    by: ['office', 'intake'],
    intake: 'supplemented',
    repeatable: true,
    shape: { text: Text },
  }),
  CloseComplaint: command({ path: 'close', title: say('办结', 'Close'), by: ['office'], shape: {} }),
} as const;
