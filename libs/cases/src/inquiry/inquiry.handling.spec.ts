import { caseSpec, type CommandFor, type PastFor, usualCircumstances } from '@app/testing';
import { silencesUntil } from '../kernel/silences';
import { foldCase } from '../kernel/decide';
import { inquiry } from '.';

const { given } = caseSpec(inquiry);

type Command = CommandFor<typeof inquiry>;
type Past = PastFor<typeof inquiry>;

const on = (date: string) => ({ at: `${date}T10:00:00+08:00` });

const signIn: Command = { type: 'SignInInquiry', data: {} };
const requestReturn: Command = { type: 'RequestInquiryReturn', data: { ground: 'not-competent', reason: '属民政救助，不属医保' } };
const approveReturn: Command = { type: 'ApproveInquiryReturn', data: { note: '改派' } };
const refuseReturn: Command = { type: 'RefuseInquiryReturn', data: { reason: '职责清单已明确' } };
const extend: Command = { type: 'ExtendInquiry', data: { reason: '须向州局核实' } };
const route: Command = { type: 'RouteInquiry', data: { unit: 'medical-insurance' } };

const calendar = 'chinese-days-1.5.7';
const received: Past = {
  type: 'InquiryRegistered',
  data: {
    caseNumber: 'WZ-2018-000052',
    channel: 'online',
    matter: '医保',
    due: { on: '2018-06-11', rule: 'inquiry-ordinary', calendar, from: '2018-06-04', amount: 5, unit: 'working-day' },
  },
};
// Three working days from Monday.
const window = { on: '2018-06-07', rule: 'inquiry-return', calendar };
const routed: Past = { type: 'InquiryRouted', data: { unit: 'medical-insurance', limits: { return: window } } };
const signedIn: Past = { type: 'InquirySignedIn', data: {} };
const returnRequested: Past = { type: 'InquiryReturnRequested', data: { unit: 'medical-insurance', ground: 'not-competent' } };
const returned: Past = { type: 'InquiryReturned', data: { unit: 'medical-insurance', limits: { return: null } } };
const returnRefused: Past = { type: 'InquiryReturnRefused', data: { limits: { return: null } } };
const extended: Past = {
  type: 'InquiryExtended',
  data: {
    due: {
      on: '2018-06-19',
      rule: 'inquiry-ordinary',
      calendar,
      extensions: [{ amount: 5, unit: 'working-day', rule: 'inquiry-extension' }],
    },
  },
};
const answered: Past = { type: 'InquiryAnswered', data: { unit: 'medical-insurance' } };

describe('an inquiry that the unit gives back', () => {
  it.each([
    ['before it is signed in', [received, routed]],
    ['after it is signed in', [received, routed, signedIn]],
  ])('is asked to be taken back %s, until the end of the last day of the window', (_, past) => {
    given(...past)
      .when(requestReturn, on('2018-06-07'))
      .then({
        type: 'InquiryReturnRequested',
        data: { unit: 'medical-insurance', ground: 'not-competent' },
        personal: { reason: '属民政救助，不属医保' },
      });
    given(...past)
      .when(requestReturn, on('2018-06-08'))
      .thenRejected('the time for giving it back is over, or giving it back was refused');
  });

  it('is in good time or too late to the minute where the local rules count hours', () => {
    const hours = { ...window, on: '2018-06-05', at: '2018-06-05T09:00:00+08:00' };
    const past: Past[] = [received, { type: 'InquiryRouted', data: { unit: 'medical-insurance', limits: { return: hours } } }];
    given(...past)
      .when(requestReturn, { at: '2018-06-05T09:00:00+08:00' })
      .thenRejected('退回期限已过，或退回申请未获同意');
    given(...past)
      .when(requestReturn, { at: '2018-06-05T08:59:59+08:00' })
      .then({
        type: 'InquiryReturnRequested',
        data: { unit: 'medical-insurance', ground: 'not-competent' },
        personal: { reason: '属民政救助，不属医保' },
      });
  });

  it('waits for the decision, and is not handled meanwhile', () =>
    given(received, routed, returnRequested).when(signIn).thenRejected('only an assigned inquiry can be signed in'));

  it('is taken back and can be assigned anew', () => {
    given(received, routed, returnRequested)
      .when(approveReturn)
      .then({ type: 'InquiryReturned', data: { unit: 'medical-insurance', limits: { return: null } }, personal: { note: '改派' } });
    given(received, routed, returnRequested, returned)
      .when({ type: 'RouteInquiry', data: { unit: 'civil-affairs' } }, on('2018-06-08'))
      .then({
        type: 'InquiryRouted',
        data: { unit: 'civil-affairs', limits: { return: { on: '2018-06-13', rule: 'inquiry-return', calendar } } },
        personal: {},
      });
  });

  it.each([
    ['not signed in', [received, routed], signIn, { type: 'InquirySignedIn' as const, data: {} }],
    [
      'signed in',
      [received, routed, signedIn],
      { type: 'DraftInquiryResponse' as const, data: { text: '拟复' } },
      { type: 'InquiryResponseDrafted' as const, data: {}, personal: { text: '拟复' } },
    ],
  ])('is where it was when the return is refused: %s', (_, past, next, then) => {
    given(...past, returnRequested)
      .when(refuseReturn)
      .then({ type: 'InquiryReturnRefused', data: { limits: { return: null } }, personal: { reason: '职责清单已明确' } });
    given(...past, returnRequested, returnRefused)
      .when(next)
      .then(then);
  });

  it('is not asked to be taken back again once that was refused', () =>
    given(received, routed, returnRequested, returnRefused)
      .when(requestReturn, on('2018-06-05'))
      .thenRejected('the time for giving it back is over, or giving it back was refused'));

  it('is decided on only when the unit has asked', () => {
    given(received, routed).when(approveReturn).thenRejected('the unit has not asked to give it back');
    given(received, routed).when(refuseReturn).thenRejected('承办单位没有申请退回');
  });

  it('keeps its term: the clock of the response runs on', () => {
    const past = [received, routed, returnRequested, returned];
    expect(foldCase(inquiry, past).clocks).toMatchObject({ answer: { due: { on: '2018-06-11' } } });
  });

  it('is not assigned while the return is undecided', () =>
    given(received, routed, returnRequested).when(route).thenRejected('只有已登记、尚未转办的网络问政才能转办'));
});

describe('the window for giving an inquiry back', () => {
  it('passes without a word', () => {
    const silences = silencesUntil(inquiry, foldCase(inquiry, [received, routed]), '2018-06-11T23:59:59+08:00', usualCircumstances);
    expect(silences).toEqual([]);
  });
});

describe('the extension of an inquiry', () => {
  it('adds the local length to the term', () =>
    given(received, routed, signedIn)
      .when(extend, on('2018-06-11'))
      // Five more working days, 2018-06-18 being Dragon Boat: 12-15, 19.
      .then({
        type: 'InquiryExtended',
        data: { due: { on: '2018-06-19', rule: 'inquiry-ordinary', calendar } },
        personal: { reason: '须向州局核实' },
      }));

  it('is granted once under the default rules', () =>
    given(received, routed, signedIn, extended)
      .when(extend, on('2018-06-12'))
      .thenRejected('it was extended as often as the local rules allow'));

  it('is granted as often as a county allows', () => {
    const { local } = usualCircumstances;
    const twice = { ...local, inquiry: { ...local.inquiry, extension: { ...local.inquiry.extension, most: 2 } } };
    const never = { ...local, inquiry: { ...local.inquiry, extension: { ...local.inquiry.extension, most: 0 } } };
    given(received, extended)
      .when(extend, { ...on('2018-06-12'), local: twice })
      .then({
        type: 'InquiryExtended',
        data: { due: { on: '2018-06-26', rule: 'inquiry-ordinary', calendar } },
        personal: { reason: '须向州局核实' },
      });
    given(received)
      .when(extend, { ...on('2018-06-05'), local: never })
      .thenRejected('延期次数已达本地规定的上限');
  });

  it('is not granted after the term is over, nor after the response', () => {
    given(received, routed).when(extend, on('2018-06-12')).thenRejected('its term is over and can no longer be extended');
    given(received, routed, signedIn, answered).when(extend).thenRejected('only an inquiry that is not yet responded to can be extended');
  });
});
