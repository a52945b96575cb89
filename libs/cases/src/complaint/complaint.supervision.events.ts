import { z } from 'zod';
import { Limits } from '../kernel/clocks';
import { event } from '../kernel/definitions';
import { Due } from '../kernel/due';
import { say } from '../kernel/sentence';
import { Label, Text, UnitCode } from '../kernel/shapes';
import { EscalationGround } from './complaint.codes';

/** What is done about a complaint from above, and for those who made it. */
export const supervisionEvents = {
  ComplaintEscalated: event(
    'escalated',
    say('督办', 'Put under supervision'),
    { level: z.int(), ground: EscalationGround, limits: Limits.optional() },
    { text: Text.optional() },
  ),
  ComplaintInstructed: event('instructed', say('领导批示', "Leader's instruction"), { leader: Label }, { text: Text }),
  ComplaintMeetingHeld: event('met', say('协调会', 'Coordination meeting held'), {}, { conclusion: Text }),
  ComplaintKeptConfidential: event('kept-confidential', say('为诉求人保密', "Caller's identity kept confidential"), {}),
  ComplaintUnitAccused: event('accused', say('列明被举报单位', 'Accused unit named'), { accused: z.array(UnitCode) }),
  ComplaintTakenBack: event('returned', say('收回（承办单位被举报）', 'Taken back: the unit is accused'), {
    unit: UnitCode,
    due: Due.optional(),
    limits: Limits.optional(),
  }),
} as const;
