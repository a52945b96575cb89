import type { Context } from '../kernel/context';
import type { Rules } from '../kernel/decider';
import { say } from '../kernel/sentence';
import type { Situation } from '../kernel/situation';
import { released } from './complaint.dispatching';
import type { complaintEvents } from './complaint.events';
import { extensionRules } from './complaint.extensions';
import { notTheLead } from './complaint.grounds';
import type { handlingCommands } from './complaint.handling.commands';
import { awaited, type Complaint, heldOf, knownOf, leadOf, partOf } from './complaint.state';
import { dueWithin, ended, withLimits } from './complaint.terms';

const notInHand = say(
  '只有承办单位已签收、尚未答复的投诉才能办理这一步',
  'this step is for a complaint that the unit has signed in and not yet answered',
);

/** What was to be done before the answer is over; the follow-up is due, unless the caller wants no reply. */
const clocksAtAnswer = (complaint: Complaint & Situation, context: Context) =>
  withLimits({
    ...ended(complaint, 'sign-in', 'return', 'contact', 'supervision'),
    ...(knownOf(complaint).replyWanted && {
      'follow-up': dueWithin(context.local.complaint.followUp.within, 'hotline-follow-up', context),
    }),
  });

export const handlingRules: Rules<Complaint, typeof handlingCommands, typeof complaintEvents> = {
  ...extensionRules,
  ContactComplaintCaller: {
    in: ['handling'],
    otherwise: notInHand,
    unless: [
      {
        // Who the caller is stays with the hotline, so the hotline rings (Jinan 2018 art. 32).
        when: (complaint, { by }) => knownOf(complaint).confidential && !by.roles.includes('office'),
        because: say('诉求人要求保密，须通过热线联系', 'the caller asked for confidentiality and is contacted through the hotline'),
      },
    ],
    decide: (complaint, { result, note }) => [
      result === 'reached'
        ? { type: 'ComplaintCallerContacted', data: withLimits(ended(complaint, 'contact')), personal: { note } }
        : { type: 'ComplaintCallerNotReached', data: { result }, personal: { note } },
    ],
  },
  SubTaskComplaint: {
    in: ['handling'],
    otherwise: notInHand,
    unless: [notTheLead],
    decide: (complaint, { station }) => (heldOf(complaint)?.station === station ? [] : [{ type: 'ComplaintSubTasked', data: { station } }]),
  },
  ReplyComplaintPart: {
    in: ['routed', 'handling'],
    otherwise: say('只有已派单、尚未答复的投诉才能由协办单位回复', 'a joint unit replies while the complaint is with the units'),
    unless: [
      {
        when: (complaint, { by }) => partOf(complaint, by.unit) !== 'signed-in',
        because: say('本单位没有已签收、待回复的协办任务', 'your unit has no part that is signed in and waits for a reply'),
      },
    ],
    decide: (_, { text }, { by }) => [
      {
        type: 'ComplaintCoReplied',
        data: { unit: by.unit, limits: { [`co-unit:${by.unit}`]: null } },
        personal: { text },
      },
    ],
  },
  AnswerComplaint: {
    in: ['handling'],
    otherwise: say('只有承办单位已签收的投诉才能答复', 'only a complaint that the handling unit has signed in can be answered'),
    unless: [
      notTheLead,
      {
        // Jinan 2018, Weifang 2021: one lead is named, and its answer speaks for all.
        when: (complaint) => awaited(complaint).length > 0,
        because: say('协办单位尚未全部回复；确不需要的，请热线撤销协办', 'joint units have not replied yet; the hotline can release them'),
      },
    ],
    decide: (complaint, { text }, context) => [
      {
        type: 'ComplaintAnswered',
        data: { unit: leadOf(complaint) ?? context.by.unit, ...clocksAtAnswer(complaint, context) },
        personal: { text },
      },
    ],
  },
  ProposeComplaintTermination: {
    in: ['handling'],
    otherwise: notInHand,
    unless: [notTheLead],
    decide: (complaint, { ground, text }) =>
      heldOf(complaint)?.termination === ground ? [] : [{ type: 'ComplaintTerminationProposed', data: { ground }, personal: { text } }],
  },
  TerminateComplaint: {
    in: ['handling'],
    otherwise: notInHand,
    unless: [
      {
        // Weifang 2021 art. 21.
        when: (complaint) => heldOf(complaint)?.termination === undefined,
        because: say('终止办理须先由承办单位书面提请', 'the unit must first propose the termination in writing'),
      },
    ],
    decide: (complaint, { ground, text }) => [
      ...released(awaited(complaint), complaint),
      { type: 'ComplaintTerminated', data: { disposal: 'terminated', ground }, personal: { text } },
    ],
  },
};
