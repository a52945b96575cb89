import { foldCase, silencesUntil } from '@app/cases';
import { caseSpec, clerk, type CommandFor, type PastFor, usualCircumstances } from '@app/testing';
import { proposal } from '.';
import { isDissatisfied } from './proposal.rating';

const { given } = caseSpec(proposal, { at: '2018-05-02T09:00:00+08:00', by: { ...clerk, unit: 'transport-bureau' } });

type Command = CommandFor<typeof proposal>;
type Past = PastFor<typeof proposal>;

const calendar = 'chinese-days-1.5.7';
const due = { on: '2018-06-06', rule: 'proposal-answer', calendar };
const form = { on: '2018-04-24', rule: 'proposal-rating', calendar };

const told: Past[] = [
  {
    type: 'ProposalRegistered',
    data: { caseNumber: 'TA-2018-000009', channel: 'in-person', kind: 'npc-suggestion', session: '十七届二次', matter: '交通' },
  },
  { type: 'ProposalRouted', data: { unit: 'transport-bureau', due } },
  { type: 'ProposalSignedIn', data: {} },
  { type: 'ProposalAnswered', data: { unit: 'transport-bureau', outcome: 'C', limits: { rating: form } } },
];
const windowClosed: Past = { type: 'ProposalRatingWindowClosed', data: { clock: 'rating', on: '2018-04-24' } };
const reminded: Past = { type: 'ProposalRatingReminded', data: { limits: { rating: { ...form, on: '2018-05-24' } } } };
const missing: Past[] = [
  ...told,
  windowClosed,
  reminded,
  { type: 'ProposalRatingWindowClosed', data: { clock: 'rating', on: '2018-05-24' } },
];
const rated = (rating: 'satisfied' | 'dissatisfied', attitude?: 'dissatisfied'): Past => ({
  type: 'ProposalRated',
  data: { rating, attitude, limits: { rating: null } },
});
const dissatisfied = [...told, rated('dissatisfied')];
const again: Past = { type: 'ProposalRehandlingOrdered', data: { due: { ...due, on: '2018-06-04', rule: 'proposal-rehandle' } } };

const rate: Command = { type: 'RateProposal', data: { rating: 'satisfied' } };
const remind: Command = { type: 'RemindProposalRating', data: {} };
const rehandle: Command = { type: 'RehandleProposal', data: { reason: '答复未触及选址问题' } };
const answer: Command = { type: 'AnswerProposal', data: { outcome: 'A', text: '已重新选址' } };
const close: Command = { type: 'CloseProposal', data: {} };

const answered = {
  type: 'ProposalAnswered',
  data: expect.objectContaining({ outcome: 'A', limits: expect.objectContaining({ rating: expect.anything() }) }),
  personal: { text: '已重新选址' },
} as const;
const returned = { type: 'ProposalRated', data: { rating: 'satisfied', attitude: undefined, limits: { rating: null } } } as const;

// Fifteen working days Beijing, ten Henan, twenty Chongqing art. 27.
describe('the rating form of a proposal', () => {
  const silences = (past: readonly Past[], until: string) => silencesUntil(proposal, foldCase(proposal, past), until, usualCircumstances);

  it('is awaited for fifteen working days by default; that it did not come is recorded', () => {
    expect(silences(told, '2018-04-24T23:59:59+08:00')).toEqual([]);
    expect(silences(told, '2018-04-25T00:00:00+08:00')).toEqual([
      { type: 'ProposalRatingWindowClosed', data: { clock: 'rating', on: '2018-04-24' }, at: '2018-04-25T00:00:00+08:00' },
    ]);
    expect(silences([...told, windowClosed], '2030-01-01T00:00:00+08:00')).toEqual([]);
  });

  it('counts when it comes late, as long as it was not asked for in vain', () => {
    given(...told, windowClosed)
      .when(rate)
      .then({ ...returned, personal: { comment: undefined } });
    given(...told, windowClosed, reminded)
      .when(rate)
      .then({ ...returned, personal: { comment: undefined } });
  });

  // Chongqing art. 29: not returned after a reminder, it is left out of the statistics.
  it('is asked for when it did not come, with the same time again', () =>
    given(...told, windowClosed)
      .when(remind)
      .then({ type: 'ProposalRatingReminded', data: { limits: { rating: { ...form, on: '2018-05-23' } } } }));

  it('is asked for after its term, and once', () => {
    given(...told)
      .when(remind, { at: '2018-04-24T09:00:00+08:00' })
      .thenRejected('the term for rating has not run out');
    given(...told, windowClosed, reminded)
      .when(remind)
      .thenRejected('the form has been asked for already');
  });

  it('counts when it came in time and is only entered late', () =>
    given(...missing)
      .when(rate, { at: '2018-05-24T17:00:00+08:00' })
      .then({ ...returned, personal: { comment: undefined } }));

  it('is left out when it does not come after that, and the proposal is closed without it', () => {
    given(...missing)
      .when(rate, { at: '2018-05-25T09:00:00+08:00' })
      .thenRejected('the form was not returned after a reminder and is left out of the statistics');
    given(...missing)
      .when(close)
      .then({ type: 'ProposalClosed', data: {}, personal: { explanation: undefined } });
  });
});

// One month Zhejiang art. 24, Shandong, Henan and Shanghai art. 21; two months Beijing and Chongqing art. 27.
describe('a proposal whose proposers are not satisfied', () => {
  it.each([
    ['with the result', dissatisfied],
    ['with the attitude', [...told, rated('satisfied', 'dissatisfied')]],
  ])('%s is handled again within a month', (_, past) =>
    given(...past)
      .when(rehandle)
      .then({
        type: 'ProposalRehandlingOrdered',
        data: { due: { on: '2018-06-04', rule: 'proposal-rehandle', calendar } },
        personal: { reason: '答复未触及选址问题' },
      }),
  );

  it('is answered again and rated again', () => {
    given(...dissatisfied, again)
      .when(answer)
      .then(answered);
    given(...dissatisfied, again, ...told.slice(-1))
      .when(rate)
      .then({ ...returned, personal: { comment: undefined } });
  });

  it('is handled again when the second answer does not satisfy either', () =>
    given(...dissatisfied, again, ...told.slice(-1), rated('dissatisfied'))
      .when(rehandle)
      .then({ type: 'ProposalRehandlingOrdered', data: expect.anything(), personal: { reason: '答复未触及选址问题' } }));

  // Shanghai art. 21, Chongqing art. 27: whether it is handled again is for the organ to judge; the proposers are told.
  it('is otherwise closed only with an explanation to them', () => {
    given(...dissatisfied)
      .when(close)
      .thenRejected('with dissatisfied proposers it is handled again, or closed with an explanation to them');
    given(...dissatisfied)
      .when({ type: 'CloseProposal', data: { explanation: '受规划限制，已当面说明' } })
      .then({ type: 'ProposalClosed', data: {}, personal: { explanation: '受规划限制，已当面说明' } });
  });

  it('is told from others by what the form says as it was put right', () => {
    const put = { fact: 'rating', was: 'dissatisfied', now: 'satisfied', approvedBy: 'zhou-jie' };
    const corrected = foldCase(proposal, [...dissatisfied, { type: 'FactCorrected', data: put }]);
    expect(isDissatisfied(foldCase(proposal, dissatisfied))).toBe(true);
    expect(isDissatisfied(corrected)).toBe(false);
  });
});

describe('a proposal whose proposers are satisfied', () => {
  it('is not handled again', () =>
    given(...told, rated('satisfied'))
      .when(rehandle)
      .thenRejected('the proposers are not dissatisfied'));

  it('or have not rated it, is not handled again either', () =>
    given(...told)
      .when(rehandle)
      .thenRejected('only a rated proposal can be handled again'));
});
