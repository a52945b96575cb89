import { caseSpec, type CommandFor, type PastFor } from '@app/testing';
import { disclosure } from '.';

const { given } = caseSpec(disclosure);

type Command = CommandFor<typeof disclosure>;
type Past = PastFor<typeof disclosure>;
type Receipt = Pick<Extract<Past, { type: 'DisclosureRegistered' }>['data'], 'channel' | 'delivery'>;

const calendar = 'chinese-days-1.5.7';
const whole = '01890000-0000-7000-8000-0000000000e1';
const part = '01890000-0000-7000-8000-0000000000e2';

const applicant = { applicant: '覃某', identity: '居民身份证4331***', contact: '13600000000', text: '申请公开征地补偿方案' };
const facts = { kind: 'natural-person', matter: '征地' } as const;
const due = { on: '2021-03-29', rule: 'disclosure-2019-art-33', calendar, from: '2021-03-01', amount: 20, unit: 'working-day' } as const;
const received = (receipt: Receipt): Past => ({
  type: 'DisclosureRegistered',
  data: { caseNumber: 'YS-2021-000001', ...facts, ...receipt, due },
});
const routed: Past = { type: 'DisclosureRouted', data: { unit: 'land-bureau' } };
const signedIn: Past = { type: 'DisclosureSignedIn', data: {} };
const confirmed: Past = { type: 'DisclosureReceiptConfirmed', data: { due: { ...due, on: '2021-03-31', from: '2021-03-03' } } };

const confirm: Command = { type: 'ConfirmDisclosureReceipt', data: {} };
const split: Command = { type: 'RecordDisclosureSplit', data: { part } };
const at = '2021-03-03T09:00:00+08:00';

const certain = 'handed in or signed for: the day of receipt is certain';

describe('a disclosure request', () => {
  it('names who applies, how that was proved, and in which form the information is wanted (2019 regulation art. 29)', () =>
    given()
      .when(
        { type: 'RegisterDisclosure', data: { ...facts, channel: 'letter', delivery: 'ordinary', form: 'email', ...applicant } },
        { at: '2021-03-01T09:00:00+08:00', caseNumber: 'YS-2021-000001' },
      )
      .then({
        type: 'DisclosureRegistered',
        data: { caseNumber: 'YS-2021-000001', ...facts, channel: 'letter', delivery: 'ordinary', form: 'email', due },
        personal: applicant,
      }));

  it('is delivered by post only when it is a letter', () =>
    given()
      .when({ type: 'RegisterDisclosure', data: { ...facts, channel: 'fax', delivery: 'ordinary', ...applicant } })
      .thenRejected('only a letter is delivered by post'));
});

// 2019 regulation art. 31.
describe('the day of receipt', () => {
  it.each<[string, Receipt]>([
    ['online', { channel: 'online' }],
    ['by fax', { channel: 'fax' }],
    ['by ordinary mail', { channel: 'letter', delivery: 'ordinary' }],
  ])('of a request %s is the day on which it is confirmed with the applicant: the term starts anew', (_, receipt) =>
    given(received(receipt))
      .when(confirm, { at })
      // 4, 5, 8-12, 15-19, 22-26, 29-31 March
      .then({ type: 'DisclosureReceiptConfirmed', data: { due: { on: '2021-03-31', rule: 'disclosure-2019-art-33', calendar } } }),
  );

  it.each<[string, Receipt]>([
    ['handed in', { channel: 'in-person' }],
    ['signed for', { channel: 'letter', delivery: 'signed-for' }],
    ['a letter of which nothing else is said', { channel: 'letter' }],
  ])('of a request that was %s is certain', (_, receipt) => given(received(receipt)).when(confirm, { at }).thenRejected(certain));

  it('is confirmed once, also after routing, and before the unit signs in', () => {
    given(received({ channel: 'online' }), routed)
      .when(confirm, { at })
      .then({ type: 'DisclosureReceiptConfirmed', data: { due: { on: '2021-03-31', rule: 'disclosure-2019-art-33', calendar } } });
    given(received({ channel: 'online' }), confirmed)
      .when(confirm, { at })
      .thenRejected('receipt was confirmed already');
    given(received({ channel: 'online' }), routed, signedIn)
      .when(confirm, { at })
      .thenRejected('receipt is confirmed before the handling unit signs in');
  });

  it('is not confirmed when the term is extended already', () =>
    given(received({ channel: 'online' }), { type: 'DisclosureExtended', data: { due: { ...due, on: '2021-04-26' } } })
      .when(confirm, { at })
      .thenRejected('the term can be extended only once'));

  it('is not open under the 2008 regulation', () =>
    given({
      type: 'DisclosureRegistered',
      data: {
        caseNumber: 'YS-2018-000001',
        ...facts,
        channel: 'online',
        due: { on: '2018-06-26', rule: 'disclosure-2008-art-24', calendar },
      },
    })
      .when(confirm)
      .thenRejected('under the 2008 regulation the term runs from receipt without confirmation'));
});

// 一事一申请: 国办函〔2020〕109号 art. 4.
describe('a letter with several contents', () => {
  it('is registered in parts, each saying from which request it came', () =>
    given()
      .when(
        { type: 'RegisterDisclosure', data: { ...facts, channel: 'letter', splitFrom: whole, ...applicant } },
        { at: '2021-03-01T09:00:00+08:00', caseNumber: 'YS-2021-000001' },
      )
      .then({
        type: 'DisclosureRegistered',
        data: { caseNumber: 'YS-2021-000001', ...facts, channel: 'letter', splitFrom: whole, due },
        personal: applicant,
      }));

  it('has each part on the record of the first, once', () => {
    given(received({ channel: 'letter' }))
      .when(split)
      .then({ type: 'DisclosureSplit', data: { part } });
    given(received({ channel: 'letter' }), { type: 'DisclosureSplit', data: { part } })
      .when(split)
      .thenNothing();
    given().when(split).thenRejected('this request is not registered');
  });
});
