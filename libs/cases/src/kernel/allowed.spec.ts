import { defaultRules } from '../local-rules';
import { allowedCommands } from './allowed';
import { publishedCalendar } from './calendar';
import { defineCaseType } from './case-type';
import { type Role, roles } from './context';
import type { CaseType, Situation } from './decider';
import { command } from './definitions';
import { say } from './sentence';
import { Label } from './shapes';
import { unitsOf } from './units';

interface Notice extends Situation {
  readonly status: 'absent' | 'received' | 'handling' | 'answered';
  readonly unit?: string;
}

const commands = {
  PostNotice: command({ path: 'register', title: say('登记', 'Register'), by: ['office'], shape: { matter: Label } }),
  RouteNotice: command({ path: 'route', title: say('派单', 'Dispatch'), by: ['office'], shape: {} }),
  AnswerNotice: command({ path: 'answer', title: say('答复', 'Answer'), by: ['unit'], shape: {} }),
  LinkNotice: command({ path: 'link', title: say('关联', 'Link'), by: ['policy'], shape: {} }),
};

const onlyReceived = say('只有已登记的才能派单', 'only one that is registered can be routed');
const onlyHandled = say('只有已派单的才能答复', 'only one that is routed can be answered');
const notTheirs = say('只有主办单位才能答复', 'only the lead unit can answer');
const late = say('答复期限已过', 'the term is over');

const notice = defineCaseType<Notice, typeof commands, {}>({
  name: 'notice',
  title: say('告示', 'Notice'),
  prefix: 'GS',
  events: {},
  commands,
  opens: 'PostNotice',
  initial: { status: 'absent' },
  evolve: {},
  rules: {
    PostNotice: { in: ['absent'], otherwise: say('已登记', 'registered already'), decide: () => [] },
    RouteNotice: { in: ['received'], otherwise: onlyReceived, decide: () => [] },
    AnswerNotice: {
      in: ['handling'],
      otherwise: onlyHandled,
      unless: [
        { when: ({ unit }, { by }) => unit !== by.unit, because: notTheirs },
        { when: (_, { at }) => at > '2018-06-12', because: late },
      ],
      decide: () => [],
    },
    LinkNotice: { in: ['received'], otherwise: onlyReceived, decide: () => [] },
  },
  upcasts: {},
  terms: [],
  corrects: { in: ['answered'], facts: { matter: Label } },
});

const offered = (state: Notice, mine: readonly Role[], { unit = 'gov-office', at = '2018-06-04T09:00:00+08:00' } = {}) =>
  allowedCommands(notice as CaseType, state, {
    at,
    by: { id: 'li-na', unit, roles: mine },
    caseNumber: 'GS-2018-000001',
    calendar: publishedCalendar,
    local: defaultRules,
    units: unitsOf([]),
  });

const possible = (...asked: Parameters<typeof offered>) =>
  offered(...asked)
    .filter(({ allowed }) => allowed)
    .map(({ path }) => path);

const reasonOf = (path: string, ...asked: Parameters<typeof offered>) => offered(...asked).find((one) => one.path === path)?.reason;

const received: Notice = { status: 'received' };
const handling: Notice = { status: 'handling', unit: 'water-works' };

describe('what may be done with a case', () => {
  it('depends on the situation', () => {
    expect(possible(received, roles)).toEqual(['route']);
    expect(possible({ status: 'answered' }, roles)).toEqual(['correct']);
  });

  it('depends on the role, and names the situation only to whom the step belongs', () => {
    expect(possible(received, ['unit'])).toEqual([]);
    expect(reasonOf('answer', received, ['unit'])).toEqual(onlyHandled);
    expect(reasonOf('answer', received, ['office'])?.zh).toBe('您没有办理这一步的权限');
  });

  it('is nothing without a role', () =>
    expect(offered(received, []).map(({ reason }) => reason?.en)).toEqual([
      'your role does not include this step',
      'your role does not include this step',
      'your role does not include this step',
    ]));

  it('depends on the grounds of the rule, in their order', () => {
    const waterWorks = { unit: 'water-works' };
    expect(possible(handling, ['unit'], waterWorks)).toEqual(['answer']);
    expect(reasonOf('answer', handling, ['unit'], { at: '2018-06-13T09:00:00+08:00' })).toEqual(notTheirs);
    expect(reasonOf('answer', handling, ['unit'], { ...waterWorks, at: '2018-06-13T09:00:00+08:00' })).toEqual(late);
  });

  it('has a reason exactly where it is not allowed', () => {
    for (const { allowed, reason } of offered(handling, roles)) expect(allowed).toBe(reason === undefined);
  });

  it('does not list opening a case, nor what only a policy does', () =>
    expect(offered(received, roles).map(({ path }) => path)).toEqual(['route', 'answer', 'correct']));

  it('says what each step is called', () =>
    expect(offered(received, ['office'])[0]).toEqual({
      command: 'RouteNotice',
      path: 'route',
      title: say('派单', 'Dispatch'),
      allowed: true,
    }));
});
