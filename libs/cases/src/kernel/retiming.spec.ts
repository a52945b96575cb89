import { calendarWith, publishedCalendar } from './calendar';
import type { Clocks } from './clocks';
import { dueAfter } from './due';
import { retiming } from './retiming';

const local = { edition: 'county', dueSoon: 1 };
const usual = { calendar: publishedCalendar, local };
const flood = { calendar: calendarWith([[{ on: '2018-06-08', works: false, name: '防汛停工' }]]), local };

const due = (from: string, amount: number) => dueAfter(from, { amount, unit: 'working-day', rule: 'a-rule' }, usual);
const moved = (clocks: Clocks) => retiming({ status: 'open', clocks }, '政府办通知〔2018〕6号', flood);

// Friday 8 June becomes a holiday.
describe('a holiday notice', () => {
  it('moves every clock that runs over the day, in one event that names it', () =>
    expect(
      moved({
        answer: { due: due('2018-06-04', 5) },
        'sign-in': { due: due('2018-06-04', 1) },
        'co-unit:health': { due: due('2018-06-06', 3) },
      }),
    ).toEqual([
      {
        type: 'DeadlinesRetimed',
        data: {
          due: expect.objectContaining({ on: '2018-06-12', calendar: 'chinese-days-1.5.7+1' }),
          limits: { 'co-unit:health': expect.objectContaining({ on: '2018-06-12' }) },
          notice: '政府办通知〔2018〕6号',
        },
      },
    ]));

  it('says nothing where nothing moves', () => {
    expect(moved({ answer: { due: due('2018-06-08', 5) }, 'sign-in': { due: due('2018-06-04', 1) } })).toEqual([]);
    expect(moved({})).toEqual([]);
  });

  it('names only what moves', () => {
    expect(moved({ answer: { due: due('2018-06-04', 5) } })[0]?.data).not.toHaveProperty('limits');
    expect(moved({ 'sign-in': { due: due('2018-06-07', 1) } })[0]?.data).not.toHaveProperty('due');
  });

  it('leaves a clock alone that stands still: it is reckoned anew when it goes on', () =>
    expect(moved({ answer: { due: due('2018-06-04', 5), pausedOn: '2018-06-05' } })).toEqual([]));
});
