import { defaultRules } from '../local-rules';
import { publishedCalendar } from './calendar';
import type { Context } from './context';
import type { Situation } from './decider';
import { type Due, dueAfter, extendedBy, type Term } from './due';
import { extensionGrounds } from './extension';
import { unitsOf } from './units';

const five: Term = { amount: 5, unit: 'working-day', rule: 'letter-ordinary' };

const context = (at: string): Context => ({
  at,
  by: { id: 'li-na', unit: 'gov-office', roles: ['office'] },
  caseNumber: 'XX-2018-000001',
  calendar: publishedCalendar,
  local: defaultRules,
  units: unitsOf([]),
});

const inTime = context('2018-06-11T16:00:00+08:00');
const tooLate = context('2018-06-12T09:00:00+08:00');

const due = dueAfter('2018-06-04', five, inTime);
const answering = (clock: Due): Situation => ({ status: 'handling', clocks: { answer: { due: clock } } });

const against = (state: Situation, when: Context, most = 1) =>
  extensionGrounds(() => most).find((ground) => ground.when(state, when))?.because.en;

describe('an extension', () => {
  it('is possible to the last day of the term', () => expect(against(answering(due), inTime)).toBeUndefined());

  it('is not possible after it', () => expect(against(answering(due), tooLate)).toBe('its term is over and can no longer be extended'));

  it('is possible as often as the local rules allow', () => {
    const extended = answering(extendedBy(due, five, inTime));
    expect([1, 2].map((most) => against(extended, inTime, most))).toEqual(['it was extended as often as the local rules allow', undefined]);
    expect(against(answering(due), inTime, 0)).toBe('it was extended as often as the local rules allow');
  });

  it('needs a term that runs', () =>
    expect(against({ status: 'handling' }, inTime)).toBe('its term is over and can no longer be extended'));
});
