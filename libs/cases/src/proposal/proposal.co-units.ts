import type { Context } from '../kernel/context';
import type { EventOf } from '../kernel/definitions';
import type { Situation } from '../kernel/decider';
import { reject, say } from '../kernel/sentence';
import type { proposalEvents } from './proposal.events';
import type { ProposalRules } from './proposal.grounds';
import type { CoUnit, Proposal } from './proposal.state';
import { coUnitClock, dueOf, ended, isOver, startedNow } from './proposal.terms';

type Event = EventOf<typeof proposalEvents>;

export const coUnitsOf = (proposal: Proposal): readonly CoUnit[] => ('coUnits' in proposal ? proposal.coUnits : []);

/** Co-units that still owe their opinion. */
const awaitedOf = (proposal: Proposal): readonly CoUnit[] => coUnitsOf(proposal).filter(({ part }) => part !== 'replied');

/** An opinion is awaited whose term has not run out: the lead cannot answer without it yet. */
export const stillInTime = (proposal: Proposal & Situation, at: string): boolean =>
  awaitedOf(proposal).some(({ unit }) => {
    const due = dueOf(proposal, coUnitClock(unit));
    return due !== undefined && !isOver(due, at);
  });

// Each co-unit has a term of its own: two months Zhejiang art. 18, one month Shanghai art. 17, thirty working days Chongqing art. 20.
export const coAssigned = (unit: string, context: Context): Event => {
  const by = startedNow('proposal-co-opinion', context);
  return { type: 'ProposalCoAssigned', data: { unit, by, limits: { [coUnitClock(unit)]: by } } };
};

const released = (unit: string, reason?: string): Event => ({
  type: 'ProposalCoReleased',
  data: { unit, limits: ended(coUnitClock(unit)) },
  personal: { reason },
});

/** The parts that end without an opinion because the assignment ends, or because the lead answers without it. */
export const allReleased = (proposal: Proposal): readonly Event[] => awaitedOf(proposal).map(({ unit }) => released(unit));

const withUnits = ['routed', 'returning', 'handling'] as const;

/** What a co-unit owes the lead unit. */
export const coUnitRules = {
  GiveProposalOpinion: {
    in: withUnits,
    otherwise: say(
      '只有尚未答复的建议提案才能提出协办意见',
      'an opinion is given only on a proposal that is assigned and not yet answered',
    ),
    unless: [
      {
        when: (proposal, { by }) => !coUnitsOf(proposal).some(({ unit }) => unit === by.unit),
        because: say('只有协办单位才能提出协办意见', 'an opinion is given by a co-unit'),
      },
      {
        when: (proposal, { by }) => !awaitedOf(proposal).some(({ unit }) => unit === by.unit),
        because: say('本单位已提出协办意见', 'this unit has given its opinion'),
      },
    ],
    decide: (_, { text }, { by }) => [
      { type: 'ProposalCoReplied', data: { unit: by.unit, limits: ended(coUnitClock(by.unit)) }, personal: { text } },
    ],
  },
  ReleaseProposalUnit: {
    in: withUnits,
    otherwise: say(
      '只有尚未答复的建议提案才能终止协办',
      'a co-unit is released only from a proposal that is assigned and not yet answered',
    ),
    unless: [
      {
        when: (proposal) => awaitedOf(proposal).length === 0,
        because: say('没有尚未提出意见的协办单位', 'no opinion of a co-unit is outstanding'),
      },
    ],
    decide: (proposal, { unit, reason }) =>
      awaitedOf(proposal).some((coUnit) => coUnit.unit === unit)
        ? [released(unit, reason)]
        : reject('该单位没有尚未提出的协办意见', 'no opinion of this unit is outstanding'),
  },
} satisfies Partial<ProposalRules>;
