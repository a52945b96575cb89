import { caseSpec, type CommandFor, type PastFor, usualCircumstances } from '@app/testing';
import { letter } from '.';

const { given } = caseSpec(letter);

type Command = CommandFor<typeof letter>;
type Past = PastFor<typeof letter>;

const draft: Command = { type: 'DraftLetterReply', data: { text: '拟答复如下' } };
const approve: Command = { type: 'ApproveLetterDraft', data: {} };
const sendBack: Command = { type: 'ReturnLetterDraft', data: { ground: 'tone', reason: '语气生硬' } };
const answer: Command = { type: 'AnswerLetter', data: { text: '下月安装' } };

const calendar = 'chinese-days-1.5.7';
const due = { on: '2018-06-19', rule: 'letter-ordinary', calendar };
const received: Past = { type: 'LetterRegistered', data: { caseNumber: 'LX-2018-000128', channel: 'online', matter: '交通', due } };
const handled: Past[] = [received, { type: 'LetterRouted', data: { unit: 'transport' } }, { type: 'LetterSignedIn', data: {} }];
const drafted: Past = { type: 'LetterReplyDrafted', data: {} };
const approved: Past = { type: 'LetterDraftApproved', data: {} };
const sentBack: Past = { type: 'LetterDraftReturned', data: { ground: 'tone' } };

const { local } = usualCircumstances;
const required = { local: { ...local, letter: { ...local.letter, review: 'required' as const } } };

const replied = {
  type: 'LetterAnswered' as const,
  data: { unit: 'transport', limits: { return: null, rating: { on: '2018-06-26', rule: 'letter-rating', calendar } } },
  personal: { text: '下月安装' },
};

describe('the reply to a letter', () => {
  it('is drafted by the unit that handles it', () =>
    given(...handled)
      .when(draft)
      .then({ type: 'LetterReplyDrafted', data: {}, personal: { text: '拟答复如下' } }));

  it('is not drafted before it is signed in, nor while another draft is read', () => {
    given(received).when(draft).thenRejected('only a letter that the unit is handling can have a draft');
    given(...handled, drafted)
      .when(draft)
      .thenRejected('只有承办单位正在办理的来信才能拟稿');
  });

  it('is approved by the office, or sent back with what is wanting', () => {
    given(...handled, drafted)
      .when(approve)
      .then({ type: 'LetterDraftApproved', data: {} });
    given(...handled, drafted)
      .when(sendBack)
      .then({ type: 'LetterDraftReturned', data: { ground: 'tone' }, personal: { reason: '语气生硬' } });
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
      .then({ type: 'LetterReplyDrafted', data: {}, personal: { text: '拟答复如下' } }));

  it('is sent once the draft is approved', () =>
    given(...handled, drafted, approved)
      .when(answer)
      .then(replied));

  it('is not sent while the draft is read', () =>
    given(...handled, drafted)
      .when(answer)
      .thenRejected('the draft is under review; the reply is sent when it has passed'));

  it('is sent without a draft where the local rules leave it to the unit', () =>
    given(...handled)
      .when(answer)
      .then(replied));

  it('is sent only after the review where the local rules require one', () => {
    given(...handled)
      .when(answer, required)
      .thenRejected('a reply must be drafted and pass the review first');
    given(...handled, drafted, sentBack)
      .when(answer, required)
      .thenRejected('回复须先拟稿并经审核通过');
    given(...handled, drafted, approved)
      .when(answer, required)
      .then(replied);
  });
});
