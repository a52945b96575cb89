import { caseSpec, type CommandFor, type PastFor } from '@app/testing';
import { inquiry } from '.';

const { given } = caseSpec(inquiry);

type Command = CommandFor<typeof inquiry>;
type Past = PastFor<typeof inquiry>;

const poster = { netizen: '山里人', phone: '13700000000', text: '请问医保怎么转' };
const register: Command = { type: 'RegisterInquiry', data: { channel: 'online', matter: '医保', area: '泽家镇', ...poster } };
const route: Command = { type: 'RouteInquiry', data: { unit: 'medical-insurance', instruction: '请回应' } };
const signIn: Command = { type: 'SignInInquiry', data: {} };
const answer: Command = { type: 'AnswerInquiry', data: { text: '带身份证到窗口' } };
const rate: Command = { type: 'RateInquiry', data: { rating: 'dissatisfied', comment: '没说清' } };
const close: Command = { type: 'CloseInquiry', data: {} };

const calendar = 'chinese-days-1.5.7';
const due = { on: '2018-06-11', rule: 'inquiry-ordinary', calendar };
const returnable = { return: { on: '2018-06-07', rule: 'inquiry-return', calendar } };
const afterwards = {
  return: null,
  rating: { on: '2018-06-26', rule: 'inquiry-rating', calendar },
  publication: { on: '2018-06-19', rule: 'inquiry-publication', calendar },
};
const registered = { caseNumber: 'WZ-2018-000052', channel: 'online', matter: '医保', area: '泽家镇', due } as const;
const received: Past = { type: 'InquiryRegistered', data: registered };
const routed: Past = { type: 'InquiryRouted', data: { unit: 'medical-insurance' } };
const signedIn: Past = { type: 'InquirySignedIn', data: {} };
const answered: Past = { type: 'InquiryAnswered', data: { unit: 'medical-insurance' } };
const rated: Past = { type: 'InquiryRated', data: { rating: 'dissatisfied' } };
const closed: Past = { type: 'InquiryClosed', data: {} };
const responded = [received, routed, signedIn, answered];

describe('an inquiry', () => {
  it('is registered with its due date; the netizen is told apart', () =>
    given().when(register, { caseNumber: 'WZ-2018-000052' }).then({ type: 'InquiryRegistered', data: registered, personal: poster }));

  it('tells where it was posted, whether a response is wanted, and whether it may be seen', () => {
    const told = { platform: '县政府微信公众号', replyWanted: true, openly: false } as const;
    given()
      .when({ type: 'RegisterInquiry', data: { channel: 'wechat', matter: '医保', text: '……', ...told } })
      .then({
        type: 'InquiryRegistered',
        data: { caseNumber: 'WZ-2018-000001', channel: 'wechat', matter: '医保', ...told, due },
        personal: { text: '……' },
      });
  });

  it('is not registered twice', () => given(received).when(register).thenRejected('this inquiry is already registered'));

  it('is assigned to a unit', () =>
    given(received)
      .when(route)
      .then({ type: 'InquiryRouted', data: { unit: 'medical-insurance', limits: returnable }, personal: { instruction: '请回应' } }));

  it('is not assigned twice', () =>
    given(received, routed).when(route).thenRejected('only a registered inquiry that is not yet assigned can be assigned'));

  it('is signed in by the unit', () => given(received, routed).when(signIn).then({ type: 'InquirySignedIn', data: {} }));

  it('is not signed in before it is assigned', () =>
    given(received).when(signIn).thenRejected('only an assigned inquiry can be signed in'));

  it('is responded to in the name of the unit it was assigned to', () =>
    given(received, routed, signedIn)
      .when(answer)
      .then({ type: 'InquiryAnswered', data: { unit: 'medical-insurance', limits: afterwards }, personal: { text: '带身份证到窗口' } }));

  it('is not responded to before it is signed in', () =>
    given(received, routed).when(answer).thenRejected('only an inquiry that the handling unit has signed in can be responded to'));

  it('is rated once it is responded to', () =>
    given(...responded)
      .when(rate)
      .then({ type: 'InquiryRated', data: { rating: 'dissatisfied', limits: { rating: null } }, personal: { comment: '没说清' } }));

  it('is not rated before it is responded to, nor twice', () => {
    given(received, routed).when(rate).thenRejected('only an inquiry that is responded to and not yet rated can be rated');
    given(...responded, rated)
      .when(rate)
      .thenRejected('只有已回应、尚未评价的网络问政才能评价');
  });

  it.each([
    ['rated', [...responded, rated]],
    ['not rated', responded],
  ])('is closed once it is responded to, %s', (_, past) =>
    given(...past)
      .when(close)
      .then({ type: 'InquiryClosed', data: {} }),
  );

  it('is not closed before it is responded to, nor twice', () => {
    given(received).when(close).thenRejected('only an inquiry that is responded to can be closed');
    given(...responded, closed)
      .when(close)
      .thenRejected('only an inquiry that is responded to can be closed');
  });
});

// Five working days; counted on the calendar wall by hand.
describe('the due date of an inquiry', () => {
  it.each([
    ['2018-02-13', 'Spring Festival 2018', '2018-02-26'], // 14 | 22, 23, 24 (Saturday, worked), 26
    ['2018-09-30', 'National Day 2018', '2018-10-12'], // | 8-12
    ['2018-12-29', 'the New Year 2019', '2019-01-08'], // | 2, 3, 4, 7, 8
  ])('received on %s, before %s, is %s', (date, _, on) =>
    given()
      .when(register, { at: `${date}T23:59:59+08:00`, caseNumber: 'WZ-2018-000052' })
      .then({ type: 'InquiryRegistered', data: { ...registered, due: { ...due, on } }, personal: poster }),
  );
});
