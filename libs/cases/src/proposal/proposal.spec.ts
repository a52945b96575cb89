import { caseSpec, clerk, type CommandFor, type PastFor } from '@app/testing';
import { proposal } from '.';

const lead = { ...clerk, unit: 'transport-bureau' };
const { given } = caseSpec(proposal, { by: lead });

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

const calendar = 'chinese-days-1.5.7';
const due = { on: '2018-06-06', rule: 'proposal-answer', calendar };
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

  it('is registered with its form, the number of its proposers and whether it is a key item', () => {
    const more = { form: 'joint', proposerCount: 2, key: true } as const;
    given()
      .when({ type: 'RegisterProposal', data: { ...facts, ...more, ...proposers } }, { caseNumber: 'TA-2018-000009' })
      .then({ type: 'ProposalRegistered', data: { ...registered, ...more }, personal: proposers });
  });

  // Chongqing art. 8: one deputy, several who sign together, or a delegation.
  it.each([
    ['individual', 2, 'an individual proposal has one proposer'],
    ['joint', 1, 'a joint proposal has two proposers or more'],
  ] as const)('in the form %s is not registered with %i proposers', (form, proposerCount, reason) =>
    given()
      .when({ type: 'RegisterProposal', data: { ...facts, ...proposers, form, proposerCount } })
      .thenRejected(reason),
  );

  it('is not registered twice', () => given(received).when(register).thenRejected('this proposal is already registered'));

  it('is assigned to a lead unit, due three months later, with the day for asking it back and the day for contact', () =>
    given(received)
      .when(route, { at: '2018-03-06T10:00:00+08:00' })
      .then({
        type: 'ProposalRouted',
        data: {
          unit: 'transport-bureau',
          due,
          limits: {
            return: { on: '2018-03-20', rule: 'proposal-return', calendar },
            contact: { on: '2018-04-03', rule: 'proposal-contact', calendar },
          },
        },
        personal: { instruction: '重点件' },
      }));

  it('is not assigned twice', () =>
    given(received, routed).when(route).thenRejected('only a registered proposal that is not yet assigned can be assigned'));

  it('is accepted by the lead unit', () => given(received, routed).when(signIn).then({ type: 'ProposalSignedIn', data: {} }));

  it('is not accepted before it is assigned, nor twice', () => {
    given(received).when(signIn).thenRejected('only an assigned proposal can be accepted');
    given(received, routed, signedIn).when(signIn).thenRejected('nothing assigned to this unit waits to be accepted');
  });

  it('is answered in a class, in the name of the lead unit, and may be rated from then on', () =>
    given(received, routed, signedIn)
      .when(answer)
      .then({
        type: 'ProposalAnswered',
        data: {
          unit: 'transport-bureau',
          outcome: 'B',
          limits: { contact: null, return: null, rating: { on: '2018-06-26', rule: 'proposal-rating', calendar } },
        },
        personal: { text: '列入明年计划' },
      }));

  it('is not answered before it is accepted', () =>
    given(received, routed).when(answer).thenRejected('only a proposal that the lead unit has accepted can be answered'));

  it('is rated for its result and for the attitude apart', () =>
    given(...told)
      .when(rate)
      .then({
        type: 'ProposalRated',
        data: { rating: 'satisfied', attitude: 'basically-satisfied', limits: { rating: null } },
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
      .then({ type: 'ProposalClosed', data: {}, personal: { explanation: undefined } }),
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
      .then({
        type: 'ProposalRouted',
        data: expect.objectContaining({ due: expect.objectContaining({ on, rule: 'proposal-answer' }) }),
        personal: { instruction: '重点件' },
      }),
  );
});
