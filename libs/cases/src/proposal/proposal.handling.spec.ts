import { defaultRules } from '@app/cases';
import { caseSpec, clerk, type CommandFor, type PastFor } from '@app/testing';
import { proposal } from '.';

const lead = { ...clerk, unit: 'transport-bureau' };
const coUnit = { by: { ...clerk, unit: 'finance-bureau' } };
const { given } = caseSpec(proposal, { at: '2018-04-02T09:00:00+08:00', by: lead });

type Command = CommandFor<typeof proposal>;
type Past = PastFor<typeof proposal>;

const calendar = 'chinese-days-1.5.7';
const due = { on: '2018-06-06', rule: 'proposal-answer', calendar, from: '2018-03-06', amount: 3, unit: 'month' } as const;
const contact = { on: '2018-04-03', rule: 'proposal-contact', calendar };
const opinion = { on: '2018-04-08', rule: 'proposal-co-opinion', calendar };

const facts = {
  caseNumber: 'TA-2018-000009',
  channel: 'in-person',
  kind: 'npc-suggestion',
  session: '十七届二次',
  matter: '交通',
} as const;
const received: Past = { type: 'ProposalRegistered', data: facts };
const key: Past = { type: 'ProposalMadeKey', data: {} };
const routed: Past = { type: 'ProposalRouted', data: { unit: 'transport-bureau', due, limits: { contact } } };
const coAssigned: Past = {
  type: 'ProposalCoAssigned',
  data: { unit: 'finance-bureau', by: opinion, limits: { 'co-unit:finance-bureau': opinion } },
};
const signedIn: Past = { type: 'ProposalSignedIn', data: {} };
const contacted: Past = { type: 'ProposalContacted', data: { way: 'phone', limits: { contact: null } } };
const met: Past = { type: 'ProposalMet', data: {} };
const coReplied: Past = { type: 'ProposalCoReplied', data: { unit: 'finance-bureau', limits: { 'co-unit:finance-bureau': null } } };
const coReleased: Past = { type: 'ProposalCoReleased', data: { unit: 'finance-bureau', limits: { 'co-unit:finance-bureau': null } } };
const extended: Past = {
  type: 'ProposalExtended',
  data: { due: { ...due, on: '2018-09-06', extensions: [{ amount: 3, unit: 'month', rule: 'proposal-extension' }] } },
};
const handled = [received, routed, signedIn];
const jointly = [received, routed, coAssigned, signedIn];

const call: Command = { type: 'ContactProposers', data: { way: 'phone', note: '已听取意见' } };
const meet: Command = { type: 'MeetProposers', data: { minutes: '现场商定选址' } };
const give: Command = { type: 'GiveProposalOpinion', data: { text: '资金可列入年度计划' } };
const release: Command = { type: 'ReleaseProposalUnit', data: { unit: 'finance-bureau', reason: '与该单位无关' } };
const extend: Command = { type: 'ExtendProposal', data: { reason: '涉及面广' } };
const answer: Command = { type: 'AnswerProposal', data: { outcome: 'A', text: '已经建成' } };

const answered = (data: object = {}) =>
  ({
    type: 'ProposalAnswered',
    data: expect.objectContaining({ unit: 'transport-bureau', outcome: 'A', ...data }),
    personal: { text: '已经建成' },
  }) as const;

describe('the proposers', () => {
  const talk = (limits?: { contact: null }) =>
    ({ type: 'ProposalContacted', data: { way: 'phone', limits }, personal: { note: '已听取意见' } }) as const;

  // Chongqing art. 18: within twenty working days; Zhejiang art. 17: by visit, symposium, telephone or message.
  it('are contacted while it is handled, which ends the term for it', () =>
    given(...handled)
      .when(call)
      .then(talk({ contact: null })));

  it('may be contacted again', () =>
    given(...handled, contacted)
      .when(call)
      .then(talk()));

  it('are contacted by the lead unit', () =>
    given(...jointly)
      .when(call, coUnit)
      .thenRejected('this is for the lead unit'));

  it('are contacted once it is accepted', () =>
    given(received, routed).when(call).thenRejected('only a proposal that is being handled takes a contact'));

  // Shandong art. 20: in person where possible.
  it('are met in person, which is a contact too', () => {
    const meeting = { type: 'ProposalMet', data: {}, personal: { minutes: '现场商定选址' } } as const;
    given(...handled)
      .when(meet)
      .then({ type: 'ProposalContacted', data: { way: 'meeting', limits: { contact: null } }, personal: { note: undefined } }, meeting);
    given(...handled, contacted)
      .when(meet)
      .then(meeting);
  });

  it('are not met before it is accepted', () =>
    given(received, routed).when(meet).thenRejected('only a proposal that is accepted and not yet closed takes a meeting'));
});

// Zhejiang art. 18, Shanghai art. 17, Chongqing art. 20.
describe("a co-unit's opinion", () => {
  it('is given to the lead unit, also before that has accepted', () => {
    const reply = {
      type: 'ProposalCoReplied',
      data: { unit: 'finance-bureau', limits: { 'co-unit:finance-bureau': null } },
      personal: { text: '资金可列入年度计划' },
    } as const;
    given(...jointly)
      .when(give, coUnit)
      .then(reply);
    given(received, routed, coAssigned).when(give, coUnit).then(reply);
  });

  it('is given once, and by a co-unit', () => {
    given(...jointly, coReplied)
      .when(give, coUnit)
      .thenRejected('this unit has given its opinion');
    given(...jointly)
      .when(give)
      .thenRejected('an opinion is given by a co-unit');
  });

  it('is waited for as long as its term runs', () => {
    given(...jointly)
      .when(answer, { at: '2018-04-08T23:00:00+08:00' })
      .thenRejected('opinions of co-units are outstanding and their term has not run out');
    given(...jointly, coReplied)
      .when(answer)
      .then(answered());
  });

  it('is not waited for after that: its part ends without it', () =>
    given(...jointly)
      .when(answer, { at: '2018-04-09T09:00:00+08:00' })
      .then(
        {
          type: 'ProposalCoReleased',
          data: { unit: 'finance-bureau', limits: { 'co-unit:finance-bureau': null } },
          personal: { reason: undefined },
        },
        answered(),
      ));

  it('is not waited for once the office releases the unit', () => {
    given(...jointly)
      .when(release)
      .then({
        type: 'ProposalCoReleased',
        data: { unit: 'finance-bureau', limits: { 'co-unit:finance-bureau': null } },
        personal: { reason: '与该单位无关' },
      });
    given(...jointly, coReleased)
      .when(answer)
      .then(answered());
    given(...jointly, coReleased)
      .when(give, coUnit)
      .thenRejected('an opinion is given by a co-unit');
  });

  it('is not released when it is given, nor of a unit that owes none', () => {
    given(...jointly, coReplied)
      .when(release)
      .thenRejected('no opinion of a co-unit is outstanding');
    given(...jointly)
      .when({ type: 'ReleaseProposalUnit', data: { unit: 'housing-bureau', reason: '与该单位无关' } })
      .thenRejected('no opinion of this unit is outstanding');
  });
});

// Zhejiang art. 21, Shandong art. 19, Shanghai art. 19, Henan art. 20: six months for difficult ones, with consent.
describe('the term of a proposal', () => {
  it('is extended with consent, by three months', () =>
    given(...handled)
      .when(extend)
      .then({
        type: 'ProposalExtended',
        data: { due: { on: '2018-09-06', rule: 'proposal-answer', calendar } },
        personal: { reason: '涉及面广' },
      }));

  it('is extended once', () =>
    given(...handled, extended)
      .when(extend)
      .thenRejected('the term can be extended only once'));

  it('is extended while it runs', () =>
    given(...handled)
      .when(extend, { at: '2018-06-07T09:00:00+08:00' })
      .thenRejected('the term is over and can no longer be extended'));

  it('is not extended when it is handled again', () =>
    given(
      ...handled,
      { type: 'ProposalAnswered', data: { unit: 'transport-bureau', outcome: 'C' } },
      { type: 'ProposalRated', data: { rating: 'dissatisfied' } },
      { type: 'ProposalRehandlingOrdered', data: { due: { ...due, rule: 'proposal-rehandle' } } },
    )
      .when(extend)
      .thenRejected('the term of a second handling cannot be extended'));
});

describe('the answer to a proposal', () => {
  // Zhejiang art. 22, Chongqing art. 23: signed by the head of the unit.
  it('names who signed it', () =>
    given(...handled)
      .when({ type: 'AnswerProposal', data: { outcome: 'A', signedBy: '田局长', text: '已经建成' } })
      .then(answered({ signedBy: '田局长' })));

  // Zhejiang art. 18, Chongqing art. 20: one answer, by the lead unit.
  it('is given by the lead unit', () =>
    given(...jointly, coReplied)
      .when(answer, coUnit)
      .thenRejected('只有主办单位才能办理这一步'));

  it('is in a class that is in use', () =>
    given(...handled)
      .when(
        { type: 'AnswerProposal', data: { outcome: 'D', text: '不能解决' } },
        { local: { ...defaultRules, proposal: { ...defaultRules.proposal, classes: ['A', 'B', 'C'] } } },
      )
      .thenRejected('this class of answers is not in use here'));

  // Zhejiang art. 17: the proposers of key items take part.
  it('to a key item comes after a meeting with its proposers', () => {
    given(received, key, routed, signedIn).when(answer).thenRejected('a key item is answered only after a meeting with its proposers');
    given(received, key, routed, signedIn, met).when(answer).then(answered());
  });
});
