import { defineCaseType } from '../kernel/case-type';
import { say } from '../kernel/sentence';
import { proposalCommands } from './proposal.commands';
import { proposalRules, answerTerm } from './proposal.decide';
import { proposalEvents } from './proposal.events';
import { absentProposal, evolveProposal } from './proposal.state';

export const proposal = defineCaseType({
  name: 'proposal',
  title: say('建议提案', 'Proposal'),
  prefix: 'TA',
  events: proposalEvents,
  commands: proposalCommands,
  opens: 'RegisterProposal',
  initial: absentProposal,
  evolve: evolveProposal,
  rules: proposalRules,
  upcasts: {},
  terms: [answerTerm],
});
