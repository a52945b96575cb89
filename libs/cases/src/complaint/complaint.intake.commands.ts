import { z } from 'zod';
import { command } from '../kernel/definitions';
import { say } from '../kernel/sentence';
import { Channel, Label, Text, UnitCode } from '../kernel/shapes';
import { ComplaintKind, DeclineGround, EmergencyLine, Urgency } from './complaint.codes';

export const intakeCommands = {
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
      platform: Label.optional(),
      urgency: Urgency.optional(),
      confidential: z.boolean().optional(),
      accused: z.array(UnitCode).min(1).max(20).optional(),
      replyWanted: z.boolean().optional(),
      complainant: Label.optional(),
      phone: Label.optional(),
      address: Label.optional(),
      text: Text,
    },
  }),
  AnswerComplaintDirectly: command({
    path: 'answer-directly',
    title: say('直接答复', 'Answer directly'),
    by: ['office', 'intake'],
    intake: 'answered',
    shape: { text: Text },
  }),
  TransferComplaintToEmergency: command({
    path: 'transfer-to-emergency',
    title: say('转紧急热线', 'Hand over to an emergency line'),
    by: ['office'],
    shape: { line: EmergencyLine },
  }),
  DeclineComplaint: command({
    path: 'decline',
    title: say('不予受理', 'Do not accept'),
    by: ['office'],
    shape: { ground: DeclineGround, told: Channel.optional(), text: Text.optional() },
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
} as const;
