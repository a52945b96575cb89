import { caseSpec, type CommandFor, type PastFor, usualCircumstances } from '@app/testing';
import { inquiry } from '.';

const { given } = caseSpec(inquiry);

type Command = CommandFor<typeof inquiry>;
type Past = PastFor<typeof inquiry>;

const draft: Command = { type: 'DraftInquiryResponse', data: { text: '拟答复如下' } };
const approve: Command = { type: 'ApproveInquiryDraft', data: {} };
const sendBack: Command = { type: 'ReturnInquiryDraft', data: { ground: 'privacy', reason: '提到了他人病情' } };
const answer: Command = { type: 'AnswerInquiry', data: { text: '带身份证到窗口' } };

const calendar = 'chinese-days-1.5.7';
const due = { on: '2018-06-11', rule: 'inquiry-ordinary', calendar };
const received: Past = { type: 'InquiryRegistered', data: { caseNumber: 'WZ-2018-000052', channel: 'online', matter: '医保', due } };
const handled: Past[] = [received, { type: 'InquiryRouted', data: { unit: 'medical-insurance' } }, { type: 'InquirySignedIn', data: {} }];
const drafted: Past = { type: 'InquiryResponseDrafted', data: {} };
const approved: Past = { type: 'InquiryDraftApproved', data: {} };
const sentBack: Past = { type: 'InquiryDraftReturned', data: { ground: 'privacy' } };

const { local } = usualCircumstances;
const required = { local: { ...local, inquiry: { ...local.inquiry, review: 'required' as const } } };

const responded = {
  type: 'InquiryAnswered' as const,
  data: {
    unit: 'medical-insurance',
    limits: {
      return: null,
      rating: { on: '2018-06-26', rule: 'inquiry-rating', calendar },
      publication: { on: '2018-06-19', rule: 'inquiry-publication', calendar },
    },
  },
  personal: { text: '带身份证到窗口' },
};

describe('the response to an inquiry', () => {
  it('is drafted by the unit that handles it', () =>
    given(...handled)
      .when(draft)
      .then({ type: 'InquiryResponseDrafted', data: {}, personal: { text: '拟答复如下' } }));

  it('is not drafted before it is signed in, nor while another draft is read', () => {
    given(received).when(draft).thenRejected('only an inquiry that the unit is handling can have a draft');
    given(...handled, drafted)
      .when(draft)
      .thenRejected('只有承办单位正在办理的网络问政才能拟稿');
  });

  it('is approved by the web editor, or sent back with what is wanting', () => {
    given(...handled, drafted)
      .when(approve)
      .then({ type: 'InquiryDraftApproved', data: {} });
    given(...handled, drafted)
      .when(sendBack)
      .then({ type: 'InquiryDraftReturned', data: { ground: 'privacy' }, personal: { reason: '提到了他人病情' } });
  });

  it('is not reviewed when there is no draft', () => {
    given(...handled)
      .when(approve)
      .thenRejected('there is no draft to review');
    given(...handled, drafted, approved)
      .when(sendBack)
      .thenRejected('没有待审核的拟稿');
  });

  it('is drafted anew after it was sent back: every version is kept', () =>
    given(...handled, drafted, sentBack)
      .when(draft)
      .then({ type: 'InquiryResponseDrafted', data: {}, personal: { text: '拟答复如下' } }));

  it('is given once the draft is approved', () =>
    given(...handled, drafted, approved)
      .when(answer)
      .then(responded));

  it('is not given while the draft is read', () =>
    given(...handled, drafted)
      .when(answer)
      .thenRejected('the draft is under review; the response is given when it has passed'));

  it('is given without a draft where the local rules leave it to the unit', () =>
    given(...handled)
      .when(answer)
      .then(responded));

  it('is given only after the review where the local rules require one', () => {
    given(...handled)
      .when(answer, required)
      .thenRejected('a response must be drafted and pass the review first');
    given(...handled, drafted, sentBack)
      .when(answer, required)
      .thenRejected('回应须先拟稿并经审核通过');
    given(...handled, drafted, approved)
      .when(answer, required)
      .then(responded);
  });
});
