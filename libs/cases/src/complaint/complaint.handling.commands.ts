import { z } from 'zod';
import { command } from '../kernel/definitions';
import { say } from '../kernel/sentence';
import { Label, Text } from '../kernel/shapes';
import { ContactResult, TerminationGround } from './complaint.codes';

export const handlingCommands = {
  ContactComplaintCaller: command({
    path: 'contact-caller',
    title: say('联系诉求人', 'Record a call to the caller'),
    by: ['unit', 'office'],
    repeatable: true,
    shape: { result: ContactResult, note: Text.optional() },
  }),
  SubTaskComplaint: command({
    path: 'sub-task',
    title: say('下派站所', 'Hand on to a station'),
    by: ['unit'],
    shape: { station: Label },
  }),
  RequestComplaintExtension: command({
    path: 'request-extension',
    title: say('申请延期', 'Ask for an extension'),
    by: ['unit'],
    shape: { reason: Text, callerTold: z.boolean().optional() },
  }),
  GrantComplaintExtension: command({ path: 'grant-extension', title: say('同意延期', 'Grant the extension'), by: ['office'], shape: {} }),
  RefuseComplaintExtension: command({
    path: 'refuse-extension',
    title: say('不同意延期', 'Refuse the extension'),
    by: ['office'],
    shape: { reason: Text.optional() },
  }),
  ReplyComplaintPart: command({
    path: 'reply-part',
    title: say('协办回复', 'Reply as a joint unit'),
    by: ['unit'],
    shape: { text: Text },
  }),
  AnswerComplaint: command({ path: 'answer', title: say('答复', 'Answer'), by: ['unit'], shape: { text: Text } }),
  ProposeComplaintTermination: command({
    path: 'propose-termination',
    title: say('提请终止', 'Propose to end it without an answer'),
    by: ['unit'],
    shape: { ground: TerminationGround, text: Text },
  }),
  TerminateComplaint: command({
    path: 'terminate',
    title: say('终止办理', 'Terminate'),
    by: ['office'],
    shape: { ground: TerminationGround, text: Text.optional() },
  }),
} as const;
