import { caseSpec, clerk, type CommandFor, type PastFor, usualCircumstances } from '@app/testing';
import { type CaseEvent, decide, foldCase } from '../kernel/decide';
import { silencesUntil } from '../kernel/silences';
import { letter } from '.';

const { given } = caseSpec(letter);

type Command = CommandFor<typeof letter>;
type Past = PastFor<typeof letter>;

const rate: Command = { type: 'RateLetter', data: { rating: 'dissatisfied' } };
const sendBack: Command = { type: 'SendLetterBack', data: { reason: '未实地查看' } };
const answer: Command = { type: 'AnswerLetter', data: { text: '已修复' } };
const close: Command = { type: 'CloseLetter', data: {} };
const withdraw: Command = { type: 'WithdrawLetter', data: { statement: '已经解决' } };
const reopen: Command = { type: 'ReopenLetter', data: { reason: '路灯又灭了' } };

const calendar = 'chinese-days-1.5.7';
const due = { on: '2018-06-19', rule: 'letter-ordinary', calendar };
const rework = { on: '2018-06-19', rule: 'letter-rework', calendar };
// Fifteen working days from Monday 2018-06-04, with Dragon Boat on the 18th.
const rating = { on: '2018-06-26', rule: 'letter-rating', calendar };
const received: Past = { type: 'LetterRegistered', data: { caseNumber: 'LX-2018-000128', channel: 'online', matter: '交通', due } };
const routed: Past = { type: 'LetterRouted', data: { unit: 'transport' } };
const signedIn: Past = { type: 'LetterSignedIn', data: {} };
const answered: Past = { type: 'LetterAnswered', data: { unit: 'transport', limits: { rating } } };
const replied = [received, routed, signedIn, answered];
const windowClosed: Past = { type: 'LetterRatingWindowClosed', data: { clock: 'rating', on: '2018-06-26' } };
const rated = (said: 'satisfied' | 'dissatisfied'): Past => ({ type: 'LetterRated', data: { rating: said, limits: { rating: null } } });
const sentBack: Past = { type: 'LetterSentBack', data: { due: rework, limits: { publication: null } } };
const closed: Past = { type: 'LetterClosed', data: {} };

const silencesAfter = (past: readonly CaseEvent[], until: string) =>
  silencesUntil(letter, foldCase(letter, past), until, usualCircumstances);

describe('the time in which a letter may be rated', () => {
  it('runs until the end of its last day; then nobody has rated it', () => {
    expect(silencesAfter(replied, '2018-06-26T23:59:59+08:00')).toEqual([]);
    expect(silencesAfter(replied, '2018-07-01T00:00:00+08:00')).toEqual([
      { type: 'LetterRatingWindowClosed', data: { clock: 'rating', on: '2018-06-26' }, at: '2018-06-27T00:00:00+08:00' },
    ]);
  });

  it('ends with the rating, or with the letter', () => {
    expect(silencesAfter([...replied, rated('satisfied')], '2018-07-01T00:00:00+08:00')).toEqual([]);
    expect(silencesAfter([...replied, closed], '2018-07-01T00:00:00+08:00')).toEqual([]);
  });

  it('is not prolonged: no rating is taken after it, and the letter can be closed', () => {
    given(...replied, windowClosed)
      .when(rate)
      .thenRejected('the time for rating is over');
    given(...replied, windowClosed)
      .when(close)
      .then({ type: 'LetterClosed', data: {} });
  });

  it('begins anew with a new reply', () =>
    given(...replied, windowClosed, closed, { type: 'LetterReopened', data: { due } }, routed, signedIn, answered)
      .when(rate)
      .then({ type: 'LetterRated', data: { rating: 'dissatisfied', limits: { rating: null } }, personal: {} }));
});

describe('a letter whose sender is dissatisfied', () => {
  it('is sent back to the unit with a new due date', () =>
    given(...replied, rated('dissatisfied'))
      .when(sendBack)
      .then({ type: 'LetterSentBack', data: { due: rework, limits: { publication: null } }, personal: { reason: '未实地查看' } }));

  it('is replied to again in the name of the same unit', () =>
    given(...replied, rated('dissatisfied'), sentBack)
      .when(answer)
      .then({
        type: 'LetterAnswered',
        data: { unit: 'transport', limits: { return: null, rating } },
        personal: { text: '已修复' },
      }));

  it('is overdue when the new term passes', () =>
    expect(silencesAfter([...replied, rated('dissatisfied'), sentBack], '2018-06-20T00:00:00+08:00')).toEqual([
      { type: 'Overdue', data: { clock: 'answer', on: '2018-06-19' }, at: '2018-06-20T00:00:00+08:00' },
    ]));

  it('is rated again after the second reply', () =>
    given(...replied, rated('dissatisfied'), sentBack, answered)
      .when({ type: 'RateLetter', data: { rating: 'satisfied' } })
      .then({ type: 'LetterRated', data: { rating: 'satisfied', limits: { rating: null } }, personal: {} }));

  it('is not sent back when the sender is content, or has not said anything', () => {
    given(...replied, rated('satisfied'))
      .when(sendBack)
      .thenRejected('the sender is not dissatisfied');
    given(...replied)
      .when(sendBack)
      .thenRejected('only a letter rated dissatisfied can be sent back');
  });

  it('is not sent back for a rating that was put right', () => {
    const corrected = { fact: 'rating', was: 'dissatisfied', now: 'satisfied', approvedBy: 'li-na' };
    const situation = foldCase(letter, [...replied, rated('dissatisfied'), { type: 'FactCorrected', data: corrected }]);
    const context = { at: '2018-06-06T09:00:00+08:00', by: clerk, caseNumber: 'LX-2018-000128', ...usualCircumstances };
    expect(decide(letter, situation, sendBack, context)).toEqual({
      rejected: { zh: '来信人没有评价不满意', en: 'the sender is not dissatisfied' },
    });
  });

  it('may be closed all the same', () =>
    given(...replied, rated('dissatisfied'))
      .when(close)
      .then({ type: 'LetterClosed', data: {} }));
});

describe('a letter that its sender withdraws', () => {
  it.each([
    ['received', [received]],
    ['assigned', [received, routed]],
    ['handled', [received, routed, signedIn]],
    ['sent back', [...replied, rated('dissatisfied'), sentBack]],
  ])('ends while it is %s', (_, past) =>
    given(...past)
      .when(withdraw)
      .then({ type: 'LetterWithdrawn', data: { disposal: 'withdrawn' }, personal: { statement: '已经解决' } }),
  );

  it('was not replied to yet', () =>
    given(...replied)
      .when(withdraw)
      .thenRejected('only a letter that is not yet replied to can be withdrawn'));
});

describe('a closed letter', () => {
  it.each<[string, Past[]]>([
    ['replied to', [...replied, closed]],
    ['not taken up', [received, { type: 'LetterNotAccepted', data: { disposal: 'not-accepted', ground: 'unclear' } }]],
    ['withdrawn', [received, { type: 'LetterWithdrawn', data: { disposal: 'withdrawn' } }]],
  ])('is reopened that was %s, with a new term', (_, past) =>
    given(...past)
      .when(reopen)
      .then({ type: 'LetterReopened', data: { due }, personal: { reason: '路灯又灭了' } }),
  );

  it('is then assigned anew', () =>
    given(...replied, closed, { type: 'LetterReopened', data: { due } })
      .when({ type: 'RouteLetter', data: { unit: 'urban-management' } })
      .then({
        type: 'LetterRouted',
        data: { unit: 'urban-management', limits: { return: { on: '2018-06-07', rule: 'letter-return', calendar } } },
        personal: {},
      }));

  it('is not reopened when the petition office has it', () =>
    given(received, { type: 'LetterTransferred', data: { disposal: 'transferred', ground: 'petition' } })
      .when(reopen)
      .thenRejected('it was transferred to the petition office and goes on there'));

  it('is not reopened before it is closed', () =>
    given(...replied)
      .when(reopen)
      .thenRejected('only a closed letter can be reopened'));
});
