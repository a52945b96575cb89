import { caseSpec, clerk, type CommandFor, type PastFor, ringingOffice } from '@app/testing';
import { complaint } from '.';

const { given } = caseSpec(complaint, ringingOffice);

const byWater = { by: { id: 'wang-wei', unit: 'water-works', roles: ['unit'] } } as const;

type Command = CommandFor<typeof complaint>;
type Past = PastFor<typeof complaint>;

const caller = { complainant: '李某', phone: '13800000000', address: '灵溪镇某路1号', text: '自来水三天没来了' };
const register: Command = {
  type: 'RegisterComplaint',
  data: { channel: 'phone', kind: 'complaint', matter: '供水', area: '灵溪镇', ...caller },
};
const route: Command = { type: 'RouteComplaint', data: { unit: 'water-works', instruction: '请速办' } };
const signIn: Command = { type: 'SignInComplaint', data: {} };
const answer = (text: string): Command => ({ type: 'AnswerComplaint', data: { text } });
const answerDirectly: Command = { type: 'AnswerComplaintDirectly', data: { text: '今晚恢复' } };
const rate: Command = { type: 'RecordComplaintFollowUp', data: { rating: 'satisfied', askedBy: '回访组', comment: '很快' } };
const remind: Command = { type: 'RemindComplaint', data: { text: '还没来' } };
const supplement: Command = { type: 'SupplementComplaint', data: { text: '整条街都没有' } };
const close: Command = { type: 'CloseComplaint', data: {} };

const dueOn = (on: string, rule: string) => ({ on, rule, calendar: 'chinese-days-1.5.7' });
const due = dueOn('2018-06-11', 'hotline-ordinary');
const registered = { caseNumber: 'RX-2018-000772', channel: 'phone', kind: 'complaint', matter: '供水', area: '灵溪镇', due } as const;
const received: Past = { type: 'ComplaintRegistered', data: registered };
const routed: Past = { type: 'ComplaintRouted', data: { unit: 'water-works' } };
const signedIn: Past = { type: 'ComplaintSignedIn', data: {} };
const answered: Past = { type: 'ComplaintAnswered', data: { unit: 'water-works' } };
const answeredDirectly: Past = { type: 'ComplaintAnsweredDirectly', data: { unit: 'gov-office' } };
const rated: Past = { type: 'ComplaintRated', data: { rating: 'satisfied' } };
const closed: Past = { type: 'ComplaintClosed', data: {} };

describe('a complaint', () => {
  it('is registered with its number and its due date; the caller is told apart', () =>
    given()
      .when(register, { at: '2018-06-04T09:00:00+08:00', caseNumber: 'RX-2018-000772' })
      .then({ type: 'ComplaintRegistered', data: registered, personal: caller }));

  it('may be registered without a name', () =>
    given()
      .when(
        { type: 'RegisterComplaint', data: { channel: 'wechat', kind: 'help', matter: '路灯', text: '不亮' } },
        { caseNumber: 'RX-2018-000773' },
      )
      .then({
        type: 'ComplaintRegistered',
        data: { caseNumber: 'RX-2018-000773', channel: 'wechat', kind: 'help', matter: '路灯', due },
        personal: { text: '不亮' },
      }));

  it('is not registered twice', () => given(received).when(register).thenRejected('this complaint is already registered'));

  it('is routed to a unit', () =>
    given(received)
      .when(route)
      .then({
        type: 'ComplaintRouted',
        data: {
          unit: 'water-works',
          limits: {
            'sign-in': dueOn('2018-06-05', 'hotline-sign-in'),
            return: dueOn('2018-06-05', 'hotline-return'),
            contact: dueOn('2018-06-05', 'hotline-contact'),
          },
        },
        personal: { instruction: '请速办' },
      }));

  it('is not routed twice', () =>
    given(received, routed).when(route).thenRejected('only a registered complaint that is not yet routed can be routed'));

  it('is signed in by the unit', () => given(received, routed).when(signIn, byWater).then({ type: 'ComplaintSignedIn', data: {} }));

  it('is signed in and answered by that unit alone', () => {
    given(received, routed).when(signIn, { by: clerk }).thenRejected('这一步只能由主办单位办理');
    given(received, routed, signedIn).when(answer('fixed'), { by: clerk }).thenRejected('this step is for the lead unit alone');
  });

  it('is not signed in before it is routed', () => given(received).when(signIn).thenRejected('只有已派单、尚未签收的投诉才能签收'));

  it('is answered in the name of the unit it was routed to; the follow-up is then due', () =>
    given(received, routed, signedIn)
      .when(answer('fixed'), byWater)
      .then({
        type: 'ComplaintAnswered',
        data: { unit: 'water-works', limits: { 'follow-up': dueOn('2018-06-19', 'hotline-follow-up') } },
        personal: { text: 'fixed' },
      }));

  it('is not answered before it is signed in', () =>
    given(received, routed).when(answer('fixed')).thenRejected('only a complaint that the handling unit has signed in can be answered'));

  it('is answered directly in the name of who takes the call', () =>
    given(received)
      .when(answerDirectly)
      .then({ type: 'ComplaintAnsweredDirectly', data: { unit: 'gov-office' }, personal: { text: '今晚恢复' } }));

  it('is not answered directly once it is routed', () =>
    given(received, routed).when(answerDirectly).thenRejected('only a complaint that is not yet routed can be answered directly'));

  it.each([
    ['by the unit', [received, routed, signedIn, answered]],
    ['directly', [received, answeredDirectly]],
  ])('is followed up after it was answered %s', (_, past) =>
    given(...past)
      .when(rate)
      .then({ type: 'ComplaintRated', data: { rating: 'satisfied', askedBy: '回访组' }, personal: { comment: '很快' } }),
  );

  it('is not rated twice', () =>
    given(received, answeredDirectly, rated)
      .when(rate)
      .thenRejected('only an answered complaint that is not yet rated can be followed up'));

  it.each([
    ['received', [received]],
    ['routed', [received, routed]],
    ['signed in', [received, routed, signedIn]],
    ['to be returned', [received, routed, { type: 'ComplaintReturnRequested', data: { unit: 'water-works', ground: 'other-area' } }]],
  ] satisfies [string, Past[]][])('can be reminded of and supplemented while it is %s', (_, past) => {
    given(...past)
      .when(remind)
      .then({ type: 'ComplaintReminded', data: {}, personal: { text: '还没来' } });
    given(...past)
      .when(supplement)
      .then({ type: 'ComplaintSupplemented', data: {}, personal: { text: '整条街都没有' } });
  });

  it('stays where it is when reminded of', () =>
    given(received, routed, { type: 'ComplaintReminded', data: {} }).when(signIn, byWater).then({ type: 'ComplaintSignedIn', data: {} }));

  it('is not reminded of or supplemented once it is answered', () => {
    given(received, answeredDirectly).when(remind).thenRejected('only a complaint that is not yet answered can be reminded of');
    given(received, answeredDirectly).when(supplement).thenRejected('only a complaint that is not yet answered can be supplemented');
  });

  it.each([
    ['rated', [received, answeredDirectly, rated]],
    ['not rated', [received, answeredDirectly]],
  ])('is closed once it is answered, %s', (_, past) =>
    given(...past)
      .when(close)
      .then({ type: 'ComplaintClosed', data: {} }),
  );

  it('is not closed before it is answered, nor twice', () => {
    given(received, routed, signedIn).when(close).thenRejected('only an answered complaint can be closed');
    given(received, answeredDirectly, closed).when(close).thenRejected('只有已答复的投诉才能办结');
  });

  it('does not exist before it is registered', () =>
    given().when(route).thenRejected('only a registered complaint that is not yet routed can be routed'));
});

// Five working days; counted on the calendar wall by hand.
describe('the due date of a complaint', () => {
  it.each([
    ['2018-02-09', 'Spring Festival 2018', '2018-02-22'], // 11 (Sunday, worked), 12, 13, 14 | 22
    ['2018-09-28', 'National Day 2018', '2018-10-10'], // 29, 30 (weekend, worked) | 8, 9, 10
    ['2018-12-27', 'the New Year 2019', '2019-01-04'], // 28, 29 (Saturday, worked) | 2, 3, 4
  ])('received on %s, before %s, is %s', (date, _, on) =>
    given()
      .when(register, { at: `${date}T17:30:00+08:00`, caseNumber: 'RX-2018-000772' })
      .then({ type: 'ComplaintRegistered', data: { ...registered, due: { ...due, on } }, personal: caller }),
  );

  it('counts from the day in Shanghai, not in Greenwich', () =>
    given()
      .when(register, { at: '2018-06-03T16:00:00Z', caseNumber: 'RX-2018-000772' })
      .then({ type: 'ComplaintRegistered', data: registered, personal: caller }));
});
