import { usualCircumstances } from '@app/testing';
import { complaint } from '../complaint';
import { disclosure } from '../disclosure';
import { allowedCommands } from './allowed';
import type { CaseType, Situation } from './decider';
import { type Role, roles } from './context';

const offered = (caseType: CaseType, state: Situation, ...mine: readonly Role[]) =>
  allowedCommands(caseType, state, {
    at: '2018-06-04T09:00:00+08:00',
    by: { id: 'li-na', unit: 'gov-office', roles: mine },
    caseNumber: `${caseType.prefix}-2018-000001`,
    ...usualCircumstances,
  });

const possible = (...asked: Parameters<typeof offered>) =>
  offered(...asked)
    .filter(({ allowed }) => allowed)
    .map(({ path }) => path);

const received = { status: 'received' };
const routed = { status: 'routed', unit: 'water-works' };

describe('what may be done with a case', () => {
  it('depends on the role', () => {
    expect(possible(complaint, received, 'office')).toEqual(['route', 'answer-directly', 'remind', 'supplement']);
    expect(possible(complaint, received, 'unit')).toEqual([]);
    expect(possible(complaint, routed, 'unit')).toEqual(['sign-in']);
    expect(possible(complaint, routed, 'office')).toEqual(['remind', 'supplement']);
  });

  it('is everything that any of the roles may do', () => {
    expect(possible(disclosure, { status: 'handling' }, 'unit')).toEqual(['answer']);
    expect(possible(disclosure, { status: 'handling' }, 'unit', 'office')).toEqual(['extend', 'answer']);
  });

  it('is nothing without a role, and the reason says so', () => {
    expect(offered(complaint, received).map(({ reason }) => reason?.en)).toEqual(
      Array.from({ length: 8 }, () => 'your role does not include this step'),
    );
  });

  it('names the situation only to whom the step belongs', () => {
    const reasonOf = (role: Role) => offered(complaint, received, role).find(({ path }) => path === 'sign-in')?.reason?.zh;
    expect(reasonOf('unit')).toBe('只有已派单、尚未签收的投诉才能签收');
    expect(reasonOf('office')).toBe('您没有办理这一步的权限');
  });

  it('has a reason exactly where it is not allowed', () => {
    for (const { allowed, reason } of offered(complaint, received, ...roles)) expect(allowed).toBe(reason === undefined);
  });

  it('does not list opening a case, nor what only a policy does', () => {
    const paths = offered(disclosure, { status: 'answered' }, ...roles).map(({ path }) => path);
    expect(paths).toEqual(['route', 'sign-in', 'extend', 'answer', 'close']);
  });

  it('says what each step is called', () =>
    expect(offered(complaint, received, 'office')[0]).toEqual({
      command: 'RouteComplaint',
      path: 'route',
      title: { zh: '派单转办', en: 'Dispatch to a handling unit' },
      allowed: true,
    }));
});
