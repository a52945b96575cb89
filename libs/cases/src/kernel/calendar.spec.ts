import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { usualCircumstances } from '@app/testing';
import { calendarWith, isWorkingDay, type NoticedDay, publishedCalendar } from './calendar';
import { addDays } from './dates';
import { dueAfter as dueUnder, type Term } from './due';

const dueAfter = (date: string, term: Term) => dueUnder(date, term, usualCircumstances);

const workingDays = (amount: number): Term => ({ amount, unit: 'working-day', rule: 'a rule' });

describe('a working-day term', () => {
  it('starts on the day after the trigger', () => {
    expect(dueAfter('2018-06-04', workingDays(1)).on).toBe('2018-06-05');
  });

  it('skips weekends', () => {
    expect(dueAfter('2018-06-08', workingDays(1)).on).toBe('2018-06-11');
  });

  // Spring Festival 2018: 15 to 21 February off, Sunday 11 and Saturday 24 February worked instead.
  it('skips Spring Festival 2018 and counts its make-up days', () => {
    expect(isWorkingDay('2018-02-11')).toBe(true);
    expect(isWorkingDay('2018-02-19')).toBe(false);
    expect(dueAfter('2018-02-09', workingDays(5)).on).toBe('2018-02-22');
    expect(dueAfter('2018-02-22', workingDays(2)).on).toBe('2018-02-24');
  });

  it('says which rule and calendar gave the date', () => {
    expect(dueAfter('2018-06-04', workingDays(1))).toMatchObject({ on: '2018-06-05', rule: 'a rule', calendar: 'chinese-days-1.5.7' });
  });

  it('is provisional when it ends in a year whose holidays are not published', () => {
    expect(dueAfter('2026-12-31', workingDays(3)).provisional).toBe(true);
  });
});

describe('a term in days or months', () => {
  it('that ends on a holiday runs to the first working day after it', () => {
    expect(dueAfter('2018-09-01', { amount: 30, unit: 'day', rule: 'r' }).on).toBe('2018-10-08');
  });

  it('ends on the last day of a month that is too short', () => {
    expect(dueAfter('2018-11-30', { amount: 3, unit: 'month', rule: 'r' }).on).toBe('2019-02-28');
  });
});

describe('any term', () => {
  const dates = fc
    .date({ min: new Date('2008-01-01'), max: new Date('2026-06-30'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const daysBetween = (from: string, to: string): string[] => (from < to ? [addDays(from, 1), ...daysBetween(addDays(from, 1), to)] : []);

  it('in working days has as many of them, the day of the trigger not counted', () =>
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 40 }), (date, amount) => {
        const { on } = dueAfter(date, workingDays(amount));
        expect(daysBetween(date, on).filter(isWorkingDay)).toHaveLength(amount);
        expect(isWorkingDay(on)).toBe(true);
      }),
    ));

  it('in days ends on its last day, or on the first working day after that', () =>
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 90 }), (date, amount) => {
        const { on } = dueAfter(date, { amount, unit: 'day', rule: 'r' });
        expect([addDays(date, amount), ...daysBetween(addDays(date, amount), on)].filter(isWorkingDay)).toEqual([on]);
      }),
    ));
});

describe('the calendar with holiday notices', () => {
  const off = (on: string): NoticedDay => ({ on, works: false, name: '湖北延长假期' });
  const worked = (on: string): NoticedDay => ({ on, works: true, name: '抗旱' });

  it('is the published one where there are none', () => expect(calendarWith([])).toBe(publishedCalendar));

  it('knows the days of all notices, and says so in its version', () => {
    const calendar = calendarWith([[off('2020-02-03'), off('2020-02-04')], [worked('2020-02-08')]]);
    expect(['2020-02-02', '2020-02-03', '2020-02-05', '2020-02-08'].map((day) => calendar.isWorkingDay(day))).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect(calendar.version).toBe('chinese-days-1.5.7+2');
  });

  it('goes by the later notice of a day', () =>
    expect(
      [off('2020-02-03'), worked('2020-02-03')].map((last) =>
        calendarWith([[worked('2020-02-03')], [off('2020-02-03')], [last]]).isWorkingDay('2020-02-03'),
      ),
    ).toEqual([false, true]));

  it('says why a day is what it is', () => {
    const calendar = calendarWith([[off('2020-02-03'), worked('2020-02-08')]]);
    expect(['2020-02-03', '2020-02-08', '2020-02-09', '2020-02-10'].map((day) => calendar.noteOf(day)?.zh)).toEqual([
      '湖北延长假期',
      '抗旱：上班',
      '周末',
      undefined,
    ]);
    expect(calendar.noteOf('2020-02-03')?.en).toBe('holiday by notice: 湖北延长假期');
  });

  it('knows a year that has been announced', () => {
    const calendar = calendarWith([[{ on: '2027-01-01', works: false, name: '元旦' }]]);
    expect(
      ['2026-12-31', '2027-12-31', '2028-01-01'].map((day) => [calendar.isPublished(day), publishedCalendar.isPublished(day)]),
    ).toEqual([
      [true, true],
      [true, false],
      [false, false],
    ]);
  });

  it('changes only the days it names', () => {
    const days = fc.integer({ min: 0, max: 6_500 }).map((offset) => addDays('2008-01-01', offset));
    const noticed = fc.array(fc.tuple(days, fc.boolean()).map(([on, works]) => (works ? worked(on) : off(on))));
    fc.assert(
      fc.property(noticed, days, (notice, day) => {
        const named = notice.findLast(({ on }) => on === day);
        expect(calendarWith([notice]).isWorkingDay(day)).toBe(named ? named.works : isWorkingDay(day));
      }),
    );
  });
});

// The rules are pure: a server set to New York must not move a due date in Hunan. A process keeps its time zone, so each gets its own.
describe('a working day', () => {
  const readTypeScript = `require.extensions['.ts'] = (module, file) =>
    module._compile(require('@swc/core').transformFileSync(file, { module: { type: 'commonjs' }, jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }).code, file);`;
  const ask = `const { isWorkingDay } = require('./calendar.ts');
    console.log(['2018-02-11', '2018-02-12', '2018-02-15', '2018-02-24', '2018-09-30', '2018-10-01', '2018-10-08', '2018-12-29', '2018-12-31'].filter(isWorkingDay).join(' '));`;

  it.each(['Asia/Shanghai', 'UTC', 'America/New_York', 'America/Sao_Paulo', 'Pacific/Kiritimati'])(
    'is the same on a server in %s',
    (zone) => {
      const answer = execFileSync(process.execPath, ['-e', readTypeScript + ask], {
        cwd: __dirname,
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
      });
      expect(answer.trim()).toBe('2018-02-11 2018-02-12 2018-02-24 2018-09-30 2018-10-08 2018-12-29');
    },
  );
});
