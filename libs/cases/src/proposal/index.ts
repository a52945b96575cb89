import { defineCaseType } from '../kernel/case-type';
import { say } from '../kernel/sentence';
import { CalendarDate, Channel, Label, Rating } from '../kernel/shapes';
import { proposalCommands } from './proposal.commands';
import { proposalRules } from './proposal.decide';
import { proposalEvents } from './proposal.events';
import { evolveProposal } from './proposal.evolve';
import { known } from './proposal.grounds';
import { ratingWindowCloses } from './proposal.rating';
import { AnswerClass, ProposalKind } from './proposal.shapes';
import { absentProposal } from './proposal.state';
import { answerTerm } from './proposal.terms';

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
  lapses: { return: 'window', rating: ratingWindowCloses },
  corrects: {
    in: known,
    clockFromReceipt: false,
    facts: {
      channel: Channel,
      kind: ProposalKind,
      matter: Label,
      area: Label.nullable(),
      received_on: CalendarDate,
      outcome: AnswerClass,
      rating: Rating,
      attitude: Rating,
    },
  },
});
