import { z } from 'zod';
import { ClockName, Limits } from '../kernel/clocks';
import { event } from '../kernel/definitions';
import { say } from '../kernel/sentence';
import { Due } from '../kernel/due';
import { Publication } from '../kernel/publication';
import { CalendarDate, CaseNumber, Channel, Label, Rating, Text, UnitCode } from '../kernel/shapes';
import { LetterDraftFault, LetterRefusal, LetterReturn } from './letter.grounds';

const limits = Limits.optional();

export const letterEvents = {
  LetterRegistered: event(
    'received',
    say('收到来信', 'Letter received'),
    {
      caseNumber: CaseNumber,
      channel: Channel,
      platform: Label.optional(),
      addressee: Label.optional(),
      matter: Label,
      area: Label.optional(),
      replyWanted: z.boolean().optional(),
      /** Whether the sender agrees that letter and reply are published. */
      consent: z.boolean().optional(),
      due: Due,
    },
    { sender: Label.optional(), phone: Label.optional(), text: Text },
  ),
  LetterAccepted: event('noted', say('审查通过', 'Screened and taken up'), {}),
  LetterNotAccepted: event(
    'closed',
    say('不予受理', 'Not taken up'),
    {
      disposal: z.literal('not-accepted'),
      ground: LetterRefusal.exclude(['petition']),
      /** The number under which the matter is handled already. */
      reference: Label.optional(),
    },
    { notice: Text.optional() },
  ),
  LetterTransferred: event(
    'closed',
    say('转交信访渠道', 'Transferred to the petition office'),
    { disposal: z.literal('transferred'), ground: z.literal('petition'), reference: Label.optional() },
    { notice: Text.optional() },
  ),
  LetterInstructed: event('instructed', say('领导批示', "A leader's instruction"), { leader: Label }, { text: Text }),
  LetterRouted: event('routed', say('转办', 'Assigned to a handling unit'), { unit: UnitCode, limits }, { instruction: Text.optional() }),
  LetterSignedIn: event('signed-in', say('签收', 'Signed in by the handling unit'), {}),
  LetterReturnRequested: event(
    'return-requested',
    say('申请退回', 'The unit asks to give it back'),
    { unit: UnitCode, ground: LetterReturn },
    { reason: Text },
  ),
  LetterReturned: event('returned', say('同意退回', 'Taken back from the unit'), { unit: UnitCode, limits }, { note: Text.optional() }),
  LetterReturnRefused: event('return-refused', say('不同意退回', 'The unit must keep it'), { limits }, { reason: Text }),
  LetterExtended: event('extended', say('延期', 'Term extended'), { due: Due }, { reason: Text }),
  LetterReplyDrafted: event('drafted', say('拟稿送审', 'Reply drafted for review'), {}, { text: Text }),
  LetterDraftApproved: event('draft-reviewed', say('审核通过', 'Draft approved'), {}),
  LetterDraftReturned: event('draft-reviewed', say('审核退改', 'Draft sent back'), { ground: LetterDraftFault }, { reason: Text }),
  LetterAnswered: event('answered', say('回复来信人', 'Replied to the sender'), { unit: UnitCode, limits }, { text: Text }),
  LetterPublicationDecided: event(
    'noted',
    say('决定是否公开', 'Publication decided'),
    { publication: Publication, consent: z.boolean().optional(), limits },
    { reason: Text.optional() },
  ),
  LetterPublished: event(
    'published',
    say('网上公开', 'Published'),
    { publication: Publication, limits },
    /** Letter and reply as they are published, without what tells who the sender is. */
    { text: Text.optional() },
  ),
  LetterRated: event('rated', say('来信人评价', 'Rated by the sender'), { rating: Rating, limits }, { comment: Text.optional() }),
  LetterRatingWindowClosed: event('lapsed', say('评价期满', 'The time for rating is over'), { clock: ClockName, on: CalendarDate }),
  LetterSentBack: event('sent-back', say('发回重办', 'Sent back to be handled again'), { due: Due, limits }, { reason: Text }),
  LetterClosed: event('closed', say('办结', 'Closed'), {}),
  LetterWithdrawn: event(
    'closed',
    say('来信人撤回', 'Withdrawn by the sender'),
    { disposal: z.literal('withdrawn') },
    { statement: Text.optional() },
  ),
  LetterReopened: event('reopened', say('重新办理', 'Reopened'), { due: Due }, { reason: Text }),
} as const;
