import { dueAfter, type Term } from '../kernel/due';
import type { Rules } from '../kernel/decider';
import { say } from '../kernel/sentence';
import type { proposalCommands } from './proposal.commands';
import type { proposalEvents } from './proposal.events';
import type { Proposal } from './proposal.state';

// Three months from assignment: Zhejiang art. 21, Shandong art. 19, Beijing art. 21, Henan art. 20. A local default.
export const answerTerm: Term = { amount: 3, unit: 'month', rule: 'proposal-answer' };

export const proposalRules: Rules<Proposal, typeof proposalCommands, typeof proposalEvents> = {
  RegisterProposal: {
    in: ['absent'],
    otherwise: say('该建议提案已经登记', 'this proposal is already registered'),
    decide: (_, { channel, kind, session, matter, area, ...personal }, { caseNumber }) => [
      { type: 'ProposalRegistered', data: { caseNumber, channel, kind, session, matter, area }, personal },
    ],
  },
  RouteProposal: {
    in: ['received'],
    otherwise: say('只有已登记、尚未交办的建议提案才能交办', 'only a registered proposal that is not yet assigned can be assigned'),
    decide: (_, { unit, instruction }, context) => [
      { type: 'ProposalRouted', data: { unit, due: dueAfter(context.at, answerTerm, context) }, personal: { instruction } },
    ],
  },
  SignInProposal: {
    in: ['routed'],
    otherwise: say('只有已交办、尚未接收的建议提案才能接收', 'only an assigned proposal can be accepted'),
    decide: () => [{ type: 'ProposalSignedIn', data: {} }],
  },
  AnswerProposal: {
    in: ['handling'],
    otherwise: say('只有承办单位已接收的建议提案才能答复', 'only a proposal that the lead unit has accepted can be answered'),
    decide: (proposal, { outcome, text }, { by }) => [
      { type: 'ProposalAnswered', data: { unit: 'unit' in proposal ? proposal.unit : by.unit, outcome }, personal: { text } },
    ],
  },
  RateProposal: {
    in: ['answered'],
    otherwise: say('只有已答复、尚未评价的建议提案才能评价', 'only an answered proposal that is not yet rated can be rated'),
    decide: (_, { rating, attitude, comment }) => [{ type: 'ProposalRated', data: { rating, attitude }, personal: { comment } }],
  },
  CloseProposal: {
    in: ['answered', 'rated'],
    otherwise: say('只有已答复的建议提案才能办结', 'only an answered proposal can be closed'),
    decide: () => [{ type: 'ProposalClosed', data: {} }],
  },
};
