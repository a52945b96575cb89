import { caseSpec, type CommandFor, type PastFor, usualCircumstances } from '@app/testing';
import { foldCase } from '../kernel/decide';
import { silencesUntil } from '../kernel/silences';
import { disclosure } from '.';

const { given } = caseSpec(disclosure);

type Command = CommandFor<typeof disclosure>;
type Past = PastFor<typeof disclosure>;

const calendar = 'chinese-days-1.5.7';
const rule = 'disclosure-2019-art-33';
const facts = { caseNumber: 'YS-2021-000001', channel: 'in-person', kind: 'natural-person', matter: '征地' } as const;
const due = { on: '2021-03-29', rule, calendar, from: '2021-03-01', amount: 20, unit: 'working-day' } as const;
const received: Past = { type: 'DisclosureRegistered', data: { ...facts, due } };
const before2021: Past = { type: 'DisclosureRegistered', data: { ...facts, due: { ...due, on: '2021-01-29', from: '2020-12-31' } } };
const before2019: Past = {
  type: 'DisclosureRegistered',
  data: { ...facts, due: { on: '2018-06-26', rule: 'disclosure-2008-art-24', calendar } },
};
const reasonsAsked: Past = { type: 'DisclosureReasonsRequested', data: {} };
const announced: Past = {
  type: 'DisclosureLongerTermAnnounced',
  data: { until: '2021-05-10', due: { ...due, on: '2021-05-10', rule: 'disclosure-2019-art-35' } },
};

// Twenty working days from Tuesday 2021-03-09: 10-12, 15-19, 22-26, 29-31 March, 1, 2, 6, 7 April.
const fee = { on: '2021-04-07', rule: 'disclosure-fee-2020-109', calendar, from: '2021-03-09', amount: 20, unit: 'working-day' } as const;
const notified: Past = {
  type: 'DisclosureFeeNotified',
  data: { since: '2021-03-09', why: 'fee', basis: 'pages', count: 120, amount: 1_100, limits: { fee } },
};
const lapsed: Past = { type: 'DisclosureFeeLapsed', data: { clock: 'fee', on: '2021-04-07' } };
const paid: Past = { type: 'DisclosureFeePaid', data: { due: { ...due, on: '2021-04-06' }, limits: { fee: null } } };

const askReasons: Command = { type: 'RequestDisclosureReasons', data: { text: '请说明一个月内提出五十件申请的理由' } };
const announce = (until: string): Command => ({ type: 'AnnounceDisclosureTerm', data: { until, reason: '数量较多' } });
const notify = (data: Extract<Command, { type: 'NotifyDisclosureFee' }>['data']): Command => ({ type: 'NotifyDisclosureFee', data });
const pay: Command = { type: 'RecordDisclosureFeePaid', data: {} };
const close: Command = { type: 'CloseLapsedDisclosure', data: {} };
const on = (day: string) => ({ at: `2021-${day}T09:00:00+08:00` });

const noRule = 'the 2008 regulation has no rule on excessive requests';

// 2019 regulation art. 35.
describe('requests in excess', () => {
  it('may be asked for reasons, once', () => {
    given(received)
      .when(askReasons, on('03-05'))
      .then({ type: 'DisclosureReasonsRequested', data: {}, personal: { text: '请说明一个月内提出五十件申请的理由' } });
    given(received, reasonsAsked).when(askReasons, on('03-05')).thenRejected('reasons were asked for already');
  });

  it('whose reasons are good are answered in a longer term that is announced', () =>
    given(received, reasonsAsked)
      .when(announce('2021-05-10'), on('03-10'))
      .then({
        type: 'DisclosureLongerTermAnnounced',
        data: { until: '2021-05-10', due: { on: '2021-05-10', rule: 'disclosure-2019-art-35', calendar } },
        personal: { reason: '数量较多' },
      }));

  it('are not due on a holiday: the term then ends on the next working day', () =>
    given(received, reasonsAsked)
      .when(announce('2021-05-01'), on('03-10'))
      .then({
        type: 'DisclosureLongerTermAnnounced',
        data: { until: '2021-05-01', due: { on: '2021-05-06', rule: 'disclosure-2019-art-35', calendar } },
        personal: { reason: '数量较多' },
      }));

  it('are given a longer term only when reasons were asked for, only a longer one, and only once', () => {
    given(received).when(announce('2021-05-10'), on('03-10')).thenRejected('ask the applicant for reasons first');
    const longer = 'a longer term ends later than the one it takes the place of';
    given(received, reasonsAsked).when(announce('2021-03-29'), on('03-10')).thenRejected(longer);
    given(received, reasonsAsked).when(announce('2021-04-01'), on('04-01')).thenRejected(longer);
    given(received, reasonsAsked, announced).when(announce('2021-06-10'), on('03-11')).thenRejected('a longer term was announced already');
  });

  it('have no extension after that', () =>
    given(received, reasonsAsked, announced)
      .when({ type: 'ExtendDisclosure', data: { reason: '材料较多' } }, on('03-15'))
      .thenRejected('a term that was announced, or that a decision set, is not extended'));

  it('whose reasons are not good are not processed', () =>
    given(received, reasonsAsked)
      .when({ type: 'AnswerDisclosure', data: { outcome: 'declined-excessive', text: '理由不合理' } }, on('03-15'))
      .then({
        type: 'DisclosureAnswered',
        data: { unit: 'gov-office', outcome: 'declined-excessive', remedy: 'reconsideration-or-suit' },
        personal: { text: '理由不合理' },
      }));

  it('are not known to the 2008 regulation', () => {
    given(before2019).when(askReasons).thenRejected(noRule);
    given(before2019).when(announce('2018-12-31')).thenRejected(noRule);
  });
});

// 2019 regulation art. 42, 国办函〔2020〕109号.
describe('the processing fee', () => {
  it('is notified by pages with its amount; the answer waits for the payment', () =>
    given(received)
      .when(notify({ basis: 'pages', count: 120 }), on('03-09'))
      .then({
        type: 'DisclosureFeeNotified',
        data: {
          since: '2021-03-09',
          why: 'fee',
          basis: 'pages',
          count: 120,
          amount: 1_100,
          limits: { fee: { on: '2021-04-07', rule: 'disclosure-fee-2020-109', calendar } },
        },
      }));

  it('is notified by requests, after those of the same month', () =>
    given(received)
      .when(notify({ basis: 'requests', count: 1, before: 30 }), on('03-09'))
      .then({
        type: 'DisclosureFeeNotified',
        data: {
          since: '2021-03-09',
          why: 'fee',
          basis: 'requests',
          count: 1,
          before: 30,
          amount: 200,
          limits: { fee: { on: '2021-04-07', rule: 'disclosure-fee-2020-109', calendar } },
        },
      }));

  it('is not charged for what is free, nor by both measures, nor twice', () => {
    given(received)
      .when(notify({ basis: 'pages', count: 30 }), on('03-09'))
      .thenRejected('this many are free of charge');
    given(received)
      .when(notify({ basis: 'pages', count: 120, before: 11 }), on('03-09'))
      .thenRejected('by pages, earlier requests of the month do not count');
    given(received, notified, paid)
      .when(notify({ basis: 'pages', count: 120 }), on('03-17'))
      .thenRejected('the fee was notified already');
  });

  it.each([
    ['2020', before2021],
    ['2018', before2019],
  ])('is not charged for a request of %s', (_, past) =>
    given(past)
      .when(notify({ basis: 'pages', count: 120 }), on('01-05'))
      .thenRejected('no processing fee is charged for a request received before 2021'),
  );

  it('is paid, and the days until then are not counted', () =>
    given(received, notified)
      .when(pay, on('03-16'))
      // Five working days, 10-12, 15 and 16 March, are added: 30, 31 March, 1, 2, 6 April
      .then({ type: 'DisclosureFeePaid', data: { due: { on: '2021-04-06', rule, calendar }, limits: { fee: null } } }));

  it('may be paid from the day on which the notice was served', () =>
    given(received, notified)
      .when({ type: 'RecordDisclosureNoticeServed', data: { notice: 'fee', on: '2021-03-12' } }, on('03-15'))
      // 15-19, 22-26, 29-31 March, 1, 2, 6-9, 12 April
      .then({
        type: 'DisclosureNoticeServed',
        data: { notice: 'fee', on: '2021-03-12', limits: { fee: { on: '2021-04-12', rule: 'disclosure-fee-2020-109', calendar } } },
      }));

  it('that is not paid in time ends the request, which counts as not paid for', () => {
    const situation = foldCase(disclosure, [received, notified]);
    expect(silencesUntil(disclosure, situation, '2021-12-31T00:00:00+08:00', usualCircumstances)).toEqual([
      { type: 'DisclosureFeeLapsed', data: { clock: 'fee', on: '2021-04-07' }, at: '2021-04-08T00:00:00+08:00' },
    ]);
    given(received, notified).when(close, on('04-07')).thenRejected('补正或者缴费期限尚未届满');
    given(received, notified, lapsed)
      .when(close, on('04-08'))
      .then({ type: 'DisclosureAbandoned', data: { disposal: 'other-fee-unpaid' } });
  });

  it('is waited for before the answer', () => {
    given(received, notified)
      .when({ type: 'AnswerDisclosure', data: { outcome: 'granted', text: '见附件' } }, on('03-15'))
      .thenRejected('the fee has not been paid yet');
    given(received).when(pay, on('03-16')).thenRejected('no fee is awaited');
  });
});
