import { caseSpec, clerk, type CommandFor, type PastFor, usualCircumstances } from '@app/testing';
import { type CaseEvent, decide, foldCase } from '../kernel/decide';
import { silencesUntil } from '../kernel/silences';
import { inquiry } from '.';

const { given } = caseSpec(inquiry);

type Command = CommandFor<typeof inquiry>;
type Past = PastFor<typeof inquiry>;

const rate: Command = { type: 'RateInquiry', data: { rating: 'dissatisfied' } };
const sendBack: Command = { type: 'SendInquiryBack', data: { reason: '没有答到点子上' } };
const answer: Command = { type: 'AnswerInquiry', data: { text: '已补充说明' } };
const close: Command = { type: 'CloseInquiry', data: {} };
const withdraw: Command = { type: 'WithdrawInquiry', data: { statement: '已经解决' } };
const reopen: Command = { type: 'ReopenInquiry', data: { reason: '政策有变' } };

const calendar = 'chinese-days-1.5.7';
const due = { on: '2018-06-11', rule: 'inquiry-ordinary', calendar };
const rework = { on: '2018-06-11', rule: 'inquiry-rework', calendar };
// Fifteen working days from Monday 2018-06-04, with Dragon Boat on the 18th.
const rating = { on: '2018-06-26', rule: 'inquiry-rating', calendar };
const publication = { on: '2018-06-19', rule: 'inquiry-publication', calendar };
const received: Past = { type: 'InquiryRegistered', data: { caseNumber: 'WZ-2018-000052', channel: 'online', matter: '医保', due } };
const routed: Past = { type: 'InquiryRouted', data: { unit: 'medical-insurance' } };
const signedIn: Past = { type: 'InquirySignedIn', data: {} };
const answered: Past = { type: 'InquiryAnswered', data: { unit: 'medical-insurance', limits: { rating } } };
const responded = [received, routed, signedIn, answered];
const windowClosed: Past = { type: 'InquiryRatingWindowClosed', data: { clock: 'rating', on: '2018-06-26' } };
const rated = (said: 'satisfied' | 'dissatisfied'): Past => ({ type: 'InquiryRated', data: { rating: said, limits: { rating: null } } });
const sentBack: Past = { type: 'InquirySentBack', data: { due: rework, limits: { publication: null } } };
const closed: Past = { type: 'InquiryClosed', data: {} };

const silencesAfter = (past: readonly CaseEvent[], until: string) =>
  silencesUntil(inquiry, foldCase(inquiry, past), until, usualCircumstances);

describe('the time in which an inquiry may be rated', () => {
  it('runs until the end of its last day; then nobody has rated it', () => {
    expect(silencesAfter(responded, '2018-06-26T23:59:59+08:00')).toEqual([]);
    expect(silencesAfter(responded, '2018-07-01T00:00:00+08:00')).toEqual([
      { type: 'InquiryRatingWindowClosed', data: { clock: 'rating', on: '2018-06-26' }, at: '2018-06-27T00:00:00+08:00' },
    ]);
  });

  it('ends with the rating, or with the inquiry', () => {
    expect(silencesAfter([...responded, rated('satisfied')], '2018-07-01T00:00:00+08:00')).toEqual([]);
    expect(silencesAfter([...responded, closed], '2018-07-01T00:00:00+08:00')).toEqual([]);
  });

  it('is not prolonged: no rating is taken after it, and the inquiry can be closed', () => {
    given(...responded, windowClosed)
      .when(rate)
      .thenRejected('the time for rating is over');
    given(...responded, windowClosed)
      .when(close)
      .then({ type: 'InquiryClosed', data: {} });
  });

  it('begins anew with a new response', () =>
    given(...responded, windowClosed, closed, { type: 'InquiryReopened', data: { due } }, routed, signedIn, answered)
      .when(rate)
      .then({ type: 'InquiryRated', data: { rating: 'dissatisfied', limits: { rating: null } }, personal: {} }));
});

describe('an inquiry whose netizen is dissatisfied', () => {
  it('is sent back to the unit with a new due date', () =>
    given(...responded, rated('dissatisfied'))
      .when(sendBack)
      .then({ type: 'InquirySentBack', data: { due: rework, limits: { publication: null } }, personal: { reason: '没有答到点子上' } }));

  it('is responded to again in the name of the same unit', () =>
    given(...responded, rated('dissatisfied'), sentBack)
      .when(answer)
      .then({
        type: 'InquiryAnswered',
        data: { unit: 'medical-insurance', limits: { return: null, rating, publication } },
        personal: { text: '已补充说明' },
      }));

  it('is overdue when the new term passes', () =>
    expect(silencesAfter([...responded, rated('dissatisfied'), sentBack], '2018-06-12T00:00:00+08:00')).toEqual([
      { type: 'Overdue', data: { clock: 'answer', on: '2018-06-11' }, at: '2018-06-12T00:00:00+08:00' },
    ]));

  it('is rated again after the second response', () =>
    given(...responded, rated('dissatisfied'), sentBack, answered)
      .when({ type: 'RateInquiry', data: { rating: 'satisfied' } })
      .then({ type: 'InquiryRated', data: { rating: 'satisfied', limits: { rating: null } }, personal: {} }));

  it('is not sent back when the netizen is content, or has not said anything', () => {
    given(...responded, rated('satisfied'))
      .when(sendBack)
      .thenRejected('the netizen is not dissatisfied');
    given(...responded)
      .when(sendBack)
      .thenRejected('only an inquiry rated dissatisfied can be sent back');
  });

  it('is not sent back for a rating that was put right', () => {
    const corrected = { fact: 'rating', was: 'dissatisfied', now: 'satisfied', approvedBy: 'li-na' };
    const situation = foldCase(inquiry, [...responded, rated('dissatisfied'), { type: 'FactCorrected', data: corrected }]);
    const context = { at: '2018-06-06T09:00:00+08:00', by: clerk, caseNumber: 'WZ-2018-000052', ...usualCircumstances };
    expect(decide(inquiry, situation, sendBack, context)).toEqual({
      rejected: { zh: '网民没有评价不满意', en: 'the netizen is not dissatisfied' },
    });
  });

  it('may be closed all the same', () =>
    given(...responded, rated('dissatisfied'))
      .when(close)
      .then({ type: 'InquiryClosed', data: {} }));
});

describe('an inquiry that the netizen withdraws', () => {
  it.each([
    ['received', [received]],
    ['assigned', [received, routed]],
    ['handled', [received, routed, signedIn]],
    ['sent back', [...responded, rated('dissatisfied'), sentBack]],
  ])('ends while it is %s', (_, past) =>
    given(...past)
      .when(withdraw)
      .then({ type: 'InquiryWithdrawn', data: { disposal: 'withdrawn' }, personal: { statement: '已经解决' } }),
  );

  it('was not responded to yet', () =>
    given(...responded)
      .when(withdraw)
      .thenRejected('only an inquiry that is not yet responded to can be withdrawn'));
});

describe('a closed inquiry', () => {
  it.each<[string, Past[]]>([
    ['responded to', [...responded, closed]],
    ['not taken up', [received, { type: 'InquiryNotAccepted', data: { disposal: 'not-accepted', ground: 'no-question' } }]],
    ['withdrawn', [received, { type: 'InquiryWithdrawn', data: { disposal: 'withdrawn' } }]],
  ])('is reopened that was %s, with a new term', (_, past) =>
    given(...past)
      .when(reopen)
      .then({ type: 'InquiryReopened', data: { due }, personal: { reason: '政策有变' } }),
  );

  it('is then assigned anew', () =>
    given(...responded, closed, { type: 'InquiryReopened', data: { due } })
      .when({ type: 'RouteInquiry', data: { unit: 'civil-affairs' } })
      .then({
        type: 'InquiryRouted',
        data: { unit: 'civil-affairs', limits: { return: { on: '2018-06-07', rule: 'inquiry-return', calendar } } },
        personal: {},
      }));

  it('is not reopened when the petition office has it', () =>
    given(received, { type: 'InquiryTransferred', data: { disposal: 'transferred', ground: 'petition' } })
      .when(reopen)
      .thenRejected('it was transferred to the petition office and goes on there'));

  it('is not reopened before it is closed', () =>
    given(...responded)
      .when(reopen)
      .thenRejected('only a closed inquiry can be reopened'));
});
