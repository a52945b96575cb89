import { event } from '../kernel/definitions';
import { say } from '../kernel/sentence';
import { Due } from '../kernel/due';
import { CaseNumber, Channel, Label, Rating, Text, UnitCode } from '../kernel/shapes';

export const letterEvents = {
  LetterRegistered: event(
    'received',
    say('收到来信', 'Letter received'),
    { caseNumber: CaseNumber, channel: Channel, addressee: Label.optional(), matter: Label, area: Label.optional(), due: Due },
    { sender: Label.optional(), phone: Label.optional(), text: Text },
  ),
  LetterRouted: event('routed', say('转办', 'Assigned to a handling unit'), { unit: UnitCode }, { instruction: Text.optional() }),
  LetterSignedIn: event('signed-in', say('签收', 'Signed in by the handling unit'), {}),
  LetterAnswered: event('answered', say('回复来信人', 'Replied to the sender'), { unit: UnitCode }, { text: Text }),
  LetterRated: event('rated', say('来信人评价', 'Rated by the sender'), { rating: Rating }, { comment: Text.optional() }),
  LetterClosed: event('closed', say('办结', 'Closed'), {}),
} as const;
