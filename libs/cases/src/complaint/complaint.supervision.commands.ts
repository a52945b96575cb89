import { z } from 'zod';
import { command } from '../kernel/definitions';
import { say } from '../kernel/sentence';
import { Label, Text, UnitCode } from '../kernel/shapes';
import { EscalationGround } from './complaint.codes';
import { ShortLength } from './complaint.terms';

export const supervisionCommands = {
  EscalateComplaint: command({
    path: 'escalate',
    title: say('督办', 'Put under supervision'),
    by: ['office'],
    shape: { level: z.int().min(1).max(9), ground: EscalationGround, limit: ShortLength.optional(), text: Text.optional() },
  }),
  InstructComplaint: command({
    path: 'instruct',
    title: say('记录领导批示', "Record a leader's instruction"),
    by: ['office'],
    repeatable: true,
    shape: { leader: Label, text: Text },
  }),
  HoldComplaintMeeting: command({
    path: 'hold-meeting',
    title: say('记录协调会', 'Record a coordination meeting'),
    by: ['office'],
    repeatable: true,
    shape: { conclusion: Text },
  }),
  KeepComplaintConfidential: command({
    path: 'keep-confidential',
    title: say('为诉求人保密', "Keep the caller's identity confidential"),
    by: ['office'],
    shape: {},
  }),
  NameComplaintAccused: command({
    path: 'name-accused',
    title: say('列明被举报单位', 'Name the accused units'),
    by: ['office'],
    shape: { accused: z.array(UnitCode).min(1).max(20) },
  }),
} as const;
