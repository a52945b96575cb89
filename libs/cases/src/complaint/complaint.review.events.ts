import { z } from 'zod';
import { Limits } from '../kernel/clocks';
import { event } from '../kernel/definitions';
import { Due } from '../kernel/due';
import { say } from '../kernel/sentence';
import { Label, Rating, Resolution, Text } from '../kernel/shapes';
import { FollowUpMode, SendBackGround } from './complaint.codes';

/** What the hotline makes of an answer: review, rework, follow-up, closure, reopening. */
export const reviewEvents = {
  ComplaintReviewed: event('reviewed', say('审核通过', 'Review passed'), {}),
  ComplaintSentBack: event(
    'sent-back',
    say('发回重办', 'Sent back for rework'),
    { ground: SendBackGround, due: Due, limits: Limits.optional() },
    { text: Text.optional() },
  ),
  ComplaintFollowUpAttempted: event('attempted', say('回访未接通', 'Follow-up reached nobody'), { mode: FollowUpMode.optional() }),
  ComplaintRated: event(
    'rated',
    say('回访评价', 'Followed up and rated'),
    {
      rating: Rating,
      resolution: Resolution.optional(),
      attitude: Rating.optional(),
      askedBy: Label.optional(),
      mode: FollowUpMode.optional(),
      limits: Limits.optional(),
    },
    { comment: Text.optional() },
  ),
  ComplaintClosed: event('closed', say('办结', 'Closed'), {}),
  /** With the unit that had it, or with the hotline where there was none. */
  ComplaintReopened: event(
    'reopened',
    say('重新办理', 'Reopened on new facts'),
    { status: z.enum(['received', 'handling']), due: Due },
    { text: Text },
  ),
} as const;
