import { z } from 'zod';
import { event } from '../kernel/definitions';
import { say } from '../kernel/sentence';
import { Due } from '../kernel/due';
import { CaseNumber, Channel, Label, Rating, Text, UnitCode } from '../kernel/shapes';

/** Suggestions of people's-congress deputies (人大代表建议) and proposals of the consultative conference (政协提案). */
export const ProposalKind = z.enum(['npc-suggestion', 'cppcc-proposal']);

/** Class of the answer: A solved or adopted, B under way or planned, C for reference, D impossible and explained. Local custom. */
export const AnswerClass = z.enum(['A', 'B', 'C', 'D']);

export const proposalEvents = {
  ProposalRegistered: event(
    'received',
    say('收到建议提案', 'Proposal received'),
    { caseNumber: CaseNumber, channel: Channel, kind: ProposalKind, session: Label, matter: Label, area: Label.optional() },
    { proposers: Label, text: Text },
  ),
  ProposalRouted: event('routed', say('交办', 'Assigned to the lead unit'), { unit: UnitCode, due: Due }, { instruction: Text.optional() }),
  ProposalSignedIn: event('signed-in', say('承办单位接收', 'Accepted by the lead unit'), {}),
  ProposalAnswered: event(
    'answered',
    say('答复代表委员', 'Answered to the proposers'),
    { unit: UnitCode, outcome: AnswerClass },
    { text: Text },
  ),
  ProposalRated: event(
    'rated',
    say('代表委员评价', 'Rated by the proposers'),
    { rating: Rating, attitude: Rating.optional() },
    { comment: Text.optional() },
  ),
  ProposalClosed: event('closed', say('办结', 'Closed'), {}),
} as const;
