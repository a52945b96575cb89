import { defineCaseType } from '../kernel/case-type';
import { say } from '../kernel/sentence';
import { CalendarDate, Channel, Label } from '../kernel/shapes';
import { proceedingCommands } from './proceeding.commands';
import { proceedingRules } from './proceeding.decide';
import { LitigationRoute, proceedingEvents, ProceedingOutcome } from './proceeding.events';
import { absentProceeding, evolveProceeding } from './proceeding.state';

export const proceeding = defineCaseType({
  name: 'proceeding',
  title: say('复议诉讼', 'Reconsideration or litigation'),
  prefix: 'FS',
  events: proceedingEvents,
  commands: proceedingCommands,
  opens: 'FileProceeding',
  initial: absentProceeding,
  evolve: evolveProceeding,
  rules: proceedingRules,
  upcasts: {},
  // Courts and reconsideration organs keep their own terms.
  terms: [],
  // The organ's term and the claimant's are not ours to keep; that of our statement is.
  lapses: { decision: 'window', appeal: 'window', litigation: 'window' },
  corrects: {
    in: ['filed', 'correcting', 'reviewing', 'suspended', 'judged', 'second-instance', 'concluded'],
    facts: { channel: Channel, matter: Label, route: LitigationRoute, received_on: CalendarDate, outcome: ProceedingOutcome },
  },
});
