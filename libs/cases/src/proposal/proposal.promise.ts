import { businessDate } from '../kernel/dates';
import { reject, say } from '../kernel/sentence';
import { nothingPromised, notTheLead, type ProposalRules, underReview } from './proposal.grounds';
import { clock, dueOf, ended, promisedFor, startedNow } from './proposal.terms';

const otherwise = say(
  '只有已答复、尚未办结的建议提案才有待落实的承诺',
  'only an answered proposal that is not yet closed has a promise to keep',
);
const unless = [notTheLead, nothingPromised];

/** What an answer of class B promises is kept in view until it is kept, carried over or explained: Chongqing art. 24, Shanghai art. 22. */
export const promiseRules = {
  // The proposers are told, and rate how the promise was kept: Chongqing arts 26 and 28, Zhejiang art. 20.
  FulfilProposalPromise: {
    in: underReview,
    otherwise,
    unless,
    decide: (_, { text }, context) => [
      {
        type: 'ProposalPromiseFulfilled',
        data: { limits: { ...ended(clock.promise), [clock.rating]: startedNow('proposal-rating', context) } },
        personal: { text },
      },
    ],
  },
  // Shanghai art. 22, Chongqing art. 33: what is not done within the year is carried over to the next and tracked there.
  PostponeProposalPromise: {
    in: underReview,
    otherwise,
    unless,
    decide: (proposal, { by, reason }, context) => {
      const due = dueOf(proposal, clock.promise);
      if (by <= businessDate(context.at) || (due && by <= due.on))
        return reject('新的期限须晚于原期限和当日', 'the new day must lie after the one promised and after today');
      return [
        { type: 'ProposalPromisePostponed', data: { by, limits: { [clock.promise]: promisedFor(by, context) } }, personal: { reason } },
      ];
    },
  },
  // Zhejiang art. 20: what cannot be done as answered is explained to the proposers in time.
  GiveUpProposalPromise: {
    in: underReview,
    otherwise,
    unless,
    decide: (_, { reason }) => [{ type: 'ProposalPromiseGivenUp', data: { limits: ended(clock.promise) }, personal: { reason } }],
  },
} satisfies Partial<ProposalRules>;
