import type { Context } from '../kernel/context';
import type { Rules } from '../kernel/decider';
import { reject, say } from '../kernel/sentence';
import type { complaintEvents } from './complaint.events';
import { isAccused, notReviewed } from './complaint.grounds';
import type { reviewCommands } from './complaint.review.commands';
import { type Complaint, heldOf, knownOf, leadOf } from './complaint.state';
import { answerDue, dueWithin, ended, withLimits } from './complaint.terms';

const attemptsOf = (complaint: Complaint): number => ('attempts' in complaint ? complaint.attempts : 0);

/** It goes back to the unit that had it, unless the report is about that unit. */
const reopenedStatus = (complaint: Complaint, { units }: Context): 'received' | 'handling' => {
  const lead = leadOf(complaint);
  return lead === undefined || isAccused(lead, knownOf(complaint).accused, units) ? 'received' : 'handling';
};

export const reviewRules: Rules<Complaint, typeof reviewCommands, typeof complaintEvents> = {
  PassComplaintReview: {
    in: ['answered'],
    otherwise: say('只有已答复、尚未审核的投诉才能审核', 'only an answered complaint can be reviewed'),
    unless: [
      {
        when: (complaint) => heldOf(complaint) === undefined,
        because: say('热线直接答复的投诉无需审核', 'what the hotline has answered itself needs no review'),
      },
    ],
    decide: () => [{ type: 'ComplaintReviewed', data: {} }],
  },
  // Jinan 2018: what does not satisfy may be sent back for rework.
  SendBackComplaint: {
    in: ['answered', 'rated'],
    otherwise: say('只有已答复的投诉才能发回重办', 'only an answered complaint can be sent back'),
    unless: [
      {
        when: (complaint) => heldOf(complaint) === undefined,
        because: say('热线直接答复的投诉没有可发回的承办单位', 'the hotline has answered itself: there is no unit to send it back to'),
      },
      {
        when: ({ status, recorded }) =>
          status === 'rated' && recorded?.['rating'] !== 'dissatisfied' && recorded?.['resolution'] !== 'unsolved',
        because: say('诉求人没有不满意，也没有表示未解决', 'the caller is neither dissatisfied nor calls it unsolved'),
      },
      {
        when: (complaint, { local }) => (heldOf(complaint)?.reworks ?? 0) >= local.complaint.rework.mostRounds,
        because: say('发回重办次数已用完，可以督办', 'it has been sent back as often as the local rules allow; it can be escalated'),
      },
    ],
    decide: (complaint, { ground, text }, context) => [
      {
        type: 'ComplaintSentBack',
        data: {
          ground,
          due: dueWithin(context.local.complaint.rework.within, 'hotline-rework', context),
          ...withLimits(ended(complaint, 'follow-up')),
        },
        personal: { text },
      },
    ],
  },
  RecordComplaintAttempt: {
    in: ['answered', 'reviewed'],
    otherwise: say('只有已答复、尚未评价的投诉才能回访', 'only an answered complaint that is not yet rated is followed up'),
    unless: [notReviewed],
    decide: (_, { mode }) => [{ type: 'ComplaintFollowUpAttempted', data: { mode } }],
  },
  RecordComplaintFollowUp: {
    in: ['answered', 'reviewed'],
    otherwise: say('只有已答复、尚未评价的投诉才能记录回访', 'only an answered complaint that is not yet rated can be followed up'),
    unless: [notReviewed],
    decide: (complaint, { comment, ...answers }, { by, local }) => {
      // The call that is recorded is itself one of them; a system that reports it has counted its own.
      const calls = attemptsOf(complaint) + 1;
      if (answers.rating === 'unreachable' && by.roles.includes('office') && calls < local.complaint.followUp.attempts)
        return reject('回访次数不足，不能记为联系不上', 'the caller has not been tried often enough to be called unreachable');
      return [{ type: 'ComplaintRated', data: { ...answers, ...withLimits(ended(complaint, 'follow-up')) }, personal: { comment } }];
    },
  },
  CloseComplaint: {
    in: ['answered', 'reviewed', 'rated'],
    otherwise: say('只有已答复的投诉才能办结', 'only an answered complaint can be closed'),
    unless: [notReviewed],
    decide: () => [{ type: 'ComplaintClosed', data: {} }],
  },
  ReopenComplaint: {
    in: ['closed'],
    otherwise: say('只有已办结的投诉才能重新办理', 'only a closed complaint can be reopened'),
    // Jinan 2018: the same facts are not handled again, so what is new must be told.
    decide: (complaint, { text }, context) => [
      {
        type: 'ComplaintReopened',
        data: { status: reopenedStatus(complaint, context), due: answerDue(complaint.recorded ?? {}, context) },
        personal: { text },
      },
    ],
  },
};
