import { answerClock, clocksOf } from '../kernel/clocks';
import type { Context } from '../kernel/context';
import type { Rules } from '../kernel/decider';
import { reject, say } from '../kernel/sentence';
import type { Situation } from '../kernel/situation';
import { released } from './complaint.dispatching';
import type { ComplaintEvent, complaintEvents } from './complaint.events';
import { isAccused } from './complaint.grounds';
import { awaited, type Complaint, heldOf, known, knownOf, open, unmerged } from './complaint.state';
import type { supervisionCommands } from './complaint.supervision.commands';
import { answerDue, dueWithin, ended, withLimits } from './complaint.terms';

const notOpen = say('只有在办的投诉才能督办、批示和协调', 'only an open complaint is supervised, instructed on and met about');

/** An accused unit that has it already loses it: its part ends, or, if it leads, the whole goes back to the hotline with time to be answered. */
const takenAway = (complaint: Complaint & Situation, accused: readonly string[], context: Context): ComplaintEvent[] => {
  const held = heldOf(complaint);
  if (!held || complaint.status === 'closed') return [];
  const isOut = (unit: string): boolean => isAccused(unit, accused, context.units);
  const out = Object.keys(held.joint).filter(isOut);
  if (!isOut(held.unit)) return released(out, complaint);
  const due = clocksOf(complaint)[answerClock] ? undefined : answerDue(complaint.recorded ?? {}, context);
  const limits = ended(complaint, 'sign-in', 'return', 'contact', 'follow-up');
  return [
    ...released([...new Set([...awaited(complaint), ...out])], complaint),
    { type: 'ComplaintTakenBack', data: { unit: held.unit, due, ...withLimits(limits) } },
  ];
};

export const supervisionRules: Rules<Complaint, typeof supervisionCommands, typeof complaintEvents> = {
  EscalateComplaint: {
    in: open,
    otherwise: notOpen,
    unless: [
      {
        when: (complaint, { local }) => knownOf(complaint).level >= local.complaint.escalationLevels,
        because: say('已是最高督办级别', 'it is already at the highest level of supervision'),
      },
    ],
    decide: (complaint, { level, ground, limit, text }, context) => {
      if (level > context.local.complaint.escalationLevels) return reject('没有这一督办级别', 'there is no such level of supervision');
      if (level <= knownOf(complaint).level) return reject('督办级别只能提高', 'the level of supervision can only rise');
      // Beside the answer clock, not instead of it: supervision makes nothing late punctual.
      const limits = limit && { limits: { supervision: dueWithin(limit, 'hotline-supervision', context) } };
      return [{ type: 'ComplaintEscalated', data: { level, ground, ...limits }, personal: { text } }];
    },
  },
  InstructComplaint: {
    in: open,
    otherwise: notOpen,
    decide: (_, { leader, text }) => [{ type: 'ComplaintInstructed', data: { leader }, personal: { text } }],
  },
  HoldComplaintMeeting: {
    in: open,
    otherwise: notOpen,
    decide: (_, { conclusion }) => [{ type: 'ComplaintMeetingHeld', data: {}, personal: { conclusion } }],
  },
  // Jinan 2018 art. 32: the caller may demand it at any time.
  KeepComplaintConfidential: {
    in: known,
    otherwise: say('该投诉尚未登记', 'this complaint is not registered'),
    unless: [
      {
        when: (complaint) => knownOf(complaint).confidential,
        because: say('已为诉求人保密', "the caller's identity is already kept confidential"),
      },
    ],
    decide: () => [{ type: 'ComplaintKeptConfidential', data: {} }],
  },
  NameComplaintAccused: {
    in: unmerged,
    otherwise: say(
      '只有已登记、未并入其他诉求的投诉才能列明被举报单位',
      'accused units are named in a registered complaint that is not merged',
    ),
    decide: (complaint, { accused }, context) => {
      const before = knownOf(complaint).accused;
      const named = [...new Set([...before, ...accused])];
      if (named.length === before.length) return [];
      return [{ type: 'ComplaintUnitAccused', data: { accused: named } }, ...takenAway(complaint, named, context)];
    },
  },
};
