import { defineCaseType } from '../kernel/case-type';
import { say } from '../kernel/sentence';
import { complaintCommands } from './complaint.commands';
import { complaintRules, ordinaryTerm } from './complaint.decide';
import { complaintEvents } from './complaint.events';
import { absentComplaint, evolveComplaint } from './complaint.state';

export const complaint = defineCaseType({
  name: 'complaint',
  title: say('热线诉求', 'Hotline complaint'),
  prefix: 'RX',
  events: complaintEvents,
  commands: complaintCommands,
  opens: 'RegisterComplaint',
  initial: absentComplaint,
  evolve: evolveComplaint,
  rules: complaintRules,
  upcasts: {},
  terms: [ordinaryTerm],
});
