import { command } from '../kernel/definitions';
import { say } from '../kernel/sentence';
import { Channel, Label, Rating, Text, UnitCode } from '../kernel/shapes';

export const letterCommands = {
  RegisterLetter: command({
    path: 'register',
    title: say('登记来信', 'Register a letter'),
    by: ['office', 'intake'],
    intake: 'received',
    shape: {
      channel: Channel,
      addressee: Label.optional(),
      matter: Label,
      area: Label.optional(),
      sender: Label.optional(),
      phone: Label.optional(),
      text: Text,
    },
  }),
  RouteLetter: command({
    path: 'route',
    title: say('转办', 'Assign to a handling unit'),
    by: ['office'],
    shape: { unit: UnitCode, instruction: Text.optional() },
  }),
  SignInLetter: command({ path: 'sign-in', title: say('签收', 'Sign in'), by: ['unit'], shape: {} }),
  AnswerLetter: command({ path: 'answer', title: say('回复', 'Reply'), by: ['unit'], shape: { text: Text } }),
  RateLetter: command({
    path: 'rate',
    title: say('记录评价', 'Record the rating'),
    by: ['office'],
    shape: { rating: Rating, comment: Text.optional() },
  }),
  CloseLetter: command({ path: 'close', title: say('办结', 'Close'), by: ['office'], shape: {} }),
} as const;
