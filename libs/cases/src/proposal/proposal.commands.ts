import { command } from '../kernel/definitions';
import { say } from '../kernel/sentence';
import { Channel, Label, Rating, Text, UnitCode } from '../kernel/shapes';
import { AnswerClass, ProposalKind } from './proposal.events';

export const proposalCommands = {
  RegisterProposal: command({
    path: 'register',
    title: say('登记建议提案', 'Register a proposal'),
    by: ['office', 'intake'],
    intake: 'received',
    shape: { channel: Channel, kind: ProposalKind, session: Label, matter: Label, area: Label.optional(), proposers: Label, text: Text },
  }),
  RouteProposal: command({
    path: 'route',
    title: say('交办', 'Assign to the lead unit'),
    by: ['office'],
    shape: { unit: UnitCode, instruction: Text.optional() },
  }),
  SignInProposal: command({ path: 'sign-in', title: say('接收', 'Accept'), by: ['unit'], shape: {} }),
  AnswerProposal: command({
    path: 'answer',
    title: say('答复', 'Answer'),
    by: ['unit'],
    shape: { outcome: AnswerClass, text: Text },
  }),
  RateProposal: command({
    path: 'rate',
    title: say('记录评价', 'Record the rating'),
    by: ['office'],
    shape: { rating: Rating, attitude: Rating.optional(), comment: Text.optional() },
  }),
  CloseProposal: command({ path: 'close', title: say('办结', 'Close'), by: ['office'], shape: {} }),
} as const;
