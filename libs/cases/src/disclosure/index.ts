import { defineCaseType } from '../kernel/case-type';
import { say } from '../kernel/sentence';
import { CalendarDate, Channel, Label } from '../kernel/shapes';
import { disclosureCommands } from './disclosure.commands';
import { disclosureRules } from './disclosure.decide';
import { ApplicantType, disclosureEvents } from './disclosure.events';
import { registered } from './disclosure.grounds';
import { disclosureLapses } from './disclosure.lapses';
import { DisclosureOutcome } from './disclosure.outcomes';
import { absentDisclosure, evolveDisclosure } from './disclosure.state';
import { disclosureTerms } from './disclosure.terms';

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
  lapses: disclosureLapses,
  corrects: {
    in: registered,
    facts: { channel: Channel, kind: ApplicantType, matter: Label, received_on: CalendarDate, outcome: DisclosureOutcome },
  },
});
