import { caseSpec, clerk, type CommandFor, type PastFor } from '@app/testing';
import { proposal } from '.';

const lead = { ...clerk, unit: 'transport-bureau' };
const coUnit = { by: { ...clerk, unit: 'finance-bureau' } };
const { given } = caseSpec(proposal, { at: '2018-03-20T09:00:00+08:00', by: lead });

type Command = CommandFor<typeof proposal>;
type Past = PastFor<typeof proposal>;

const calendar = 'chinese-days-1.5.7';
const due = { on: '2018-06-06', rule: 'proposal-answer', calendar };
const back = { on: '2018-03-20', rule: 'proposal-return', calendar };
const opinion = { on: '2018-04-08', rule: 'proposal-co-opinion', calendar };

const received: Past = {
  type: 'ProposalRegistered',
  data: { caseNumber: 'TA-2018-000009', channel: 'in-person', kind: 'npc-suggestion', session: '十七届二次', matter: '交通' },
};
const routed: Past = { type: 'ProposalRouted', data: { unit: 'transport-bureau', due, limits: { return: back } } };
const coAssigned: Past = {
  type: 'ProposalCoAssigned',
  data: { unit: 'finance-bureau', by: opinion, limits: { 'co-unit:finance-bureau': opinion } },
};
const signedIn: Past = { type: 'ProposalSignedIn', data: {} };
const coSignedIn: Past = { type: 'ProposalCoSignedIn', data: { unit: 'finance-bureau' } };
const requested: Past = { type: 'ProposalReturnRequested', data: { unit: 'transport-bureau' } };
const refused: Past = { type: 'ProposalReturnRefused', data: {} };
const returned: Past = { type: 'ProposalReturned', data: { unit: 'transport-bureau' } };

const route = (...joint: string[]): Command => ({ type: 'RouteProposal', data: { unit: 'transport-bureau', joint } });
const signIn: Command = { type: 'SignInProposal', data: {} };
const request: Command = { type: 'RequestProposalReturn', data: { reason: '属住建部门职责', unit: 'housing-bureau' } };
const approve: Command = { type: 'ApproveProposalReturn', data: {} };
const refuse: Command = { type: 'RefuseProposalReturn', data: { reason: '主体责任在你单位' } };

// Zhejiang arts 13 and 18, Chongqing arts 15 and 20: who leads and who co-handles is said with the assignment.
describe('a proposal with co-units', () => {
  const leadPart = { type: 'ProposalRouted', data: expect.anything(), personal: { instruction: undefined } } as const;
  const part = (unit: string) =>
    ({
      type: 'ProposalCoAssigned',
      data: { unit, by: { ...opinion, on: '2018-04-20' }, limits: { [`co-unit:${unit}`]: { ...opinion, on: '2018-04-20' } } },
    }) as const;

  it('gives each of them a term of its own, one month by default', () =>
    given(received)
      .when(route('finance-bureau', 'planning-bureau'))
      .then(leadPart, ...['finance-bureau', 'planning-bureau'].map(part)));

  it('gives a co-unit that is named twice one part', () =>
    given(received).when(route('finance-bureau', 'finance-bureau')).then(leadPart, part('finance-bureau')));

  it('has another unit in the lead than among them', () =>
    given(received).when(route('finance-bureau', 'transport-bureau')).thenRejected('the lead unit cannot be a co-unit as well'));

  it('is accepted by each for its own part', () => {
    given(received, routed, coAssigned)
      .when(signIn, coUnit)
      .then({ type: 'ProposalCoSignedIn', data: { unit: 'finance-bureau' } });
    given(received, routed, coAssigned, coSignedIn).when(signIn).then({ type: 'ProposalSignedIn', data: {} });
    given(received, routed, coAssigned, signedIn)
      .when(signIn, coUnit)
      .then({ type: 'ProposalCoSignedIn', data: { unit: 'finance-bureau' } });
  });

  it('is accepted by nobody twice, nor by others', () => {
    given(received, routed, coAssigned, coSignedIn).when(signIn, coUnit).thenRejected('本单位没有待接收的交办');
    given(received, routed, coAssigned)
      .when(signIn, { by: { ...clerk, unit: 'housing-bureau' } })
      .thenRejected('nothing assigned to this unit waits to be accepted');
  });
});

// Zhejiang art. 14 (ten days), Chongqing art. 16 and Henan art. 14 (ten working days), Shandong art. 12 (five days): only with consent.
describe('a proposal that is not the business of its lead unit', () => {
  const asked = {
    type: 'ProposalReturnRequested',
    data: { unit: 'transport-bureau', suggested: 'housing-bureau' },
    personal: { reason: '属住建部门职责' },
  } as const;

  it.each([
    ['before', [received, routed]],
    ['after', [received, routed, signedIn]],
  ])('is asked back with reasons, %s it is accepted', (_, past) =>
    given(...past)
      .when(request)
      .then(asked),
  );

  it('is asked back up to the last day of the term and no longer', () => {
    given(received, routed).when(request, { at: '2018-03-20T23:59:59+08:00' }).then(asked);
    given(received, routed).when(request, { at: '2018-03-21T00:00:00+08:00' }).thenRejected('the term for asking to return it is over');
  });

  it('is not asked back by a co-unit', () =>
    given(received, routed, coAssigned).when(request, coUnit).thenRejected('this is for the lead unit'));

  it('waits for the decision: it is neither accepted nor asked back again', () => {
    given(received, routed, requested).when(signIn).thenRejected('nothing assigned to this unit waits to be accepted');
    given(received, routed, requested).when(request).thenRejected('only an assigned proposal that is not yet answered can be asked back');
  });

  it('goes back with consent, and the parts of its co-units end', () =>
    given(received, routed, coAssigned, requested)
      .when(approve)
      .then(
        {
          type: 'ProposalCoReleased',
          data: { unit: 'finance-bureau', limits: { 'co-unit:finance-bureau': null } },
          personal: { reason: undefined },
        },
        { type: 'ProposalReturned', data: { unit: 'transport-bureau', limits: { return: null, contact: null } } },
      ));

  it('is then assigned anew, with the whole term (Chongqing arts 16 and 21)', () =>
    given(received, routed, requested, returned)
      .when({ type: 'RouteProposal', data: { unit: 'housing-bureau' } }, { at: '2018-03-26T09:00:00+08:00' })
      .then({
        type: 'ProposalRouted',
        data: expect.objectContaining({ unit: 'housing-bureau', due: expect.objectContaining({ on: '2018-06-26' }) }),
        personal: { instruction: undefined },
      }));

  it('stays when the return is refused, where it was, and is not asked back a second time', () => {
    given(received, routed, requested)
      .when(refuse)
      .then({ type: 'ProposalReturnRefused', data: {}, personal: { reason: '主体责任在你单位' } });
    given(received, routed, requested, refused).when(signIn).then({ type: 'ProposalSignedIn', data: {} });
    given(received, routed, signedIn, requested, refused)
      .when(request)
      .thenRejected('the return was refused; it cannot be asked for again');
  });

  it.each([approve, refuse])('needs a request before a decision: $type', (command) =>
    given(received, routed).when(command).thenRejected('no request to return it awaits a decision'),
  );

  it('is kept once it is handled again after dissatisfaction', () =>
    given(
      received,
      routed,
      signedIn,
      { type: 'ProposalAnswered', data: { unit: 'transport-bureau', outcome: 'C' } },
      { type: 'ProposalRated', data: { rating: 'dissatisfied' } },
      { type: 'ProposalRehandlingOrdered', data: { due: { ...due, rule: 'proposal-rehandle' } } },
    )
      .when(request)
      .thenRejected('a proposal that is handled again cannot be asked back'));
});
