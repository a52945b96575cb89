import { addDays, calendarWith, publishedCalendar } from '@app/cases';
import fc from 'fast-check';
import { workingDaysBetween } from './working-days';

const dates = fc
  .date({ min: new Date('2008-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const oneByOne = (from: string, to: string): number => {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (publishedCalendar.isWorkingDay(day)) count += 1;
  return count;
};

describe('the working days between two days', () => {
  it('are those after the first, up to and with the second, however many years lie between', () =>
    fc.assert(fc.property(dates, dates, (from, to) => expect(workingDaysBetween(from, to, publishedCalendar)).toBe(oneByOne(from, to)))));

  it('leave out what a notice has made a holiday', () => {
    const noticed = calendarWith([[{ on: '2018-06-05', works: false, name: '临时放假' }]]);
    expect(workingDaysBetween('2018-06-04', '2018-06-06', publishedCalendar)).toBe(2);
    expect(workingDaysBetween('2018-06-04', '2018-06-06', noticed)).toBe(1);
  });
});
