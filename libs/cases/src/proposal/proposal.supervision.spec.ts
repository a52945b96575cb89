import { decide, foldCase } from '@app/cases';
import { caseSpec, clerk, type CommandFor, type PastFor, usualCircumstances } from '@app/testing';
import { proposal } from '.';

const { given } = caseSpec(proposal);

type Command = CommandFor<typeof proposal>;
type Past = PastFor<typeof proposal>;

const facts = {
  caseNumber: 'TA-2018-000009',
  channel: 'in-person',
  kind: 'npc-suggestion',
  session: '十七届二次',
  matter: '交通',
} as const;
const received: Past = { type: 'ProposalRegistered', data: facts };
const due = { on: '2018-06-06', rule: 'proposal-answer', calendar: 'chinese-days-1.5.7' };
const answered: Past = { type: 'ProposalAnswered', data: { unit: 'transport-bureau', outcome: 'C' } };
const told: Past[] = [
  received,
  { type: 'ProposalRouted', data: { unit: 'transport-bureau', due } },
  { type: 'ProposalSignedIn', data: {} },
  answered,
];
const closed: Past = { type: 'ProposalClosed', data: {} };
const published: Past = { type: 'ProposalPublished', data: { publication: 'public' } };

// Zhejiang art. 12, Chongqing art. 32: the chairpersons' meeting chooses what is supervised with weight.
describe('a key proposal', () => {
  const make: Command = { type: 'MakeProposalKey', data: {} };

  it('is chosen, once', () => {
    given(received).when(make).then({ type: 'ProposalMadeKey', data: {} });
    given(received, { type: 'ProposalMadeKey', data: {} }).when(make).thenRejected('it is a key item already');
    given({ type: 'ProposalRegistered', data: { ...facts, key: true } })
      .when(make)
      .thenRejected('已列为重点');
  });

  it('is chosen before it is answered', () =>
    given(...told)
      .when(make)
      .thenRejected('only a proposal that is not yet answered can be made a key item'));

  // Zhejiang art. 16.
  it('is led by a leader, whose instruction is recorded', () =>
    given(received)
      .when({ type: 'InstructProposal', data: { leader: '彭副县长', text: '月内拿出方案' } })
      .then({ type: 'ProposalInstructed', data: { leader: '彭副县长' }, personal: { text: '月内拿出方案' } }));
});

// Zhejiang arts 26 to 28, Chongqing arts 30 and 32: the government office, a committee, the chairpersons' meeting.
describe('a supervised proposal', () => {
  const escalate = (level: number): Command => ({ type: 'EscalateProposal', data: { level, text: '请加快办理' } });

  it('is supervised at a level', () =>
    given(received)
      .when(escalate(1))
      .then({ type: 'ProposalEscalated', data: { level: 1 }, personal: { text: '请加快办理' } }));

  it.each([1, 2])('at level 2 does not go to level %i', (level) =>
    given(received, { type: 'ProposalEscalated', data: { level: 2 } })
      .when(escalate(level))
      .thenRejected('the level must be higher than the present one'),
  );

  it('keeps its level through assignment and answer', () =>
    given(received, { type: 'ProposalEscalated', data: { level: 2 } }, ...told.slice(1))
      .when(escalate(2))
      .thenRejected('督办级别须高于现有级别'));

  it('is open', () =>
    given(...told, closed)
      .when(escalate(1))
      .thenRejected('only a proposal that is not yet closed can be supervised'));
});

// Shandong art. 27, Chongqing art. 36.
describe('the publication of a proposal and its answer', () => {
  const publish = (data: Extract<Command, { type: 'PublishProposal' }>['data']): Command => ({ type: 'PublishProposal', data });

  it.each(['public', 'anonymised'] as const)('is %s', (publication) =>
    given(...told)
      .when(publish({ publication }))
      .then({ type: 'ProposalPublished', data: { publication } }),
  );

  it('is kept back on a ground', () =>
    given(...told)
      .when(publish({ publication: 'private', ground: 'trade-secret' }))
      .then({ type: 'ProposalWithheld', data: { ground: 'trade-secret' } }));

  it('has a ground when it is kept back, and only then', () => {
    given(...told)
      .when(publish({ publication: 'private' }))
      .thenRejected('what is kept back needs a ground');
    given(...told)
      .when(publish({ publication: 'public', ground: 'privacy' }))
      .thenRejected('no ground is given for publishing it');
  });

  it('is decided once for each answer, also after the case is closed', () => {
    given(...told, published)
      .when(publish({ publication: 'public' }))
      .thenRejected('publication is decided already');
    given(...told, { type: 'ProposalWithheld', data: { ground: 'privacy' } }, closed)
      .when(publish({ publication: 'public' }))
      .thenRejected('已作出公开决定');
    given(...told, closed)
      .when(publish({ publication: 'public' }))
      .then({ type: 'ProposalPublished', data: { publication: 'public' } });
    given(
      ...told,
      published,
      { type: 'ProposalRated', data: { rating: 'dissatisfied' } },
      { type: 'ProposalRehandlingOrdered', data: { due } },
      answered,
    )
      .when(publish({ publication: 'public' }))
      .then({ type: 'ProposalPublished', data: { publication: 'public' } });
  });

  it('follows an answer', () =>
    given(received)
      .when(publish({ publication: 'public' }))
      .thenRejected('publication is decided only of an answered proposal'));
});

describe('a fact of a proposal', () => {
  const correct = (now: string) =>
    decide(
      proposal,
      foldCase(proposal, [...told, closed]),
      { type: 'CorrectProposal', data: { fact: 'outcome', now, reason: '录入有误', approvedBy: 'zhou-jie' } },
      { at: '2018-06-04T09:00:00+08:00', by: clerk, caseNumber: 'TA-2018-000009', ...usualCircumstances },
    );

  it('is put right afterwards, the class of its answer too', () =>
    expect(correct('B')).toMatchObject([{ type: 'FactCorrected', data: { fact: 'outcome', was: 'C', now: 'B', approvedBy: 'zhou-jie' } }]));

  it('is put right within what it can be', () =>
    expect(correct('E')).toMatchObject({ rejected: { en: 'this is no possible value of the fact' } }));
});
