import { businessDate } from '../kernel/dates';
import { say } from '../kernel/sentence';
import type { Lapse, Situation } from '../kernel/decider';
import type { proposalEvents } from './proposal.events';
import type { ProposalRules } from './proposal.grounds';
import type { Proposal } from './proposal.state';
import { clock, dueOf, ended, isOver, startedNow } from './proposal.terms';

/** With the result or with the attitude, as the form says or was put right afterwards: Shandong art. 23, Shanghai art. 21. */
export const isDissatisfied = ({ status, recorded }: Situation): boolean =>
  status === 'rated' && [recorded?.['rating'], recorded?.['attitude']].includes('dissatisfied');

/** A form that is not back in time; when it was asked for again, it is left out of the statistics (Chongqing art. 29). */
export const ratingWindowCloses: Lapse<Proposal, typeof proposalEvents> = (_, { clock: name, due }) => [
  { type: 'ProposalRatingWindowClosed', data: { clock: name, on: due.on } },
];

/** What the proposers say of the answer, and what follows from it. */
export const ratingRules = {
  // Fifteen working days Beijing, ten Henan, twenty Chongqing art. 27. A late form still counts until it was asked for and did not come.
  RateProposal: {
    in: ['answered', 'fulfilled'],
    otherwise: say('只有已答复、尚未评价的建议提案才能评价', 'only an answered proposal that is not yet rated can be rated'),
    unless: [
      {
        when: (proposal, { at }) => 'form' in proposal && proposal.formUntil !== undefined && businessDate(at) > proposal.formUntil,
        because: say('经催交仍未反馈，不纳入统计', 'the form was not returned after a reminder and is left out of the statistics'),
      },
    ],
    decide: (_, { rating, attitude, comment }) => [
      { type: 'ProposalRated', data: { rating, attitude, limits: ended(clock.rating) }, personal: { comment } },
    ],
  },
  // Chongqing art. 29: before a form is left out, it is asked for; once is enough.
  RemindProposalRating: {
    in: ['answered', 'fulfilled'],
    otherwise: say(
      '只有已答复、尚未评价的建议提案才能催交评价表',
      'a form is asked for only of an answered proposal that is not yet rated',
    ),
    unless: [
      {
        when: (proposal) => 'form' in proposal && proposal.form === 'reminded',
        because: say('已催交过评价表', 'the form has been asked for already'),
      },
      {
        when: (proposal, { at }) => {
          const due = dueOf(proposal, clock.rating);
          return due !== undefined && !isOver(due, at);
        },
        because: say('评价期限未满', 'the term for rating has not run out'),
      },
    ],
    decide: (_, __, context) => [
      { type: 'ProposalRatingReminded', data: { limits: { [clock.rating]: startedNow('proposal-rating', context) } } },
    ],
  },
  // Within one month Zhejiang art. 24, Shandong, Henan, Shanghai art. 21; two months Beijing, Chongqing art. 27.
  RehandleProposal: {
    in: ['rated'],
    otherwise: say('只有已评价的建议提案才能重新办理', 'only a rated proposal can be handled again'),
    unless: [
      {
        when: (proposal) => !isDissatisfied(proposal),
        because: say('代表委员未表示不满意', 'the proposers are not dissatisfied'),
      },
    ],
    decide: (_, { reason }, context) => [
      { type: 'ProposalRehandlingOrdered', data: { due: startedNow('proposal-rehandle', context) }, personal: { reason } },
    ],
  },
} satisfies Partial<ProposalRules>;
