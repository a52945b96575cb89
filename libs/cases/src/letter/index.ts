import { defineCaseType } from '../kernel/case-type';
import { say } from '../kernel/sentence';
import { CalendarDate, Channel, Label, Rating } from '../kernel/shapes';
import { letterCommands } from './letter.commands';
import { letterRules } from './letter.decide';
import { ratingOver } from './letter.ending';
import { letterEvents } from './letter.events';
import { absentLetter, evolveLetter, unanswered } from './letter.state';
import { ordinaryTerm } from './letter.terms';

export const letter = defineCaseType({
  name: 'letter',
  title: say('领导信箱来信', 'Leader-mailbox letter'),
  prefix: 'LX',
  events: letterEvents,
  commands: letterCommands,
  opens: 'RegisterLetter',
  initial: absentLetter,
  evolve: evolveLetter,
  rules: letterRules,
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
