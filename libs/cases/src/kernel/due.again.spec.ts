import fc from 'fast-check';
import { type Calendar, calendarWith, publishedCalendar } from './calendar';
import { addDays } from './dates';
import { dueAfter, extendedBy, type Length, restartedOn, retimed, type Term } from './due';

const local = { edition: 'county-2018', dueSoon: 1 };
const by = (calendar: Calendar) => ({ calendar, local });
const usual = by(publishedCalendar);

const five: Term = { amount: 5, unit: 'working-day', rule: 'hotline-ordinary' };

const dates = fc.integer({ min: 0, max: 6_300 }).map((days) => addDays('2008-01-02', days));
const instants = fc
  .tuple(dates, fc.integer({ min: 0, max: 23 }))
  .map(([date, hour]) => `${date}T${String(hour).padStart(2, '0')}:30:00+08:00`);
const units = fc.constantFrom<Length['unit']>('hour', 'working-day', 'day', 'month');
const most = { hour: 100, 'working-day': 40, day: 90, month: 6 };
const terms: fc.Arbitrary<Term> = units.chain((unit) =>
  fc.integer({ min: 1, max: most[unit] }).map((amount): Term => ({ amount, unit, rule: 'a-rule' })),
);
const clocks = fc.tuple(instants, terms).map(([at, term]) => dueAfter(at, term, usual));

describe('a clock by another calendar', () => {
  it('is the very same when the calendar is', () =>
    fc.assert(
      fc.property(clocks, terms, (clock, more) => {
        expect(retimed(clock, usual)).toBe(clock);
        const longer = extendedBy(clock, more, usual);
        expect(retimed(longer, usual)).toBe(longer);
      }),
    ));

  const noticed = fc.array(
    fc.tuple(dates, fc.boolean()).map(([on, works]) => ({ on, works, name: '通知' })),
    { maxLength: 40 },
  );

  it('is as if that calendar had been known from the beginning', () =>
    fc.assert(
      fc.property(instants, terms, noticed, (at, term, notice) => {
        const calendar = calendarWith([notice]);
        const fresh = dueAfter(at, term, by(calendar));
        const { on, soon } = retimed(dueAfter(at, term, usual), by(calendar));
        expect(on).toBe(fresh.on);
        if (on !== dueAfter(at, term, usual).on) expect(soon).toBe(fresh.soon);
      }),
    ));

  it('stays under its edition of the local rules', () => {
    const calendar = calendarWith([[{ on: '2018-06-05', works: false, name: '防汛' }]]);
    const moved = retimed(dueAfter('2018-06-04', five, usual), { calendar, local: { edition: 'county-2022', dueSoon: 1 } });
    expect(moved).toMatchObject({ on: '2018-06-12', edition: 'county-2018', calendar: 'chinese-days-1.5.7+1' });
  });

  it('is no longer provisional once the year is published, though the day is the same', () => {
    const clock = dueAfter('2026-12-31', five, usual);
    const calendar = calendarWith([[{ on: '2027-01-01', works: false, name: '元旦' }]]);
    expect([clock.provisional, retimed(clock, by(calendar)).provisional]).toEqual([true, undefined]);
  });

  it('cannot be told of a due date from before clocks were kept as data', () => {
    const old = { on: '2018-06-11', rule: 'old', calendar: 'c' };
    expect(retimed(old, by(calendarWith([[{ on: '2018-06-11', works: false, name: '防汛' }]])))).toBe(old);
  });
});

describe('a clock that was triggered on another day', () => {
  it('is as if it had been from the beginning, with its extensions and pauses', () =>
    fc.assert(
      fc.property(dates, fc.nat(20), terms, terms, (date, earlier, term, more) => {
        fc.pre(term.unit !== 'hour');
        const now = addDays(date, -earlier);
        const moved = restartedOn(extendedBy(dueAfter(date, term, usual), more, usual), date, now, usual);
        expect(moved).toEqual(extendedBy(dueAfter(now, term, usual), more, usual));
      }),
    ));

  it('is not touched when something else triggered it', () =>
    expect(restartedOn(dueAfter('2018-06-04', five, usual), '2018-06-01', '2018-05-31', usual)).toBeUndefined());

  it('in hours is not touched: a date does not say when', () =>
    expect(
      restartedOn(dueAfter('2018-06-04T09:00:00+08:00', { amount: 2, unit: 'hour', rule: 'r' }, usual), '2018-06-04', '2018-06-03', usual),
    ).toBeUndefined());
});
