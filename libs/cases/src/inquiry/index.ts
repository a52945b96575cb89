import { defineCaseType } from '../kernel/case-type';
import { say } from '../kernel/sentence';
import { inquiryCommands } from './inquiry.commands';
import { inquiryRules, ordinaryTerm } from './inquiry.decide';
import { inquiryEvents } from './inquiry.events';
import { absentInquiry, evolveInquiry } from './inquiry.state';

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
});
