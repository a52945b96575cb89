import fc from 'fast-check';
import { addDays } from './dates';
import { isWorkingDay, publishedCalendar } from './calendar';
import { dueAfter, extendedBy, resumedAfter, type Term } from './due';
import { explainDue } from './explain-due';

const usualCircumstances = { calendar: publishedCalendar, local: { edition: 'county', dueSoon: 1 } };

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

  const daysOf = (from: string, due: ReturnType<typeof dueAfter>) =>
    explainDue(from, due, [], publishedCalendar).days.map(({ on, counts, why }) => `${on.slice(5)} ${counts ? '+' : '-'} ${why.en}`);

  // Thu 27 September: five working days, with the worked Sat 29 and Sun 30, to Tue 9 October; eight days more end on Wed 17 October.
  it('of an extension in another unit goes by that unit', () => {
    const due = extendedBy(dueAfter('2018-09-27', five, usualCircumstances), { amount: 8, unit: 'day', rule: 'eight' }, usualCircumstances);
    expect([due.on, ...daysOf('2018-09-27', due)]).toEqual([
      '2018-10-17',
      '09-29 + made up for National Day',
      '09-30 + made up for National Day',
      ...['01', '02', '03', '04', '05', '06', '07'].map((day) => `10-${day} - National Day`),
    ]);
  });

  // 24 hours end on Sat 9 June; the working day after is Mon 11 June.
  it('of hours names no day, and of the working day they are extended by those it skips', () => {
    const hours = dueAfter('2018-06-08T10:00:00+08:00', { amount: 24, unit: 'hour', rule: 'urgent' }, usualCircumstances);
    expect(daysOf('2018-06-08', hours)).toEqual([]);
    expect(daysOf('2018-06-08', extendedBy(hours, { ...five, amount: 1 }, usualCircumstances))).toEqual(['06-10 - weekend']);
  });

  it('names the days on which the clock stood still', () => {
    const due = dueAfter('2018-06-04', five, usualCircumstances);
    const resumed = resumedAfter(due, { from: '2018-06-05', to: '2018-06-07', why: 'third-party' }, usualCircumstances);
    expect(daysOf('2018-06-04', resumed)).toEqual([
      '06-06 - the clock stood still',
      '06-07 - the clock stood still',
      '06-09 - weekend',
      '06-10 - weekend',
    ]);
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
