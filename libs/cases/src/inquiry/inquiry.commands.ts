import { command } from '../kernel/definitions';
import { say } from '../kernel/sentence';
import { Channel, Label, Rating, Text, UnitCode } from '../kernel/shapes';

export const inquiryCommands = {
  RegisterInquiry: command({
    path: 'register',
    title: say('登记网络问政', 'Register an online inquiry'),
    by: ['office', 'intake'],
    intake: 'received',
    shape: {
      channel: Channel,
      matter: Label,
      area: Label.optional(),
      netizen: Label.optional(),
      phone: Label.optional(),
      text: Text,
    },
  }),
  RouteInquiry: command({
    path: 'route',
    title: say('转办', 'Assign to a handling unit'),
    by: ['office'],
    shape: { unit: UnitCode, instruction: Text.optional() },
  }),
  SignInInquiry: command({ path: 'sign-in', title: say('签收', 'Sign in'), by: ['unit'], shape: {} }),
  AnswerInquiry: command({ path: 'answer', title: say('回应', 'Respond'), by: ['unit'], shape: { text: Text } }),
  RateInquiry: command({
    path: 'rate',
    title: say('记录评价', 'Record the rating'),
    by: ['office'],
    shape: { rating: Rating, comment: Text.optional() },
  }),
  CloseInquiry: command({ path: 'close', title: say('办结', 'Close'), by: ['office'], shape: {} }),
} as const;
