import { defineCaseType } from '../kernel/case-type';
import { say } from '../kernel/sentence';
import { CalendarDate, Channel, Label, Rating, Resolution } from '../kernel/shapes';
import { ComplaintKind, Urgency } from './complaint.codes';
import { complaintCommands } from './complaint.commands';
import { complaintRules } from './complaint.decide';
import { complaintEvents } from './complaint.events';
import { evolveComplaint } from './complaint.evolve';
import { absentComplaint, known } from './complaint.state';
import { ordinaryTerm } from './complaint.terms';

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
  lapses: { return: 'window' },
  corrects: {
    in: known,
    facts: {
      channel: Channel,
      kind: ComplaintKind,
      matter: Label,
      area: Label.nullable(),
      platform: Label.nullable(),
      urgency: Urgency.nullable(),
      received_on: CalendarDate,
      answered_on: CalendarDate,
      rating: Rating,
      resolution: Resolution.nullable(),
      attitude: Rating.nullable(),
      closed_on: CalendarDate,
    },
  },
});
