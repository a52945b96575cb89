import { z } from 'zod';
import { event } from '../kernel/definitions';
import { say } from '../kernel/sentence';
import { Due } from '../kernel/due';
import { CaseNumber, Channel, Label, Rating, Text, UnitCode } from '../kernel/shapes';

/** What a caller may want; classes of the hotline work order (GB/T 33358-2016). */
export const ComplaintKind = z.enum(['enquiry', 'help', 'complaint', 'report', 'suggestion', 'praise']);

export const complaintEvents = {
  ComplaintRegistered: event(
    'received',
    say('受理登记', 'Received and registered'),
    {
      caseNumber: CaseNumber,
      channel: Channel,
      kind: ComplaintKind,
      matter: Label,
      area: Label.optional(),
      due: Due,
    },
    { complainant: Label.optional(), phone: Label.optional(), address: Label.optional(), text: Text },
  ),
  ComplaintRouted: event('routed', say('派单转办', 'Dispatched to a handling unit'), { unit: UnitCode }, { instruction: Text.optional() }),
  ComplaintSignedIn: event('signed-in', say('签收', 'Signed in by the handling unit'), {}),
  ComplaintAnsweredDirectly: event('answered', say('直接答复', 'Answered directly by the hotline'), { unit: UnitCode }, { text: Text }),
  ComplaintAnswered: event('answered', say('答复', 'Answered by the handling unit'), { unit: UnitCode }, { text: Text }),
  ComplaintRated: event(
    'rated',
    say('回访评价', 'Followed up and rated'),
    { rating: Rating, askedBy: Label.optional() },
    { comment: Text.optional() },
  ),
  ComplaintReminded: event('reminded', say('催办', 'Reminded by the caller'), {}, { text: Text.optional() }),
  ComplaintSupplemented: event('supplemented', say('补充情况', 'Supplemented by the caller'), {}, { text: Text }),
  ComplaintClosed: event('closed', say('办结', 'Closed'), {}),
} as const;
