import { command } from '../kernel/definitions';
import { say } from '../kernel/sentence';
import { Label, Rating, Resolution, Text } from '../kernel/shapes';
import { FollowUpMode, SendBackGround } from './complaint.codes';

export const reviewCommands = {
  PassComplaintReview: command({ path: 'pass-review', title: say('审核通过', 'Pass the review'), by: ['office'], shape: {} }),
  SendBackComplaint: command({
    path: 'send-back',
    title: say('发回重办', 'Send back for rework'),
    by: ['office'],
    shape: { ground: SendBackGround, text: Text.optional() },
  }),
  RecordComplaintAttempt: command({
    path: 'record-attempt',
    title: say('记录回访未接通', 'Record a follow-up that reached nobody'),
    by: ['office'],
    repeatable: true,
    shape: { mode: FollowUpMode.optional() },
  }),
  RecordComplaintFollowUp: command({
    path: 'record-follow-up',
    title: say('记录回访', 'Record the follow-up'),
    by: ['office', 'intake'],
    intake: 'rated',
    shape: {
      rating: Rating,
      resolution: Resolution.optional(),
      attitude: Rating.optional(),
      askedBy: Label.optional(),
      mode: FollowUpMode.optional(),
      comment: Text.optional(),
    },
  }),
  CloseComplaint: command({ path: 'close', title: say('办结', 'Close'), by: ['office'], shape: {} }),
  ReopenComplaint: command({
    path: 'reopen',
    title: say('重新办理', 'Reopen on new facts'),
    by: ['office'],
    shape: { text: Text },
  }),
} as const;
