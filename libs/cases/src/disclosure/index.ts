import { defineCaseType } from '../kernel/case-type';
import { say } from '../kernel/sentence';
import { disclosureCommands } from './disclosure.commands';
import { disclosureRules } from './disclosure.decide';
import { disclosureEvents } from './disclosure.events';
import { disclosureTerms } from './disclosure.terms';
import { absentDisclosure, evolveDisclosure } from './disclosure.state';

export const disclosure = defineCaseType({
  name: 'disclosure',
  title: say('依申请公开', 'Disclosure request'),
  prefix: 'YS',
  events: disclosureEvents,
  commands: disclosureCommands,
  opens: 'RegisterDisclosure',
  initial: absentDisclosure,
  evolve: evolveDisclosure,
  rules: disclosureRules,
  upcasts: {},
  terms: disclosureTerms,
});
