import type { Evolve } from '../kernel/decider';
import type { proposalEvents } from './proposal.events';
import type { Answered, Assigned, CoUnit, Proposal, Tabled } from './proposal.state';

type Change<S, D> = (proposal: S, data: D) => Proposal;

const tabled =
  <D>(change: Change<Exclude<Proposal, { status: 'absent' }>, D>): Change<Proposal, D> =>
  (proposal, data) =>
    proposal.status === 'absent' ? proposal : change(proposal, data);

const assigned =
  <D>(change: Change<Extract<Proposal, Assigned>, D>): Change<Proposal, D> =>
  (proposal, data) =>
    'coUnits' in proposal ? change(proposal, data) : proposal;

const answered =
  <D>(change: Change<Extract<Proposal, Answered>, D>): Change<Proposal, D> =>
  (proposal, data) =>
    'form' in proposal ? change(proposal, data) : proposal;

const tabledOf = ({ joint, key, level, duplicates }: Tabled): Tabled => ({ joint, key, level, duplicates });

const assignedOf = ({ unit, coUnits, met, returnRefused, ...proposal }: Assigned): Assigned => ({
  ...tabledOf(proposal),
  unit,
  coUnits,
  met,
  returnRefused,
});

const handed = (status: 'routed' | 'handling', proposal: Assigned): Proposal => ({ ...assignedOf(proposal), status });

const others = (coUnits: readonly CoUnit[], unit: string): readonly CoUnit[] => coUnits.filter((each) => each.unit !== unit);

const coUnit = (part: CoUnit['part']): Change<Proposal, { readonly unit: string }> =>
  assigned((proposal, { unit }) => ({ ...proposal, coUnits: [...others(proposal.coUnits, unit), { unit, part }] }));

const unchanged = (proposal: Proposal): Proposal => proposal;

export const evolveProposal: Evolve<Proposal, typeof proposalEvents> = {
  ProposalRegistered: (_, { form, key = false }) => ({ status: 'received', joint: form === 'joint', key, level: 0, duplicates: [] }),
  ProposalFiled: tabled((proposal) => ({ ...tabledOf(proposal), status: 'filed' })),
  ProposalNotFiled: tabled((proposal) => ({ ...tabledOf(proposal), status: 'not-filed' })),
  ProposalMerged: tabled((before, { into }) => ({ ...tabledOf(before), status: 'merged', into })),
  ProposalUnmerged: tabled((before, { status }) => ({ ...tabledOf(before), status })),
  ProposalDuplicateJoined: tabled((first, { duplicate }) => ({ ...first, duplicates: [...first.duplicates, duplicate] })),
  ProposalDuplicateLeft: tabled((first, { duplicate }) => ({
    ...first,
    duplicates: first.duplicates.filter((each) => each !== duplicate),
  })),
  ProposalWithdrawn: tabled((proposal) => ({ ...tabledOf(proposal), status: 'withdrawn' })),

  ProposalRouted: tabled((before, { unit }) => ({
    ...tabledOf(before),
    status: 'routed',
    unit,
    coUnits: [],
    met: false,
    returnRefused: false,
  })),
  ProposalCoAssigned: coUnit('assigned'),
  ProposalSignedIn: assigned((proposal) => handed('handling', proposal)),
  ProposalCoSignedIn: coUnit('signed-in'),
  ProposalReturnRequested: assigned((proposal) => ({
    ...assignedOf(proposal),
    status: 'returning',
    before: proposal.status === 'routed' ? 'routed' : 'handling',
  })),
  ProposalReturned: tabled((proposal) => ({ ...tabledOf(proposal), status: 'returned' })),
  ProposalReturnRefused: assigned((proposal) => ({
    ...assignedOf(proposal),
    status: proposal.status === 'returning' ? proposal.before : 'handling',
    returnRefused: true,
  })),

  ProposalContacted: unchanged,
  ProposalMet: assigned((proposal) => ({ ...proposal, met: true })),
  ProposalCoReplied: coUnit('replied'),
  ProposalCoReleased: assigned((before, { unit }) => ({ ...before, coUnits: others(before.coUnits, unit) })),
  ProposalExtended: unchanged,
  ProposalAnswered: assigned((proposal) => ({ ...assignedOf(proposal), status: 'answered', form: 'awaited', publicationDecided: false })),

  ProposalRated: answered((proposal) => ({ ...proposal, status: 'rated' })),
  ProposalRatingWindowClosed: answered((proposal, { on }) => (proposal.form === 'awaited' ? proposal : { ...proposal, formUntil: on })),
  ProposalRatingReminded: answered((proposal) => ({ ...proposal, form: 'reminded' })),
  ProposalRehandlingOrdered: assigned((proposal) => handed('handling', proposal)),

  ProposalPromised: unchanged,
  ProposalPromisePostponed: unchanged,
  ProposalPromiseFulfilled: answered(({ publicationDecided, ...proposal }) => ({
    ...assignedOf(proposal),
    status: 'fulfilled',
    form: 'awaited',
    publicationDecided,
  })),
  ProposalPromiseGivenUp: unchanged,

  ProposalMadeKey: tabled((proposal) => ({ ...proposal, key: true })),
  ProposalInstructed: unchanged,
  ProposalEscalated: tabled((before, { level }) => ({ ...before, level })),
  ProposalPublished: answered((proposal) => ({ ...proposal, publicationDecided: true })),
  ProposalWithheld: answered((proposal) => ({ ...proposal, publicationDecided: true })),
  ProposalClosed: answered((proposal) => ({ ...proposal, status: 'closed' })),
};
