import { caseSpec, type CommandFor, type PastFor, usualCircumstances } from '@app/testing';
import { silencesUntil } from '../kernel/silences';
import { foldCase } from '../kernel/decide';
import { letter } from '.';

const { given } = caseSpec(letter);

type Command = CommandFor<typeof letter>;
type Past = PastFor<typeof letter>;

const on = (date: string) => ({ at: `${date}T10:00:00+08:00` });

const signIn: Command = { type: 'SignInLetter', data: {} };
const requestReturn: Command = { type: 'RequestLetterReturn', data: { ground: 'not-competent', reason: '属农村公路，由乡镇管护' } };
const approveReturn: Command = { type: 'ApproveLetterReturn', data: { note: '改派' } };
const refuseReturn: Command = { type: 'RefuseLetterReturn', data: { reason: '职责清单已明确' } };
const extend: Command = { type: 'ExtendLetter', data: { reason: '须现场检测' } };
const route: Command = { type: 'RouteLetter', data: { unit: 'transport' } };

const calendar = 'chinese-days-1.5.7';
const received: Past = {
  type: 'LetterRegistered',
  data: {
    caseNumber: 'LX-2018-000128',
    channel: 'online',
    matter: '道路',
    due: { on: '2018-06-19', rule: 'letter-ordinary', calendar, from: '2018-06-04', amount: 10, unit: 'working-day' },
  },
};
// Three working days from Monday.
const window = { on: '2018-06-07', rule: 'letter-return', calendar };
const routed: Past = { type: 'LetterRouted', data: { unit: 'transport', limits: { return: window } } };
const signedIn: Past = { type: 'LetterSignedIn', data: {} };
const returnRequested: Past = { type: 'LetterReturnRequested', data: { unit: 'transport', ground: 'not-competent' } };
const returned: Past = { type: 'LetterReturned', data: { unit: 'transport', limits: { return: null } } };
const returnRefused: Past = { type: 'LetterReturnRefused', data: { limits: { return: null } } };
const extended: Past = {
  type: 'LetterExtended',
  data: {
    due: {
      on: '2018-07-03',
      rule: 'letter-ordinary',
      calendar,
      extensions: [{ amount: 10, unit: 'working-day', rule: 'letter-extension' }],
    },
  },
};
const answered: Past = { type: 'LetterAnswered', data: { unit: 'transport' } };

describe('a letter that the unit gives back', () => {
  it.each([
    ['before it is signed in', [received, routed]],
    ['after it is signed in', [received, routed, signedIn]],
  ])('is asked to be taken back %s, until the end of the last day of the window', (_, past) => {
    given(...past)
      .when(requestReturn, on('2018-06-07'))
      .then({
        type: 'LetterReturnRequested',
        data: { unit: 'transport', ground: 'not-competent' },
        personal: { reason: '属农村公路，由乡镇管护' },
      });
    given(...past)
      .when(requestReturn, on('2018-06-08'))
      .thenRejected('the time for giving it back is over, or giving it back was refused');
  });

  it('is in good time or too late to the minute where the local rules count hours', () => {
    const hours = { ...window, on: '2018-06-05', at: '2018-06-05T09:00:00+08:00' };
    const past: Past[] = [received, { type: 'LetterRouted', data: { unit: 'transport', limits: { return: hours } } }];
    given(...past)
      .when(requestReturn, { at: '2018-06-05T09:00:00+08:00' })
      .thenRejected('退回期限已过，或退回申请未获同意');
    given(...past)
      .when(requestReturn, { at: '2018-06-05T08:59:59+08:00' })
      .then({
        type: 'LetterReturnRequested',
        data: { unit: 'transport', ground: 'not-competent' },
        personal: { reason: '属农村公路，由乡镇管护' },
      });
  });

  it('waits for the decision, and is not handled meanwhile', () =>
    given(received, routed, returnRequested).when(signIn).thenRejected('only an assigned letter can be signed in'));

  it('is taken back and can be assigned anew', () => {
    given(received, routed, returnRequested)
      .when(approveReturn)
      .then({ type: 'LetterReturned', data: { unit: 'transport', limits: { return: null } }, personal: { note: '改派' } });
    given(received, routed, returnRequested, returned)
      .when({ type: 'RouteLetter', data: { unit: 'urban-management' } }, on('2018-06-08'))
      .then({
        type: 'LetterRouted',
        data: { unit: 'urban-management', limits: { return: { on: '2018-06-13', rule: 'letter-return', calendar } } },
        personal: {},
      });
  });

  it.each([
    ['not signed in', [received, routed], signIn, { type: 'LetterSignedIn' as const, data: {} }],
    [
      'signed in',
      [received, routed, signedIn],
      { type: 'DraftLetterReply' as const, data: { text: '拟复' } },
      { type: 'LetterReplyDrafted' as const, data: {}, personal: { text: '拟复' } },
    ],
  ])('is where it was when the return is refused: %s', (_, past, next, then) => {
    given(...past, returnRequested)
      .when(refuseReturn)
      .then({ type: 'LetterReturnRefused', data: { limits: { return: null } }, personal: { reason: '职责清单已明确' } });
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

  it('keeps its term: the clock of the reply runs on', () => {
    const past = [received, routed, returnRequested, returned];
    expect(foldCase(letter, past).clocks).toMatchObject({ answer: { due: { on: '2018-06-19' } } });
  });

  it('is not assigned while the return is undecided', () =>
    given(received, routed, returnRequested).when(route).thenRejected('只有已登记、尚未转办的来信才能转办'));
});

describe('the window for giving a letter back', () => {
  it('passes without a word', () => {
    const silences = silencesUntil(letter, foldCase(letter, [received, routed]), '2018-06-19T23:59:59+08:00', usualCircumstances);
    expect(silences).toEqual([]);
  });
});

describe('the extension of a letter', () => {
  it('adds the local length to the term', () =>
    given(received, routed, signedIn)
      .when(extend, on('2018-06-19'))
      // Ten more working days, 2018-06-18 being Dragon Boat: 20-22, 25-29, July 2, 3.
      .then({
        type: 'LetterExtended',
        data: { due: { on: '2018-07-03', rule: 'letter-ordinary', calendar } },
        personal: { reason: '须现场检测' },
      }));

  it('is granted once under the default rules', () =>
    given(received, routed, signedIn, extended)
      .when(extend, on('2018-06-20'))
      .thenRejected('it was extended as often as the local rules allow'));

  it('is granted as often as a county allows', () => {
    const { local } = usualCircumstances;
    const twice = { ...local, letter: { ...local.letter, extension: { ...local.letter.extension, most: 2 } } };
    const never = { ...local, letter: { ...local.letter, extension: { ...local.letter.extension, most: 0 } } };
    given(received, extended)
      .when(extend, { ...on('2018-06-20'), local: twice })
      .then({
        type: 'LetterExtended',
        data: { due: { on: '2018-07-17', rule: 'letter-ordinary', calendar } },
        personal: { reason: '须现场检测' },
      });
    given(received)
      .when(extend, { ...on('2018-06-05'), local: never })
      .thenRejected('延期次数已达本地规定的上限');
  });

  it('is not granted after the term is over, nor after the reply', () => {
    given(received, routed).when(extend, on('2018-06-20')).thenRejected('its term is over and can no longer be extended');
    given(received, routed, signedIn, answered).when(extend).thenRejected('only a letter that is not yet replied to can be extended');
  });
});
