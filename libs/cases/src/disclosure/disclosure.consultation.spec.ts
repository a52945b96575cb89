import { caseSpec, type CommandFor, type PastFor, usualCircumstances } from '@app/testing';
import { foldCase } from '../kernel/decide';
import { silencesUntil } from '../kernel/silences';
import { disclosure } from '.';

const { given } = caseSpec(disclosure);

type Command = CommandFor<typeof disclosure>;
type Past = PastFor<typeof disclosure>;

const calendar = 'chinese-days-1.5.7';
const rule = 'disclosure-2019-art-33';
const facts = { caseNumber: 'YS-2021-000001', channel: 'in-person', kind: 'enterprise', matter: '采购合同' } as const;
// Twenty working days from Monday 2021-03-01.
const due = { on: '2021-03-29', rule, calendar, from: '2021-03-01', amount: 20, unit: 'working-day' } as const;
const received: Past = { type: 'DisclosureRegistered', data: { ...facts, due } };
const routed: Past = { type: 'DisclosureRouted', data: { unit: 'land-bureau' } };
const signedIn: Past = { type: 'DisclosureSignedIn', data: {} };
const handled = [received, routed, signedIn];
const old: Past = {
  type: 'DisclosureRegistered',
  data: {
    ...facts,
    due: { on: '2018-06-26', rule: 'disclosure-2008-art-24', calendar, from: '2018-06-04', amount: 15, unit: 'working-day' },
  },
};

const fifteen = { calendar, amount: 15, unit: 'working-day' } as const;
const thirdPartyDue = { ...fifteen, on: '2021-03-29', rule: 'disclosure-2019-art-32', from: '2021-03-08' };
const coAgencyDue = { ...fifteen, on: '2021-03-31', rule: 'disclosure-2019-art-34', from: '2021-03-10' };
const asked: Past = {
  type: 'DisclosureThirdPartyConsulted',
  data: { since: '2021-03-08', why: 'third-party', limits: { 'third-party': thirdPartyDue } },
};
const coAsked: Past = {
  type: 'DisclosureCoAgencyConsulted',
  data: { agency: '县财政局', since: '2021-03-08', why: 'co-agency', limits: { 'co-agency': coAgencyDue } },
};
const heard: Past = { type: 'DisclosureThirdPartyReplied', data: { opinion: 'objection', limits: { 'third-party': null } } };
const silent: Past = { type: 'DisclosureThirdPartySilent', data: { clock: 'third-party', on: '2021-03-29' } };
const resumed: Past = { type: 'DisclosureResumed', data: { due: { ...due, on: '2021-04-20' } } };

const ask: Command = { type: 'ConsultThirdParty', data: { thirdParty: '某建筑公司' } };
const hear = (opinion: 'consent' | 'objection' | 'no-reply'): Command => ({
  type: 'RecordThirdPartyReply',
  data: { opinion, reason: '涉及商业秘密' },
});
const coAsk: Command = { type: 'ConsultCoAgency', data: { agency: '县财政局' } };
const coHear: Command = { type: 'RecordCoAgencyReply', data: { opinion: 'consent' } };
const served = (notice: 'third-party' | 'co-agency', on: string): Command => ({
  type: 'RecordDisclosureNoticeServed',
  data: { notice, on },
});
const on = (day: string) => ({ at: `2021-${day}T09:00:00+08:00` });

const silencesAfter = (past: readonly Past[], until: string) =>
  silencesUntil(disclosure, foldCase(disclosure, past), until, usualCircumstances);

// 2019 regulation arts 32, 33 ¶3.
describe('a third party', () => {
  it('is asked and has fifteen working days; the answer waits', () =>
    given(...handled)
      .when(ask, on('03-08'))
      // 9-12, 15-19, 22-26, 29 March
      .then({
        type: 'DisclosureThirdPartyConsulted',
        data: {
          since: '2021-03-08',
          why: 'third-party',
          limits: { 'third-party': { on: '2021-03-29', rule: 'disclosure-2019-art-32', calendar } },
        },
        personal: { thirdParty: '某建筑公司' },
      }));

  it('has that time from when it received the letter', () =>
    given(...handled, asked)
      .when(served('third-party', '2021-03-12'), on('03-16'))
      // 15-19, 22-26, 29-31 March, 1, 2 April
      .then({
        type: 'DisclosureNoticeServed',
        data: {
          notice: 'third-party',
          on: '2021-03-12',
          limits: { 'third-party': { on: '2021-04-02', rule: 'disclosure-2019-art-32', calendar } },
        },
      }));

  it('replies, and the time it took is not counted', () =>
    given(...handled, asked)
      .when(hear('objection'), on('03-15'))
      // Five working days, 9-12 and 15 March, are added: 30, 31 March, 1, 2, 6 April
      .then(
        {
          type: 'DisclosureThirdPartyReplied',
          data: { opinion: 'objection', limits: { 'third-party': null } },
          personal: { reason: '涉及商业秘密' },
        },
        { type: 'DisclosureResumed', data: { due: { on: '2021-04-06', rule, calendar } } },
      ));

  it('is silent when its time has passed; the agency decides, and the clock runs again', () => {
    expect(silencesAfter([...handled, asked], '2021-03-29T23:59:59+08:00')).toEqual([]);
    expect(silencesAfter([...handled, asked], '2021-03-30T00:00:00+08:00')).toMatchObject([
      { type: 'DisclosureThirdPartySilent', data: { clock: 'third-party', on: '2021-03-29' }, at: '2021-03-30T00:00:00+08:00' },
      // Fifteen working days are added: 30, 31 March, 1, 2, 6-9, 12-16, 19, 20 April
      { type: 'DisclosureResumed', data: { due: { on: '2021-04-20', rule } }, at: '2021-03-30T00:00:00+08:00' },
    ]);
    expect(foldCase(disclosure, [...handled, asked, silent, resumed]).status).toBe('handling');
  });

  it('is not said by hand to be silent: its term says that', () =>
    given(...handled, asked)
      .when(hear('no-reply'), on('03-15'))
      .thenRejected('that a third party is silent is recorded by its term, not by hand'));

  it('may still be heard after that, once, and stops no clock', () => {
    given(...handled, asked, silent, resumed)
      .when(hear('consent'), on('03-31'))
      .then({
        type: 'DisclosureThirdPartyReplied',
        data: { opinion: 'consent', limits: { 'third-party': null } },
        personal: { reason: '涉及商业秘密' },
      });
    given(...handled, asked, silent, resumed, heard)
      .when(hear('consent'), on('03-31'))
      .thenRejected('nobody is being consulted on this request');
  });

  it('is not asked twice at a time, but may be asked again', () => {
    given(...handled, asked)
      .when(ask, on('03-09'))
      .thenRejected('the third party has been asked and has not answered yet');
    given(...handled, asked, heard, resumed)
      .when(ask, on('03-16'))
      .then({
        type: 'DisclosureThirdPartyConsulted',
        // 17-19, 22-26, 29-31 March, 1, 2, 6, 7 April
        data: {
          since: '2021-03-16',
          why: 'third-party',
          limits: { 'third-party': { on: '2021-04-07', rule: 'disclosure-2019-art-32', calendar } },
        },
        personal: { thirdParty: '某建筑公司' },
      });
  });

  it('is asked by whoever handles the request: not between routing and signing in, nor after the answer', () => {
    const cannot = 'others are consulted only on a request that is not yet routed, or that the handling unit has signed in';
    given(received, routed).when(ask, on('03-08')).thenRejected(cannot);
    given(received, { type: 'DisclosureAnswered', data: { unit: 'gov-office', outcome: 'granted' } })
      .when(ask, on('03-08'))
      .thenRejected(cannot);
  });

  it('is not heard when it was not asked', () =>
    given(...handled)
      .when(hear('consent'), on('03-15'))
      .thenRejected('nobody is being consulted on this request'));
});

// 2008 regulation arts 23, 24 ¶3.
describe('a third party under the 2008 regulation', () => {
  const oldAsked: Past = { type: 'DisclosureThirdPartyConsulted', data: { since: '2018-06-11', why: 'third-party' } };

  it('is asked and has no term of its own', () => {
    given(old)
      .when(ask, { at: '2018-06-11T09:00:00+08:00' })
      .then({
        type: 'DisclosureThirdPartyConsulted',
        data: { since: '2018-06-11', why: 'third-party' },
        personal: { thirdParty: '某建筑公司' },
      });
    expect(silencesAfter([old, oldAsked], '2018-12-31T00:00:00+08:00')).toEqual([]);
  });

  it('that does not reply is recorded as such, and the time is not counted', () =>
    given(old, oldAsked)
      .when(hear('no-reply'), { at: '2018-06-20T09:00:00+08:00' })
      // Six working days, 12-15, 19 and 20 June, are added: 27-29 June, 2-4 July; 18 June is Dragon Boat Festival
      .then(
        {
          type: 'DisclosureThirdPartyReplied',
          data: { opinion: 'no-reply', limits: { 'third-party': null } },
          personal: { reason: '涉及商业秘密' },
        },
        { type: 'DisclosureResumed', data: { due: { on: '2018-07-04', rule: 'disclosure-2008-art-24', calendar } } },
      ));

  it('is served no notice that has a term', () =>
    given(old, oldAsked).when(served('third-party', '2018-06-12')).thenRejected('no notice on this request has a term that runs'));
});

// 2019 regulation art. 34.
describe('an agency that made the information with us', () => {
  it('is asked and has fifteen working days; the answer waits', () =>
    given(...handled)
      .when(coAsk, on('03-10'))
      // 11, 12, 15-19, 22-26, 29-31 March
      .then({
        type: 'DisclosureCoAgencyConsulted',
        data: {
          agency: '县财政局',
          since: '2021-03-10',
          why: 'co-agency',
          limits: { 'co-agency': { on: '2021-03-31', rule: 'disclosure-2019-art-34', calendar } },
        },
      }));

  it('consents when it is silent', () => {
    const alone: Past = {
      type: 'DisclosureCoAgencyConsulted',
      data: { agency: '县财政局', since: '2021-03-10', why: 'co-agency', limits: { 'co-agency': coAgencyDue } },
    };
    expect(silencesAfter([...handled, alone], '2021-04-01T00:00:00+08:00')).toMatchObject([
      { type: 'DisclosureCoAgencySilent', data: { clock: 'co-agency', on: '2021-03-31' } },
      // Fifteen working days are added: 1, 2, 6-9, 12-16, 19-22 April
      { type: 'DisclosureResumed', data: { due: { on: '2021-04-20' } } },
    ]);
  });

  it('is not asked twice at a time, nor heard unasked, nor asked under the 2008 regulation', () => {
    given(...handled, coAsked)
      .when(coAsk, on('03-11'))
      .thenRejected('the agency has been asked and has not answered yet');
    given(...handled, asked)
      .when(coHear, on('03-11'))
      .thenRejected('nobody is being consulted on this request');
    given(old).when(coAsk).thenRejected('under the 2008 regulation consulting another agency does not stop the clock');
  });
});

describe('two consultations at a time', () => {
  it('stop the clock once, from the first', () =>
    given(...handled, asked)
      .when(coAsk, on('03-10'))
      .then({
        type: 'DisclosureCoAgencyConsulted',
        data: {
          agency: '县财政局',
          since: '2021-03-08',
          why: 'co-agency',
          limits: { 'co-agency': { on: '2021-03-31', rule: 'disclosure-2019-art-34', calendar } },
        },
      }));

  it('let it run again after the last reply', () => {
    given(...handled, asked, coAsked)
      .when(hear('consent'), on('03-15'))
      .then({
        type: 'DisclosureThirdPartyReplied',
        data: { opinion: 'consent', limits: { 'third-party': null } },
        personal: { reason: '涉及商业秘密' },
      });
    given(...handled, asked, coAsked, heard)
      .when(coHear, on('03-17'))
      // Seven working days, 9-12 and 15-17 March, are added: 30, 31 March, 1, 2, 6-8 April
      .then(
        { type: 'DisclosureCoAgencyReplied', data: { opinion: 'consent', limits: { 'co-agency': null } }, personal: {} },
        { type: 'DisclosureResumed', data: { due: { on: '2021-04-08', rule, calendar } } },
      );
  });

  it('let it run again after the last silence', () =>
    expect(silencesAfter([...handled, asked, coAsked], '2021-04-02T00:00:00+08:00').map(({ type, at }) => [type, at])).toEqual([
      ['DisclosureThirdPartySilent', '2021-03-30T00:00:00+08:00'],
      ['DisclosureCoAgencySilent', '2021-04-01T00:00:00+08:00'],
      ['DisclosureResumed', '2021-04-01T00:00:00+08:00'],
    ]));

  it('are both over before the request is answered', () => {
    const answer: Command = { type: 'AnswerDisclosure', data: { outcome: 'refused-third-party', text: '涉及商业秘密' } };
    const open = 'others are being consulted: the answer waits for them or for their time to pass';
    given(...handled, asked)
      .when(answer, on('03-15'))
      .thenRejected(open);
    given(...handled, asked, coAsked, heard)
      .when(answer, on('03-16'))
      .thenRejected(open);
    given(...handled, asked, heard, resumed)
      .when(answer, on('03-16'))
      .then({
        type: 'DisclosureAnswered',
        data: { unit: 'land-bureau', outcome: 'refused-third-party', remedy: 'reconsideration-or-suit' },
        personal: { text: '涉及商业秘密' },
      });
  });
});
