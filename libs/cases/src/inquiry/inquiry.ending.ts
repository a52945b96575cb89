import type { Lapse } from '../kernel/decider';
import { awaitsPublishing, isSettled } from '../kernel/publication';
import { say } from '../kernel/sentence';
import type { inquiryEvents } from './inquiry.events';
import { type Inquiry, publishingOf, unanswered } from './inquiry.state';
import { answerDue, type InquiryRules } from './inquiry.terms';

/** A netizen who says nothing in time has not rated it, and can no longer. */
export const ratingOver: Lapse<Inquiry, typeof inquiryEvents> = (_, { clock, due }) => [
  { type: 'InquiryRatingWindowClosed', data: { clock, on: due.on } },
];

/** What the netizen says of the response, and how an inquiry ends, or does not. */
export const ending: Pick<InquiryRules, 'RateInquiry' | 'SendInquiryBack' | 'CloseInquiry' | 'WithdrawInquiry' | 'ReopenInquiry'> = {
  RateInquiry: {
    in: ['answered'],
    otherwise: say('只有已回应、尚未评价的网络问政才能评价', 'only an inquiry that is responded to and not yet rated can be rated'),
    unless: [
      {
        when: (inquiry) => inquiry.status === 'answered' && inquiry.ratingOver === true,
        because: say('评价期限已过', 'the time for rating is over'),
      },
    ],
    decide: (_, { rating, comment }) => [{ type: 'InquiryRated', data: { rating, limits: { rating: null } }, personal: { comment } }],
  },
  SendInquiryBack: {
    in: ['rated'],
    otherwise: say('只有评价为不满意的网络问政才能发回重办', 'only an inquiry rated dissatisfied can be sent back'),
    unless: [
      {
        // As it stands recorded: a rating that was put right afterwards counts as it is now.
        when: ({ recorded }) => recorded?.['rating'] !== 'dissatisfied',
        because: say('网民没有评价不满意', 'the netizen is not dissatisfied'),
      },
    ],
    decide: (_, { reason }, context) => [
      {
        type: 'InquirySentBack',
        data: { due: answerDue('inquiry-rework', context), limits: { publication: null } },
        personal: { reason },
      },
    ],
  },
  CloseInquiry: {
    in: ['answered', 'rated'],
    otherwise: say('只有已回应的网络问政才能办结', 'only an inquiry that is responded to can be closed'),
    unless: [
      {
        when: (inquiry) => awaitsPublishing(publishingOf(inquiry)),
        because: say('已决定公开，公开后才能办结', 'it is to be published before it is closed'),
      },
      {
        when: (inquiry, { local }) => local.inquiry.publication === 'required' && !isSettled(publishingOf(inquiry)),
        because: say('决定是否公开后才能办结', 'its publication must be decided before it is closed'),
      },
    ],
    decide: () => [{ type: 'InquiryClosed', data: {} }],
  },
  WithdrawInquiry: {
    in: unanswered,
    otherwise: say('只有尚未回应的网络问政才能撤回', 'only an inquiry that is not yet responded to can be withdrawn'),
    decide: (_, { statement }) => [{ type: 'InquiryWithdrawn', data: { disposal: 'withdrawn' }, personal: { statement } }],
  },
  ReopenInquiry: {
    in: ['closed'],
    otherwise: say('只有已办结的网络问政才能重新办理', 'only a closed inquiry can be reopened'),
    unless: [
      {
        // A matter must not be alive in two channels.
        when: (inquiry) => inquiry.status === 'closed' && inquiry.disposal === 'transferred',
        because: say('已转交信访渠道办理，不能在此重新办理', 'it was transferred to the petition office and goes on there'),
      },
    ],
    decide: (_, { reason }, context) => [
      { type: 'InquiryReopened', data: { due: answerDue('inquiry-ordinary', context) }, personal: { reason } },
    ],
  },
};
