import { event } from '../kernel/definitions';
import { say } from '../kernel/sentence';
import { Due } from '../kernel/due';
import { CaseNumber, Channel, Label, Rating, Text, UnitCode } from '../kernel/shapes';

export const inquiryEvents = {
  InquiryRegistered: event(
    'received',
    say('网民提问', 'Inquiry posted'),
    { caseNumber: CaseNumber, channel: Channel, matter: Label, area: Label.optional(), due: Due },
    { netizen: Label.optional(), phone: Label.optional(), text: Text },
  ),
  InquiryRouted: event('routed', say('转办', 'Assigned to a handling unit'), { unit: UnitCode }, { instruction: Text.optional() }),
  InquirySignedIn: event('signed-in', say('签收', 'Signed in by the handling unit'), {}),
  InquiryAnswered: event('answered', say('网上回应', 'Responded online'), { unit: UnitCode }, { text: Text }),
  InquiryRated: event('rated', say('网民评价', 'Rated by the netizen'), { rating: Rating }, { comment: Text.optional() }),
  InquiryClosed: event('closed', say('办结', 'Closed'), {}),
} as const;
