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
const routed: Past = { type: 'DisclosureRouted', data: { unit: 'land-bureau' } };
const signedIn: Past = { type: 'DisclosureSignedIn', data: {} };
const handled = [received, routed, signedIn];

// Fifteen working days from Thursday 2021-03-04: 5, 8-12, 15-19, 22-25.
const correction = {
  on: '2021-03-25',
  rule: 'disclosure-2019-art-30-period',
  calendar,
  from: '2021-03-04',
  amount: 15,
  unit: 'working-day',
} as const;
const requested: Past = {
  type: 'DisclosureCorrectionRequested',
  data: { since: '2021-03-04', why: 'correction', limits: { correction } },
};
const lapsed: Past = { type: 'DisclosureCorrectionLapsed', data: { clock: 'correction', on: '2021-03-25' } };
const corrected: Past = { type: 'DisclosureCorrectionReceived', data: { due: { ...due, on: '2021-04-16', from: '2021-03-18' } } };

const request: Command = {
  type: 'RequestDisclosureCorrection',
  data: { items: '请明确所需文件的名称', period: { amount: 15, unit: 'working-day' } },
};
const receive: Command = { type: 'ReceiveDisclosureCorrection', data: { text: '永政发〔2017〕3号' } };
const close: Command = { type: 'CloseLapsedDisclosure', data: {} };
const served = (on: string): Command => ({ type: 'RecordDisclosureNoticeServed', data: { notice: 'correction', on } });
const on = (day: string) => ({ at: `2021-${day}T09:00:00+08:00` });

const silencesAfter = (past: readonly Past[], until: string) =>
  silencesUntil(disclosure, foldCase(disclosure, past), until, usualCircumstances);

// 2019 regulation art. 30.
describe('an unclear request', () => {
  it('is sent back with what is to be corrected and a period; the answer waits', () =>
    given(...handled)
      .when(request, on('03-04'))
      .then({
        type: 'DisclosureCorrectionRequested',
        data: { since: '2021-03-04', why: 'correction', limits: { correction } },
        personal: { items: '请明确所需文件的名称' },
      }));

  it('is sent back within seven working days of receipt, or not at all', () => {
    // 2-5, 8-10 March
    given(received)
      .when(request, on('03-10'))
      .then({
        type: 'DisclosureCorrectionRequested',
        data: {
          since: '2021-03-10',
          why: 'correction',
          // 11, 12, 15-19, 22-26, 29-31 March
          limits: { correction: { on: '2021-03-31', rule: 'disclosure-2019-art-30-period', calendar } },
        },
        personal: { items: '请明确所需文件的名称' },
      });
    given(received).when(request, on('03-11')).thenRejected('correction is asked for within seven working days of receipt');
  });

  it('is sent back once', () =>
    given(received, requested, corrected).when(request, on('03-19')).thenRejected('correction can be asked for only once'));

  it('is not sent back for correction in a term that a decision set', () =>
    given(received, { type: 'DisclosureAnswerOrdered', data: { due: { ...due, rule: 'decision-term', from: '2021-04-01' } } })
      .when(request, on('04-02'))
      .thenRejected('补正应当自收到申请之日起7个工作日内告知'));

  it('is answered by telling to amend under the 2008 regulation', () => {
    const old: Past = {
      type: 'DisclosureRegistered',
      data: { ...facts, due: { on: '2018-06-26', rule: 'disclosure-2008-art-24', calendar } },
    };
    given(old).when(request).thenRejected('under the 2008 regulation telling the applicant to amend is an answer: record it as one');
    given(old)
      .when({ type: 'AnswerDisclosure', data: { outcome: 'told-to-amend', text: '请明确' } })
      .then({
        type: 'DisclosureAnswered',
        data: { unit: 'gov-office', outcome: 'told-to-amend', remedy: 'reconsideration-or-suit' },
        personal: { text: '请明确' },
      });
  });

  it('is not answered, extended or routed while it waits', () => {
    given(received, requested)
      .when({ type: 'AnswerDisclosure', data: { outcome: 'granted', text: '见附件' } })
      .thenRejected('the applicant has been asked to correct the request');
    given(received, requested)
      .when({ type: 'ExtendDisclosure', data: { reason: '材料较多' } })
      .thenRejected('只有尚未答复的公开申请才能延长期限');
  });
});

describe('a corrected request', () => {
  it('has the whole term anew from the day it is received', () =>
    given(...handled, requested)
      .when(receive, on('03-18'))
      // 19, 22-26, 29-31 March, 1, 2, 6-9, 12-16 April: Qingming is 3-5 April
      .then({
        type: 'DisclosureCorrectionReceived',
        data: { due: { on: '2021-04-16', rule, calendar }, limits: { correction: null } },
        personal: { text: '永政发〔2017〕3号' },
      }));

  it('goes on where it was', () => {
    expect(foldCase(disclosure, [received, requested, corrected]).status).toBe('received');
    expect(foldCase(disclosure, [...handled, requested, corrected]).status).toBe('handling');
  });

  it('is taken also when it comes late for a good reason', () =>
    given(...handled, requested, lapsed)
      .when(receive, on('04-01'))
      // 2, 6-9, 12-16, 19-23, 25 (Sunday, worked), 26-29 April
      .then({
        type: 'DisclosureCorrectionReceived',
        data: { due: { on: '2021-04-29', rule, calendar }, limits: { correction: null } },
        personal: { text: '永政发〔2017〕3号' },
      }));

  it('is received only when it was asked for', () =>
    given(received).when(receive, on('03-18')).thenRejected('no correction of this request is awaited'));
});

describe('a correction that is not made', () => {
  it('lapses at the end of its period, and the answer is not overdue meanwhile', () => {
    expect(silencesAfter([received, requested], '2021-03-25T23:59:59+08:00')).toEqual([]);
    expect(silencesAfter([received, requested], '2021-12-31T00:00:00+08:00')).toEqual([
      { type: 'DisclosureCorrectionLapsed', data: { clock: 'correction', on: '2021-03-25' }, at: '2021-03-26T00:00:00+08:00' },
    ]);
  });

  it('counts from the day on which the notice was served', () => {
    given(received, requested)
      .when(served('2021-03-08'), on('03-12'))
      // 9-12, 15-19, 22-26, 29 March
      .then({
        type: 'DisclosureNoticeServed',
        data: {
          notice: 'correction',
          on: '2021-03-08',
          limits: { correction: { on: '2021-03-29', rule: 'disclosure-2019-art-30-period', calendar } },
        },
      });
    given(received, requested).when(served('2021-03-04'), on('03-12')).thenNothing();
    given(received, requested).when(served('2021-03-03'), on('03-12')).thenRejected('a notice is not served before it is sent');
    given(received, requested, lapsed)
      .when(served('2021-03-08'), on('03-26'))
      .thenRejected('no notice on this request has a term that runs');
  });

  it('ends the request when an officer finds no good reason; it counts as not corrected', () => {
    given(received, requested, lapsed)
      .when(close, on('03-29'))
      .then({ type: 'DisclosureAbandoned', data: { disposal: 'other-correction-lapsed' } });
    given(received, requested).when(close, on('03-25')).thenRejected('the period for it has not run out');
    given(received).when(close, on('03-29')).thenRejected('neither a correction nor a fee is awaited');
  });
});
