import { defineCaseType } from '../kernel/case-type';
import { say } from '../kernel/sentence';
import { letterCommands } from './letter.commands';
import { letterRules, ordinaryTerm } from './letter.decide';
import { letterEvents } from './letter.events';
import { absentLetter, evolveLetter } from './letter.state';

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
});
