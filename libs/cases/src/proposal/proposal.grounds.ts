import type { Ground, Rules, Situation } from '../kernel/decider';
import { say } from '../kernel/sentence';
import type { proposalCommands } from './proposal.commands';
import type { proposalEvents } from './proposal.events';
import type { Proposal } from './proposal.state';
import { answerDue, clock, dueOf } from './proposal.terms';

export type ProposalRules = Rules<Proposal, typeof proposalCommands, typeof proposalEvents>;

type State = Proposal & Situation;

export const leadOf = (proposal: Proposal): string | undefined => ('unit' in proposal ? proposal.unit : undefined);

/** Co-units hold the proposal too; what goes to the proposers or the assigning organ is the lead unit's: Zhejiang art. 18, Chongqing art. 20. */
export const notTheLead: Ground<State> = {
  when: (proposal, { by }) => by.unit !== leadOf(proposal),
  because: say('只有主办单位才能办理这一步', 'this is for the lead unit'),
};

/** After dissatisfaction: its term is that of the second handling. */
export const isHandledAgain = (proposal: State): boolean => answerDue(proposal)?.rule === 'proposal-rehandle';

export const nothingPromised: Ground<State> = {
  when: (proposal) => dueOf(proposal, clock.promise) === undefined,
  because: say('没有尚未落实的承诺事项', 'no promise is open'),
};

/** Before an answer. */
export const unanswered = ['received', 'filed', 'returned', 'routed', 'returning', 'handling'] as const;

/** With an answer, and not yet closed. */
export const underReview = ['answered', 'fulfilled', 'rated'] as const;

/** Registered, whatever became of it. */
export const known = [...unanswered, ...underReview, 'closed', 'not-filed', 'withdrawn', 'merged'] as const;
