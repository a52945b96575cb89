import { defineCaseType } from '../kernel/case-type';
import { say } from '../kernel/sentence';
import { CalendarDate, Channel, Label, Rating } from '../kernel/shapes';
import { inquiryCommands } from './inquiry.commands';
import { inquiryRules } from './inquiry.decide';
import { ratingOver } from './inquiry.ending';
import { inquiryEvents } from './inquiry.events';
import { absentInquiry, evolveInquiry, unanswered } from './inquiry.state';
import { ordinaryTerm } from './inquiry.terms';

export const inquiry = defineCaseType({
  name: 'inquiry',
  title: say('网络问政', 'Online inquiry'),
  prefix: 'WZ',
  events: inquiryEvents,
  commands: inquiryCommands,
  opens: 'RegisterInquiry',
  initial: absentInquiry,
  evolve: evolveInquiry,
  rules: inquiryRules,
  upcasts: {},
  terms: [ordinaryTerm],
  lapses: { return: 'window', rating: ratingOver },
  corrects: {
    in: [...unanswered, 'answered', 'rated', 'closed'],
    facts: {
      channel: Channel,
      platform: Label.nullable(),
      matter: Label,
      area: Label.nullable(),
      received_on: CalendarDate,
      rating: Rating,
    },
  },
});
