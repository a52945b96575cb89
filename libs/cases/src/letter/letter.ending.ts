import type { Lapse } from '../kernel/decider';
import { awaitsPublishing, isSettled } from '../kernel/publication';
import { say } from '../kernel/sentence';
import type { letterEvents } from './letter.events';
import { type Letter, publishingOf, unanswered } from './letter.state';
import { answerDue, type LetterRules } from './letter.terms';

/** A sender who says nothing in time has not rated it, and can no longer. */
export const ratingOver: Lapse<Letter, typeof letterEvents> = (_, { clock, due }) => [
  { type: 'LetterRatingWindowClosed', data: { clock, on: due.on } },
];

/** What the sender says of the reply, and how a letter ends, or does not. */
export const ending: Pick<LetterRules, 'RateLetter' | 'SendLetterBack' | 'CloseLetter' | 'WithdrawLetter' | 'ReopenLetter'> = {
  RateLetter: {
    in: ['answered'],
    otherwise: say('只有已回复、尚未评价的来信才能评价', 'only a letter that is replied to and not yet rated can be rated'),
    unless: [
      {
        when: (letter) => letter.status === 'answered' && letter.ratingOver === true,
        because: say('评价期限已过', 'the time for rating is over'),
      },
    ],
    decide: (_, { rating, comment }) => [{ type: 'LetterRated', data: { rating, limits: { rating: null } }, personal: { comment } }],
  },
  SendLetterBack: {
    in: ['rated'],
    otherwise: say('只有评价为不满意的来信才能发回重办', 'only a letter rated dissatisfied can be sent back'),
    unless: [
      {
        // As it stands recorded: a rating that was put right afterwards counts as it is now.
        when: ({ recorded }) => recorded?.['rating'] !== 'dissatisfied',
        because: say('来信人没有评价不满意', 'the sender is not dissatisfied'),
      },
    ],
    decide: (_, { reason }, context) => [
      {
        type: 'LetterSentBack',
        data: { due: answerDue('letter-rework', context), limits: { publication: null } },
        personal: { reason },
      },
    ],
  },
  CloseLetter: {
    in: ['answered', 'rated'],
    otherwise: say('只有已回复的来信才能办结', 'only a letter that is replied to can be closed'),
    unless: [
      {
        when: (letter) => awaitsPublishing(publishingOf(letter)),
        because: say('已决定公开，公开后才能办结', 'it is to be published before it is closed'),
      },
      {
        when: (letter, { local }) => local.letter.publication === 'required' && !isSettled(publishingOf(letter)),
        because: say('决定是否公开后才能办结', 'its publication must be decided before it is closed'),
      },
    ],
    decide: () => [{ type: 'LetterClosed', data: {} }],
  },
  WithdrawLetter: {
    in: unanswered,
    otherwise: say('只有尚未回复的来信才能撤回', 'only a letter that is not yet replied to can be withdrawn'),
    decide: (_, { statement }) => [{ type: 'LetterWithdrawn', data: { disposal: 'withdrawn' }, personal: { statement } }],
  },
  ReopenLetter: {
    in: ['closed'],
    otherwise: say('只有已办结的来信才能重新办理', 'only a closed letter can be reopened'),
    unless: [
      {
        // A matter must not be alive in two channels.
        when: (letter) => letter.status === 'closed' && letter.disposal === 'transferred',
        because: say('已转交信访渠道办理，不能在此重新办理', 'it was transferred to the petition office and goes on there'),
      },
    ],
    decide: (_, { reason }, context) => [
      { type: 'LetterReopened', data: { due: answerDue('letter-ordinary', context) }, personal: { reason } },
    ],
  },
};
