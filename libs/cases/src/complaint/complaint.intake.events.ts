import { z } from 'zod';
import { event } from '../kernel/definitions';
import { Due } from '../kernel/due';
import { say } from '../kernel/sentence';
import { CaseNumber, Channel, Label, Text, UnitCode } from '../kernel/shapes';
import { ComplaintKind, DeclineGround, EmergencyLine, Urgency } from './complaint.codes';

/** What happens on the phone, and what the hotline settles by itself. */
export const intakeEvents = {
  ComplaintRegistered: event(
    'received',
    say('受理登记', 'Received and registered'),
    {
      caseNumber: CaseNumber,
      channel: Channel,
      kind: ComplaintKind,
      matter: Label,
      area: Label.optional(),
      platform: Label.optional(),
      urgency: Urgency.optional(),
      confidential: z.boolean().optional(),
      accused: z.array(UnitCode).optional(),
      replyWanted: z.boolean().optional(),
      due: Due,
    },
    { complainant: Label.optional(), phone: Label.optional(), address: Label.optional(), text: Text },
  ),
  ComplaintAnsweredDirectly: event('answered', say('直接答复', 'Answered directly by the hotline'), { unit: UnitCode }, { text: Text }),
  ComplaintTransferredToEmergency: event('closed', say('转紧急热线', 'Handed over to an emergency line'), {
    disposal: z.literal('emergency'),
    line: EmergencyLine,
  }),
  ComplaintDeclined: event(
    'closed',
    say('不予受理', 'Not accepted'),
    { disposal: z.literal('not-accepted'), ground: DeclineGround, told: Channel.optional() },
    { text: Text.optional() },
  ),
  ComplaintReminded: event('reminded', say('催办', 'Reminded by the caller'), {}, { text: Text.optional() }),
  ComplaintSupplemented: event('supplemented', say('补充情况', 'Supplemented by the caller'), {}, { text: Text }),
} as const;
