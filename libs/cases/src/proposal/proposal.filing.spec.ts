import { allowedCommands, type Actor, defaultRules } from '@app/cases';
import { caseSpec, clerk, type CommandFor, type PastFor, usualCircumstances } from '@app/testing';
import { proposal } from '.';

const { given } = caseSpec(proposal);

type Command = CommandFor<typeof proposal>;
type Past = PastFor<typeof proposal>;

const other = '01890000-0000-7000-8000-00000000000b';
const facts = { caseNumber: 'TA-2018-000009', channel: 'in-person', kind: 'cppcc-proposal', session: '九届二次', matter: '交通' } as const;
const received: Past = { type: 'ProposalRegistered', data: facts };
const jointly: Past = { type: 'ProposalRegistered', data: { ...facts, form: 'joint', proposerCount: 3 } };
const filed: Past = { type: 'ProposalFiled', data: { number: '第23号' } };
const merged: Past = { type: 'ProposalMerged', data: { into: other } };
const joined: Past = { type: 'ProposalDuplicateJoined', data: { duplicate: other } };
const due = { on: '2018-06-06', rule: 'proposal-answer', calendar: 'chinese-days-1.5.7' };
const routed: Past = { type: 'ProposalRouted', data: { unit: 'transport-bureau', due } };
const answered: Past[] = [
  routed,
  { type: 'ProposalSignedIn', data: {} },
  { type: 'ProposalAnswered', data: { unit: 'transport-bureau', outcome: 'A' } },
];

const file: Command = { type: 'FileProposal', data: { number: '第23号' } };
const decline = (data: Partial<Extract<Command, { type: 'DeclineProposalFiling' }>['data']> = {}): Command => ({
  type: 'DeclineProposalFiling',
  data: { ground: 'forwarded-letter', explanation: '代转群众来信，已转信访部门', ...data },
});
const merge = decline({ ground: 'duplicate', explanation: '与第12号合并办理', into: other });
const route: Command = { type: 'RouteProposal', data: { unit: 'transport-bureau' } };
const withdraw: Command = { type: 'WithdrawProposal', data: { reason: '已另行解决' } };

const assigned = { type: 'ProposalRouted', data: expect.anything(), personal: { instruction: undefined } } as const;

describe('the filing of a proposal', () => {
  it('gives it its number', () =>
    given(received)
      .when(file)
      .then({ type: 'ProposalFiled', data: { number: '第23号' } }));

  it('happens once, and before it is assigned', () => {
    given(received, filed).when(file).thenRejected('only a registered proposal that is not yet filed can be filed');
    given(received, routed).when(file).thenRejected('只有已登记、尚未立案的建议提案才能立案');
  });

  const required = { local: { ...defaultRules, proposal: { ...defaultRules.proposal, filing: 'required' as const } } };

  it('comes before the assignment where the local rules ask for it', () => {
    given(received).when(route, required).thenRejected('by the local rules a proposal must be filed before it is assigned');
    given(received, filed).when(route, required).then(assigned);
  });

  it('may be left out elsewhere', () => given(received).when(route).then(assigned));

  // Zhejiang art. 10, Chongqing art. 13: what should not be a proposal is not taken up, and the proposers are told.
  it('is declined on a ground, with what the proposers are told', () =>
    given(received)
      .when(decline())
      .then({
        type: 'ProposalNotFiled',
        data: { disposal: 'not-filed', ground: 'forwarded-letter' },
        personal: { explanation: '代转群众来信，已转信访部门' },
      }));

  it('is not declined once it is filed', () =>
    given(received, filed).when(decline()).thenRejected('only a registered proposal that is not yet filed can be declined'));

  it('when declined, ends it', () =>
    given(received, { type: 'ProposalNotFiled', data: { disposal: 'not-filed', ground: 'forwarded-letter' } })
      .when(route)
      .thenRejected('only a registered proposal that is not yet assigned can be assigned'));
});

// Chongqing art. 13, Zhejiang art. 18: proposals of the same contents may be handled together.
describe('a proposal of the same contents as another', () => {
  const merging = { type: 'ProposalMerged', data: { into: other }, personal: { explanation: '与第12号合并办理' } } as const;

  it('is merged into it', () =>
    given(received)
      .when(merge, { contested: { status: 'handling' } })
      .then(merging));

  it.each(['answered', 'closed', 'merged'])('is not merged into one that is %s', (status) =>
    given(received).when(merge, { contested: { status } }).thenRejected('a proposal can be merged only into one that is not yet answered'),
  );

  it('is not merged on another ground', () =>
    given(received)
      .when(decline({ into: other }))
      .thenRejected('only a duplicate is merged into another proposal'));

  it('is not merged while others are merged into it', () =>
    given(received, joined).when(merge).thenRejected('others are merged into this proposal: take them out first'));

  it('may be declined as a duplicate without naming the other', () =>
    given(received)
      .when(decline({ ground: 'duplicate' }))
      .then({
        type: 'ProposalNotFiled',
        data: { disposal: 'not-filed', ground: 'duplicate' },
        personal: { explanation: '代转群众来信，已转信访部门' },
      }));

  it('is taken out again, and goes on from its receipt', () => {
    given(received, merged)
      .when({ type: 'UnmergeProposal', data: { reason: '诉求不同' } })
      .then({ type: 'ProposalUnmerged', data: { from: other, status: 'received' }, personal: { reason: '诉求不同' } });
    given(received, merged, { type: 'ProposalUnmerged', data: { from: other, status: 'received' } })
      .when(file)
      .then({ type: 'ProposalFiled', data: { number: '第23号' } });
  });

  it('is not taken out of nothing', () =>
    given(received)
      .when({ type: 'UnmergeProposal', data: { reason: '诉求不同' } })
      .thenRejected('this proposal is not merged into another'));

  it('is known to the other, once however often it is told', () => {
    const join: Command = { type: 'RecordProposalDuplicate', data: { duplicate: other } };
    given(received)
      .when(join)
      .then({ type: 'ProposalDuplicateJoined', data: { duplicate: other } });
    given(received, joined).when(join).thenNothing();
  });

  it('is forgotten by the other when it is taken out, once as well', () => {
    const leave: Command = { type: 'RecordProposalDuplicateWithdrawn', data: { duplicate: other } };
    given(received, joined)
      .when(leave)
      .then({ type: 'ProposalDuplicateLeft', data: { duplicate: other } });
    given(received, joined, { type: 'ProposalDuplicateLeft', data: { duplicate: other } })
      .when(leave)
      .thenNothing();
  });
});

describe('the withdrawal of a proposal', () => {
  const withdrawn = { type: 'ProposalWithdrawn', data: { disposal: 'withdrawn' }, personal: { reason: '已另行解决' } } as const;

  // Chongqing art. 12: once withdrawn, its handling ends.
  it('ends its handling', () => {
    given(received, routed).when(withdraw).then(withdrawn);
    given(received, routed, { type: 'ProposalWithdrawn', data: { disposal: 'withdrawn' } })
      .when({ type: 'SignInProposal', data: {} }, { by: { ...clerk, unit: 'transport-bureau' } })
      .thenRejected('only an assigned proposal can be accepted');
  });

  // Shanghai art. 10.
  it('needs everybody who signed a joint one', () => {
    given(jointly).when(withdraw).thenRejected('a joint proposal is withdrawn only when all who signed it ask for it');
    given(jointly)
      .when({ type: 'WithdrawProposal', data: { reason: '已另行解决', unanimous: true } })
      .then(withdrawn);
  });

  it('comes before the answer', () =>
    given(received, ...answered)
      .when(withdraw)
      .thenRejected('only a proposal that is not yet answered can be withdrawn'));
});

// Zhejiang art. 14, Chongqing art. 16: units do not pass proposals on by themselves.
describe('a unit', () => {
  const staff: Actor = { id: 'chen-hao', unit: 'transport-bureau', roles: ['unit'] };

  it('does not assign a proposal', () => {
    const offered = allowedCommands(
      proposal,
      { status: 'received' },
      { at: '2018-03-06', by: staff, caseNumber: '', ...usualCircumstances },
    );
    expect(offered.find(({ path }) => path === 'route')?.reason?.en).toBe('your role does not include this step');
  });
});
