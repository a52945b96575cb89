import { foldCase, silencesUntil } from '@app/cases';
import { caseSpec, clerk, type CommandFor, type PastFor, usualCircumstances } from '@app/testing';
import { proposal } from '.';

const { given } = caseSpec(proposal, { at: '2018-05-02T09:00:00+08:00', by: { ...clerk, unit: 'transport-bureau' } });
const coUnit = { by: { ...clerk, unit: 'finance-bureau' } };

type Command = CommandFor<typeof proposal>;
type Past = PastFor<typeof proposal>;

const calendar = 'chinese-days-1.5.7';
const due = { on: '2018-06-06', rule: 'proposal-answer', calendar };
const by = '2018-12-15';
const limit = { on: by, rule: 'proposal-promise', calendar };

const handled: Past[] = [
  {
    type: 'ProposalRegistered',
    data: { caseNumber: 'TA-2018-000009', channel: 'in-person', kind: 'npc-suggestion', session: '十七届二次', matter: '交通' },
  },
  { type: 'ProposalRouted', data: { unit: 'transport-bureau', due } },
  { type: 'ProposalSignedIn', data: {} },
];
const answered: Past = { type: 'ProposalAnswered', data: { unit: 'transport-bureau', outcome: 'B' } };
const promised: Past = { type: 'ProposalPromised', data: { by, limits: { promise: limit } } };
const rated: Past = { type: 'ProposalRated', data: { rating: 'satisfied' } };
const fulfilled: Past = {
  type: 'ProposalPromiseFulfilled',
  data: { limits: { promise: null, rating: { on: '2018-05-23', rule: 'proposal-rating', calendar } } },
};
const givenUp: Past = { type: 'ProposalPromiseGivenUp', data: { limits: { promise: null } } };
const open = [...handled, answered, promised, rated];

const answer = (data: object = {}): Command => ({ type: 'AnswerProposal', data: { outcome: 'B', text: '年内建成', ...data } });
const fulfil: Command = { type: 'FulfilProposalPromise', data: { text: '停车场已建成' } };
const postpone = (day: string): Command => ({ type: 'PostponeProposalPromise', data: { by: day, reason: '用地未批' } });
const giveUp: Command = { type: 'GiveUpProposalPromise', data: { reason: '规划调整' } };
const close: Command = { type: 'CloseProposal', data: {} };

// Chongqing arts 22(2) and 24: what is under way is answered with plan, progress and date, and entered in a ledger of promises.
describe('an answer of class B', () => {
  it('promises by a day', () =>
    given(...handled)
      .when(answer({ promise: { by } }))
      .then(
        { type: 'ProposalAnswered', data: expect.anything(), personal: { text: '年内建成' } },
        { type: 'ProposalPromised', data: { by, limits: { promise: limit } } },
      ));

  it('may name no day', () =>
    given(...handled)
      .when(answer())
      .then({ type: 'ProposalAnswered', data: expect.anything(), personal: { text: '年内建成' } }));

  it('does not promise for a day that is past or today', () =>
    given(...handled)
      .when(answer({ promise: { by: '2018-05-02' } }))
      .thenRejected('what is promised must lie after the day of the answer'));

  it('is the only one that promises', () =>
    given(...handled)
      .when(answer({ outcome: 'A', promise: { by } }))
      .thenRejected('only what is under way is promised by a day'));
});

const satisfied = {
  type: 'ProposalRated',
  data: { rating: 'satisfied', attitude: undefined, limits: { rating: null } },
  personal: { comment: undefined },
} as const;
const solved = { type: 'ProposalAnswered', data: expect.objectContaining({ outcome: 'A' }), personal: { text: '已经建成' } } as const;

describe('a promise', () => {
  it('that is missed is overdue', () => {
    const missed = silencesUntil(proposal, foldCase(proposal, open), '2018-12-16T00:00:00+08:00', usualCircumstances);
    expect(missed).toEqual([{ type: 'Overdue', data: { clock: 'promise', on: by }, at: '2018-12-16T00:00:00+08:00' }]);
  });

  // Zhejiang art. 20, Chongqing arts 24, 26 and 28: the proposers are told, and rate how it was kept.
  it('is fulfilled by the lead unit, which asks for a rating of that', () => {
    given(...open)
      .when(fulfil)
      .then({
        type: 'ProposalPromiseFulfilled',
        data: { limits: { promise: null, rating: { on: '2018-05-23', rule: 'proposal-rating', calendar } } },
        personal: { text: '停车场已建成' },
      });
    given(...open)
      .when(fulfil, coUnit)
      .thenRejected('this is for the lead unit');
  });

  it('when fulfilled, is answered again and rated again', () => {
    given(...open, fulfilled)
      .when({ type: 'AnswerProposal', data: { outcome: 'A', text: '已经建成' } })
      .then(solved);
    given(...open, fulfilled)
      .when({ type: 'RateProposal', data: { rating: 'satisfied' } })
      .then(satisfied);
  });

  it('when fulfilled, is rated even if the form on the answer never came', () =>
    given(
      ...handled,
      answered,
      promised,
      { type: 'ProposalRatingReminded', data: {} },
      { type: 'ProposalRatingWindowClosed', data: { clock: 'rating', on: '2018-04-24' } },
      fulfilled,
    )
      .when({ type: 'RateProposal', data: { rating: 'satisfied' } })
      .then(satisfied));

  // Shanghai art. 22, Chongqing art. 33: what is not done within the year is tracked in the next.
  it('is carried over to a later day', () =>
    given(...open)
      .when(postpone('2019-11-30'))
      .then({
        type: 'ProposalPromisePostponed',
        data: { by: '2019-11-30', limits: { promise: { ...limit, on: '2019-11-30' } } },
        personal: { reason: '用地未批' },
      }));

  it.each([
    ['no later than promised', by, {}],
    ['already past', '2019-01-10', { at: '2019-01-10T09:00:00+08:00' }],
  ])('is not carried over to a day that is %s', (_, day, now) =>
    given(...open)
      .when(postpone(day), now)
      .thenRejected('the new day must lie after the one promised and after today'),
  );

  // Zhejiang art. 20: what cannot be done as answered is explained in time.
  it('that cannot be kept is explained', () =>
    given(...open)
      .when(giveUp)
      .then({ type: 'ProposalPromiseGivenUp', data: { limits: { promise: null } }, personal: { reason: '规划调整' } }));

  it('keeps the proposal open until it is kept or explained', () => {
    given(...open)
      .when(close)
      .thenRejected('a promise is open: it must be kept or explained first, or carried over and the proposal with it');
    for (const end of [fulfilled, givenUp])
      given(...open, end)
        .when(close)
        .then({ type: 'ProposalClosed', data: {}, personal: { explanation: undefined } });
  });

  it('runs on while the proposal is handled again', () => {
    const again: Past[] = [
      { type: 'ProposalRated', data: { rating: 'dissatisfied' } },
      { type: 'ProposalRehandlingOrdered', data: { due: { ...due, rule: 'proposal-rehandle' } } },
      { type: 'ProposalAnswered', data: { unit: 'transport-bureau', outcome: 'C' } },
    ];
    given(...handled, answered, promised, ...again)
      .when(giveUp)
      .then({ type: 'ProposalPromiseGivenUp', data: { limits: { promise: null } }, personal: { reason: '规划调整' } });
  });

  it.each([fulfil, postpone('2019-11-30'), giveUp])('must have been made: $type', (command) =>
    given(...handled, answered)
      .when(command)
      .thenRejected('no promise is open'),
  );
});
