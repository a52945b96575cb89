import fc from 'fast-check';
import { addDays, addMonths, businessDate } from './dates';

const instants = fc
  .date({ min: new Date('1992-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
const dates = instants.map((instant) => instant.slice(0, 10));

const wallCalendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' });

describe('a business date', () => {
  it('is the date on a wall calendar in Shanghai, for any instant', () =>
    fc.assert(
      fc.property(instants, (instant) => expect(businessDate(instant)).toBe(wallCalendar.format(new Date(instant)))),
      { numRuns: 1000 },
    ));

  it('is the same however the offset is written', () => {
    expect(businessDate('2018-12-31T23:30:00+08:00')).toBe('2018-12-31');
    expect(businessDate('2018-12-31T15:30:00Z')).toBe('2018-12-31');
    expect(businessDate('2018-12-31T10:30:00-05:00')).toBe('2018-12-31');
  });
});

describe('adding days', () => {
  it('is undone by taking them away', () =>
    fc.assert(
      fc.property(dates, fc.integer({ min: -4000, max: 4000 }), (date, days) => expect(addDays(addDays(date, days), -days)).toBe(date)),
    ));

  it('may be done in two steps', () =>
    fc.assert(
      fc.property(dates, fc.nat(400), fc.nat(400), (date, a, b) => expect(addDays(addDays(date, a), b)).toBe(addDays(date, a + b))),
    ));

  it.each([
    ['2018-12-31', 1, '2019-01-01'],
    ['2020-02-28', 1, '2020-02-29'],
    ['2019-02-28', 1, '2019-03-01'],
    ['2019-01-01', -1, '2018-12-31'],
  ])('to %s: %d gives %s', (date, days, then) => expect(addDays(date, days)).toBe(then));
});

describe('adding months', () => {
  it('keeps the day, or takes the last day of a shorter month', () =>
    fc.assert(
      fc.property(dates, fc.nat(48), (date, months) => {
        const later = addMonths(date, months);
        const [year, month, day] = later.split('-').map(Number) as [number, number, number];
        const [year0, month0, day0] = date.split('-').map(Number) as [number, number, number];
        expect(year * 12 + month).toBe(year0 * 12 + month0 + months);
        if (day !== day0) expect([addDays(later, 1).slice(8), day < day0]).toEqual(['01', true]);
      }),
    ));

  it.each([
    ['2018-11-30', 3, '2019-02-28'],
    ['2019-11-30', 3, '2020-02-29'],
    ['2018-01-31', 1, '2018-02-28'],
    ['2018-10-15', 3, '2019-01-15'],
  ])('to %s: %d gives %s', (date, months, then) => expect(addMonths(date, months)).toBe(then));
});
