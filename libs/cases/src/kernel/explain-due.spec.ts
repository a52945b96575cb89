import fc from 'fast-check';
import { addDays } from './dates';
import { usualCircumstances } from '@app/testing';
import { isWorkingDay, publishedCalendar } from './calendar';
import { dueAfter, type Term } from './due';
import { explainDue } from './explain-due';

const five: Term = { amount: 5, unit: 'working-day', rule: 'five' };
const explained = (from: string, term: Term) => explainDue(from, dueAfter(from, term, usualCircumstances), [term], publishedCalendar);

describe('the explanation of a due date', () => {
  // Spring Festival 2018: 15 to 21 February off; Sunday 11 and Saturday 24 February worked instead.
  it('names each day that was skipped, and each weekend day that was worked', () =>
    expect(explained('2018-02-09', five)).toMatchObject({
      on: '2018-02-22',
      from: '2018-02-09',
      rule: 'five',
      calendar: 'chinese-days-1.5.7',
      term: { amount: 5, unit: 'working-day' },
      days: [
        { on: '2018-02-10', counts: false, why: { zh: '周末', en: 'weekend' } },
        { on: '2018-02-11', counts: true, why: { zh: '春节调休上班' } },
        ...['15', '16', '17', '18', '19', '20', '21'].map((day) => ({ on: `2018-02-${day}`, counts: false, why: { zh: '春节' } })),
      ],
    }));

  it('of a term in days names only the holidays it ran on over', () => {
    const thirty: Term = { amount: 30, unit: 'day', rule: 'thirty' };
    expect(explained('2018-09-01', thirty).days.map(({ on }) => on)).toEqual([
      '2018-10-01',
      '2018-10-02',
      '2018-10-03',
      '2018-10-04',
      '2018-10-05',
      '2018-10-06',
      '2018-10-07',
    ]);
    expect(explained('2018-06-01', thirty).on).toBe('2018-07-02');
    expect(explained('2018-06-01', thirty).days.map(({ on }) => on)).toEqual(['2018-06-30', '2018-07-01']);
    expect(explained('2018-06-05', thirty).days).toEqual([]);
  });

  it('has no term for a rule that is no longer known, and explains the days all the same', () =>
    expect(explainDue('2018-06-08', { on: '2018-06-11', rule: 'old', calendar: 'c' }, [], publishedCalendar)).toMatchObject({
      term: undefined,
      from: '2018-06-08',
    }));

  it('leaves exactly as many working days as the term has', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 1, max: 40 }), (offset, amount) => {
        const from = addDays('2010-01-01', offset);
        const { on, days } = explained(from, { ...five, amount });
        const between: string[] = [];
        for (let day = addDays(from, 1); day <= on; day = addDays(day, 1)) between.push(day);
        expect(between.length - days.filter(({ counts }) => !counts).length).toBe(amount);
        expect(days.every(({ on: day, counts }) => isWorkingDay(day) === counts)).toBe(true);
      }),
    );
  });
});
