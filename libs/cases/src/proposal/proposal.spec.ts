import { caseSpec, type CommandFor, type PastFor } from '@app/testing';
import { proposal } from '.';

const { given } = caseSpec(proposal);

type Command = CommandFor<typeof proposal>;
type Past = PastFor<typeof proposal>;

const proposers = { proposers: '彭某、向某', text: '关于修建村级停车场的建议' };
const facts = { channel: 'in-person', kind: 'npc-suggestion', session: '十七届二次', matter: '交通', area: '芙蓉镇' } as const;
const register: Command = { type: 'RegisterProposal', data: { ...facts, ...proposers } };
const route: Command = { type: 'RouteProposal', data: { unit: 'transport-bureau', instruction: '重点件' } };
const signIn: Command = { type: 'SignInProposal', data: {} };
const answer: Command = { type: 'AnswerProposal', data: { outcome: 'B', text: '列入明年计划' } };
const rate: Command = { type: 'RateProposal', data: { rating: 'satisfied', attitude: 'basically-satisfied', comment: '盼早日动工' } };
const close: Command = { type: 'CloseProposal', data: {} };

const due = { on: '2018-06-06', rule: 'proposal-answer', calendar: 'chinese-days-1.5.7' };
const registered = { caseNumber: 'TA-2018-000009', ...facts };
const received: Past = { type: 'ProposalRegistered', data: registered };
const routed: Past = { type: 'ProposalRouted', data: { unit: 'transport-bureau', due } };
const signedIn: Past = { type: 'ProposalSignedIn', data: {} };
const answered: Past = { type: 'ProposalAnswered', data: { unit: 'transport-bureau', outcome: 'B' } };
const rated: Past = { type: 'ProposalRated', data: { rating: 'satisfied' } };
const closed: Past = { type: 'ProposalClosed', data: {} };
const told = [received, routed, signedIn, answered];

describe('a proposal', () => {
  it('is registered without a due date, for its term starts with the assignment', () =>
    given().when(register, { caseNumber: 'TA-2018-000009' }).then({ type: 'ProposalRegistered', data: registered, personal: proposers }));

  it('is not registered twice', () => given(received).when(register).thenRejected('this proposal is already registered'));

  it('is assigned to a lead unit, due three months later', () =>
    given(received)
      .when(route, { at: '2018-03-06T10:00:00+08:00' })
      .then({ type: 'ProposalRouted', data: { unit: 'transport-bureau', due }, personal: { instruction: '重点件' } }));

  it('is not assigned twice', () =>
    given(received, routed).when(route).thenRejected('only a registered proposal that is not yet assigned can be assigned'));

  it('is accepted by the lead unit', () => given(received, routed).when(signIn).then({ type: 'ProposalSignedIn', data: {} }));

  it('is not accepted before it is assigned', () => given(received).when(signIn).thenRejected('only an assigned proposal can be accepted'));

  it('is answered in a class, in the name of the lead unit', () =>
    given(received, routed, signedIn)
      .when(answer)
      .then({ type: 'ProposalAnswered', data: { unit: 'transport-bureau', outcome: 'B' }, personal: { text: '列入明年计划' } }));

  it('is not answered before it is accepted', () =>
    given(received, routed).when(answer).thenRejected('only a proposal that the lead unit has accepted can be answered'));

  it('is rated for its result and for the attitude apart', () =>
    given(...told)
      .when(rate)
      .then({
        type: 'ProposalRated',
        data: { rating: 'satisfied', attitude: 'basically-satisfied' },
        personal: { comment: '盼早日动工' },
      }));

  it('is not rated before it is answered, nor twice', () => {
    given(received, routed, signedIn).when(rate).thenRejected('only an answered proposal that is not yet rated can be rated');
    given(...told, rated)
      .when(rate)
      .thenRejected('只有已答复、尚未评价的建议提案才能评价');
  });

  it.each([
    ['rated', [...told, rated]],
    ['not rated', told],
  ])('is closed once it is answered, %s', (_, past) =>
    given(...past)
      .when(close)
      .then({ type: 'ProposalClosed', data: {} }),
  );

  it('is not closed before it is answered, nor twice', () => {
    given(received).when(close).thenRejected('only an answered proposal can be closed');
    given(...told, closed)
      .when(close)
      .thenRejected('only an answered proposal can be closed');
  });
});

// Three months from assignment; a last day that is a holiday moves to the first working day after it (Civil Procedure Law art. 85).
describe('the due date of a proposal', () => {
  it.each([
    ['2018-03-06', 'an ordinary Wednesday', '2018-06-06'],
    ['2018-07-01', 'National Day 2018', '2018-10-08'],
    ['2018-09-30', 'the New Year break 2019', '2019-01-02'],
    ['2018-11-05', 'Spring Festival 2019', '2019-02-11'],
    ['2018-11-30', 'a month without a 30th', '2019-02-28'],
    ['2017-11-11', 'a Sunday that is worked', '2018-02-11'],
  ])('assigned on %s, whose day three months later is in %s, is %s', (date, _, on) =>
    given(received)
      .when(route, { at: `${date}T10:00:00+08:00` })
      .then({ type: 'ProposalRouted', data: { unit: 'transport-bureau', due: { ...due, on } }, personal: { instruction: '重点件' } }),
  );
});
