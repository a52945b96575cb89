import { say } from '../kernel/sentence';
import { asksNotToBeSeen, unitOf } from './inquiry.state';
import { type InquiryRules, started } from './inquiry.terms';

const noDraft = say('没有待审核的拟稿', 'there is no draft to review');

/** The response: drafted by the unit, read by the web editor, given by the unit. */
export const response: Pick<InquiryRules, 'DraftInquiryResponse' | 'ApproveInquiryDraft' | 'ReturnInquiryDraft' | 'AnswerInquiry'> = {
  DraftInquiryResponse: {
    in: ['handling'],
    otherwise: say('只有承办单位正在办理的网络问政才能拟稿', 'only an inquiry that the unit is handling can have a draft'),
    decide: (_, { text }) => [{ type: 'InquiryResponseDrafted', data: {}, personal: { text } }],
  },
  ApproveInquiryDraft: {
    in: ['drafted'],
    otherwise: noDraft,
    decide: () => [{ type: 'InquiryDraftApproved', data: {} }],
  },
  ReturnInquiryDraft: {
    in: ['drafted'],
    otherwise: noDraft,
    decide: (_, { ground, reason }) => [{ type: 'InquiryDraftReturned', data: { ground }, personal: { reason } }],
  },
  AnswerInquiry: {
    in: ['handling', 'drafted', 'approved'],
    otherwise: say('只有承办单位已签收的网络问政才能回应', 'only an inquiry that the handling unit has signed in can be responded to'),
    unless: [
      {
        when: ({ status }) => status === 'drafted',
        because: say('拟稿正在审核，通过后才能回应', 'the draft is under review; the response is given when it has passed'),
      },
      {
        when: ({ status }, { local }) => status === 'handling' && local.inquiry.review === 'required',
        because: say('回应须先拟稿并经审核通过', 'a response must be drafted and pass the review first'),
      },
    ],
    decide: (inquiry, { text }, context) => {
      // A question that was put in public is answered in public: its publication waits for no decision.
      const publication = !asksNotToBeSeen(inquiry) && { publication: started('publication', context) };
      const limits = { return: null, rating: started('rating', context), ...publication };
      return [{ type: 'InquiryAnswered', data: { unit: unitOf(inquiry), limits }, personal: { text } }];
    },
  },
};
