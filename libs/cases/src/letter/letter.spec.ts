import { caseSpec, type CommandFor, type PastFor } from '@app/testing';
import { letter } from '.';

const { given } = caseSpec(letter);

type Command = CommandFor<typeof letter>;
type Past = PastFor<typeof letter>;

const sender = { sender: '田某', phone: '13900000000', text: '县长您好，学校门口没有红绿灯' };
const register: Command = {
  type: 'RegisterLetter',
  data: { channel: 'online', addressee: '县长', matter: '交通', area: '灵溪镇', ...sender },
};
const route: Command = { type: 'RouteLetter', data: { unit: 'traffic-police', instruction: '请县长批示件速办' } };
const signIn: Command = { type: 'SignInLetter', data: {} };
const answer: Command = { type: 'AnswerLetter', data: { text: '下月安装' } };
const rate: Command = { type: 'RateLetter', data: { rating: 'basically-satisfied', comment: '希望快些' } };
const close: Command = { type: 'CloseLetter', data: {} };

const calendar = 'chinese-days-1.5.7';
const due = { on: '2018-06-19', rule: 'letter-ordinary', calendar };
const returnable = { return: { on: '2018-06-07', rule: 'letter-return', calendar } };
const rateable = { return: null, rating: { on: '2018-06-26', rule: 'letter-rating', calendar } };
const registered = { caseNumber: 'LX-2018-000128', channel: 'online', addressee: '县长', matter: '交通', area: '灵溪镇', due } as const;
const received: Past = { type: 'LetterRegistered', data: registered };
const routed: Past = { type: 'LetterRouted', data: { unit: 'traffic-police' } };
const signedIn: Past = { type: 'LetterSignedIn', data: {} };
const answered: Past = { type: 'LetterAnswered', data: { unit: 'traffic-police' } };
const rated: Past = { type: 'LetterRated', data: { rating: 'basically-satisfied' } };
const closed: Past = { type: 'LetterClosed', data: {} };
const replied = [received, routed, signedIn, answered];

describe('a letter', () => {
  it('is registered with its addressee and due date; the sender is told apart', () =>
    given().when(register, { caseNumber: 'LX-2018-000128' }).then({ type: 'LetterRegistered', data: registered, personal: sender }));

  it('may be anonymous and to nobody in particular', () =>
    given()
      .when({ type: 'RegisterLetter', data: { channel: 'letter', matter: '其他', text: '……' } }, { caseNumber: 'LX-2018-000129' })
      .then({
        type: 'LetterRegistered',
        data: { caseNumber: 'LX-2018-000129', channel: 'letter', matter: '其他', due },
        personal: { text: '……' },
      }));

  it('tells where it was written, whether a reply is wanted, and whether it may be published', () => {
    const told = { platform: '县长信箱', replyWanted: false, consent: true } as const;
    given()
      .when({ type: 'RegisterLetter', data: { channel: 'online', matter: '其他', text: '……', ...told } })
      .then({
        type: 'LetterRegistered',
        data: { caseNumber: 'LX-2018-000001', channel: 'online', matter: '其他', ...told, due },
        personal: { text: '……' },
      });
  });

  it('is not registered twice', () => given(received).when(register).thenRejected('this letter is already registered'));

  it('is assigned to a unit; the instruction stays inside', () =>
    given(received)
      .when(route)
      .then({
        type: 'LetterRouted',
        data: { unit: 'traffic-police', limits: returnable },
        personal: { instruction: '请县长批示件速办' },
      }));

  it('is not assigned twice', () =>
    given(received, routed).when(route).thenRejected('only a registered letter that is not yet assigned can be assigned'));

  it('is signed in by the unit', () => given(received, routed).when(signIn).then({ type: 'LetterSignedIn', data: {} }));

  it('is not signed in before it is assigned', () => given(received).when(signIn).thenRejected('only an assigned letter can be signed in'));

  it('is replied to in the name of the unit it was assigned to', () =>
    given(received, routed, signedIn)
      .when(answer)
      .then({ type: 'LetterAnswered', data: { unit: 'traffic-police', limits: rateable }, personal: { text: '下月安装' } }));

  it('is not replied to before it is signed in', () =>
    given(received, routed).when(answer).thenRejected('only a letter that the handling unit has signed in can be replied to'));

  it('is rated once it is replied to', () =>
    given(...replied)
      .when(rate)
      .then({
        type: 'LetterRated',
        data: { rating: 'basically-satisfied', limits: { rating: null } },
        personal: { comment: '希望快些' },
      }));

  it('is not rated before it is replied to, nor twice', () => {
    given(received).when(rate).thenRejected('only a letter that is replied to and not yet rated can be rated');
    given(...replied, rated)
      .when(rate)
      .thenRejected('只有已回复、尚未评价的来信才能评价');
  });

  it.each([
    ['rated', [...replied, rated]],
    ['not rated', replied],
  ])('is closed once it is replied to, %s', (_, past) =>
    given(...past)
      .when(close)
      .then({ type: 'LetterClosed', data: {} }),
  );

  it('is not closed before it is replied to, nor twice', () => {
    given(received, routed).when(close).thenRejected('only a letter that is replied to can be closed');
    given(...replied, closed)
      .when(close)
      .thenRejected('only a letter that is replied to can be closed');
  });
});

// Ten working days; counted on the calendar wall by hand.
describe('the due date of a letter', () => {
  it.each([
    ['2018-02-08', 'Spring Festival 2018', '2018-02-27'], // 9, 11 (Sunday, worked), 12-14 | 22, 23, 24 (Saturday, worked), 26, 27
    ['2018-09-27', 'National Day 2018', '2018-10-16'], // 28, 29, 30 | 8-12, 15, 16
    ['2018-12-21', 'the New Year 2019', '2019-01-07'], // 24-28, 29 | 2, 3, 4, 7
  ])('received on %s, before %s, is %s', (date, _, on) =>
    given()
      .when(register, { at: `${date}T08:00:00+08:00`, caseNumber: 'LX-2018-000128' })
      .then({ type: 'LetterRegistered', data: { ...registered, due: { ...due, on } }, personal: sender }),
  );
});
