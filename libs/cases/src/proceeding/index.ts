import { defineCaseType } from '../kernel/case-type';
import { say } from '../kernel/sentence';
import { proceedingCommands } from './proceeding.commands';
import { proceedingRules } from './proceeding.decide';
import { proceedingEvents } from './proceeding.events';
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
});
