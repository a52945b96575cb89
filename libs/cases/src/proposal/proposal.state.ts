import type { Evolve } from '../kernel/decider';
import type { proposalEvents } from './proposal.events';

export type Proposal =
  | { readonly status: 'absent' }
  | { readonly status: 'received' }
  | { readonly status: 'routed'; readonly unit: string }
  | { readonly status: 'handling'; readonly unit: string }
  | { readonly status: 'answered' }
  | { readonly status: 'rated' }
  | { readonly status: 'closed' };

export const absentProposal: Proposal = { status: 'absent' };

export const evolveProposal: Evolve<Proposal, typeof proposalEvents> = {
  ProposalRegistered: () => ({ status: 'received' }),
  ProposalRouted: (_, { unit }) => ({ status: 'routed', unit }),
  ProposalSignedIn: (proposal) => ({ status: 'handling', unit: 'unit' in proposal ? proposal.unit : '' }),
  ProposalAnswered: () => ({ status: 'answered' }),
  ProposalRated: () => ({ status: 'rated' }),
  ProposalClosed: () => ({ status: 'closed' }),
};
