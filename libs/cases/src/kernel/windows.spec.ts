import { publishedCalendar } from './calendar';
import { dueAfter, type Length } from './due';
import { silencesUntil } from './silences';
import { isOver } from './windows';
import { defaultRules } from '../local-rules';
import type { CaseType, Situation } from './decider';
import { unitsOf } from './units';

const circumstances = { calendar: publishedCalendar, local: defaultRules, units: unitsOf([]) };

const running = (unit: Length['unit'], amount: number): Situation => ({
  status: 'open',
  clocks: { return: { due: dueAfter('2018-06-04T09:00:00+08:00', { amount, unit, rule: 'a-return' }, circumstances) } },
});

describe('the time for something', () => {
  it.each([
    ['2018-06-05T23:59:59+08:00', false],
    ['2018-06-05T15:59:59Z', false],
    ['2018-06-06T00:00:00+08:00', true],
  ])('in days lasts to the end of the last: at %s it is over: %s', (at, over) =>
    expect(isOver(running('working-day', 1), 'return', { at })).toBe(over),
  );

  it.each([
    ['2018-06-04T10:59:59+08:00', false],
    ['2018-06-04T11:00:00+08:00', true],
  ])('in hours lasts to its moment: at %s it is over: %s', (at, over) => expect(isOver(running('hour', 2), 'return', { at })).toBe(over));

  it('is over when nothing runs', () => expect(isOver({ status: 'open' }, 'return', { at: '2018-06-04T09:00:00+08:00' })).toBe(true));

  it.each<Length['unit']>(['hour', 'working-day'])('is over from the moment on at which its silence falls: %s', (unit) => {
    const state = running(unit, 3);
    const obligation = { name: 'letter', events: {}, evolve: {} } as unknown as CaseType;
    const [silence] = silencesUntil(obligation, state, '2018-07-01T00:00:00+08:00', circumstances);
    const fell = Date.parse(silence?.at ?? '');
    expect([fell - 1, fell].map((time) => isOver(state, 'return', { at: new Date(time).toISOString() }))).toEqual([false, true]);
  });
});
