import { z } from 'zod';
import { ClockName, Limits } from '../kernel/clocks';
import { event } from '../kernel/definitions';
import { say } from '../kernel/sentence';
import { Due } from '../kernel/due';
import { Publication } from '../kernel/publication';
import { CalendarDate, CaseNumber, Channel, Label, Rating, Text, UnitCode } from '../kernel/shapes';
import { InquiryDraftFault, InquiryRefusal, InquiryReturn, Withholding } from './inquiry.grounds';

const limits = Limits.optional();

export const inquiryEvents = {
  InquiryRegistered: event(
    'received',
    say('网民提问', 'Inquiry posted'),
    {
      caseNumber: CaseNumber,
      channel: Channel,
      platform: Label.optional(),
      matter: Label,
      area: Label.optional(),
      replyWanted: z.boolean().optional(),
      /** False when the netizen does not want the question to be seen. */
      openly: z.boolean().optional(),
      due: Due,
    },
    { netizen: Label.optional(), phone: Label.optional(), text: Text },
  ),
  InquiryAccepted: event('noted', say('审查通过', 'Screened and taken up'), {}),
  InquiryNotAccepted: event(
    'closed',
    say('不予受理', 'Not taken up'),
    {
      disposal: z.literal('not-accepted'),
      ground: InquiryRefusal.exclude(['petition']),
      /** The number under which the matter is handled already. */
      reference: Label.optional(),
    },
    { notice: Text.optional() },
  ),
  InquiryTransferred: event(
    'closed',
    say('转交信访渠道', 'Transferred to the petition office'),
    { disposal: z.literal('transferred'), ground: z.literal('petition'), reference: Label.optional() },
    { notice: Text.optional() },
  ),
  InquiryRouted: event('routed', say('转办', 'Assigned to a handling unit'), { unit: UnitCode, limits }, { instruction: Text.optional() }),
  InquirySignedIn: event('signed-in', say('签收', 'Signed in by the handling unit'), {}),
  InquiryReturnRequested: event(
    'return-requested',
    say('申请退回', 'The unit asks to give it back'),
    { unit: UnitCode, ground: InquiryReturn },
    { reason: Text },
  ),
  InquiryReturned: event('returned', say('同意退回', 'Taken back from the unit'), { unit: UnitCode, limits }, { note: Text.optional() }),
  InquiryReturnRefused: event('return-refused', say('不同意退回', 'The unit must keep it'), { limits }, { reason: Text }),
  InquiryExtended: event('extended', say('延期', 'Term extended'), { due: Due }, { reason: Text }),
  InquiryResponseDrafted: event('drafted', say('拟稿送审', 'Response drafted for review'), {}, { text: Text }),
  InquiryDraftApproved: event('draft-reviewed', say('网站编辑审核通过', 'Draft approved by the web editor'), {}),
  InquiryDraftReturned: event(
    'draft-reviewed',
    say('网站编辑退改', 'Draft sent back by the web editor'),
    { ground: InquiryDraftFault },
    { reason: Text },
  ),
  InquiryAnswered: event('answered', say('网上回应', 'Responded online'), { unit: UnitCode, limits }, { text: Text }),
  InquiryPublicationDecided: event(
    'noted',
    say('决定如何公开', 'Publication decided'),
    { publication: Publication, ground: Withholding.optional(), limits },
    { reason: Text.optional() },
  ),
  InquiryPublished: event(
    'published',
    say('网上公开', 'Published'),
    { publication: Publication, limits },
    /** Question and response as they are published, without what tells who asked. */
    { text: Text.optional() },
  ),
  InquiryRated: event('rated', say('网民评价', 'Rated by the netizen'), { rating: Rating, limits }, { comment: Text.optional() }),
  InquiryRatingWindowClosed: event('lapsed', say('评价期满', 'The time for rating is over'), { clock: ClockName, on: CalendarDate }),
  InquirySentBack: event('sent-back', say('发回重办', 'Sent back to be handled again'), { due: Due, limits }, { reason: Text }),
  InquiryClosed: event('closed', say('办结', 'Closed'), {}),
  InquiryWithdrawn: event(
    'closed',
    say('网民撤回', 'Withdrawn by the netizen'),
    { disposal: z.literal('withdrawn') },
    { statement: Text.optional() },
  ),
  InquiryReopened: event('reopened', say('重新办理', 'Reopened'), { due: Due }, { reason: Text }),
} as const;
