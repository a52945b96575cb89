import { type Calendar, calendarWith, publishedCalendar } from './calendar';
import { type Due, dueAfter, extendedBy, type Length, restartedOn, resumedAfter, retimed, type Term } from './due';

/*
 * Clocks that are extended, stopped, started anew and moved by notices, worked out by hand like the terms in deadline-oracle.spec.ts: the
 * comment of a case lists the days that count, with their number in brackets.
 */

const local = { edition: 'county', dueSoon: 1 };
const by = (calendar: Calendar) => ({ calendar, local });
const usual = by(publishedCalendar);

const term =
  (unit: Length['unit']) =>
  (amount: number): Term => ({ amount, unit, rule: `${amount} ${unit}` });
const hours = term('hour');
const working = term('working-day');
const days = term('day');
const months = term('month');

const due = (from: string, length: Term, calendar = publishedCalendar): Due => dueAfter(from, length, by(calendar));
const extended = (clock: Due, length: Term): Due => extendedBy(clock, length, usual);
const paused = (clock: Due, from: string, to: string): Due => resumedAfter(clock, { from, to, why: 'third-party' }, usual);

describe('an extension', () => {
  // First term as in deadline-oracle.spec.ts, to 28 February. Thu 1 (1), Fri 2 (2), Mon 5 (3) … Fri 9 (7), Mon 12 (8) … Fri 16 (12), Mon 19 (13), Tue 20 (14), Wed 21 (15).
  it('by fifteen working days, of fifteen (Regulation 2008 art. 24)', () =>
    expect(extended(due('2018-02-02', working(15)), working(15)).on).toBe('2018-03-21'));

  // First term as in deadline-oracle.spec.ts, to 14 October. Tue 15 (1) … Fri 18 (4), Mon 21 (5) … Fri 25 (9), Mon 28 (10) … Fri 1 (14), Mon 4 (15) … Fri 8 (19), Mon 11 (20).
  it('by twenty working days, of twenty (Regulation 2019 art. 33)', () =>
    expect(extended(due('2019-09-10', working(20)), working(20)).on).toBe('2019-11-11'));

  // The first term ends on 8 October; 31 October is the 23rd day after it, 7 November the 30th, a Thursday.
  it('by thirty days, of sixty that end on a holiday (Reconsideration Law 2023 art. 62)', () =>
    expect(extended(due('2024-08-05', days(60)), days(30)).on).toBe('2024-11-07'));

  // From 29 February 2024 to 29 May, a Wednesday.
  it('by three months, of three (Zhejiang deputies’ suggestions 2016 art. 21)', () =>
    expect(extended(due('2023-11-30', months(3)), months(3)).on).toBe('2024-05-29'));

  it('by twelve hours, of twenty-four: 9:00 and 24 hours, and twelve more', () =>
    expect(extended(due('2024-03-05T09:00:00+08:00', hours(24)), hours(12))).toMatchObject({
      on: '2024-03-06',
      at: '2024-03-06T21:00:00+08:00',
    }));

  // It ends on Sat 10 February, the first day of the Spring Festival; the first working day after is Sun 18 February.
  it('by a working day, of twenty-four hours, ends with that day', () => {
    const clock = extended(due('2024-02-09T15:00:00+08:00', hours(24)), working(1));
    expect([clock.on, clock.at]).toEqual(['2024-02-18', undefined]);
  });

  // Thu 28 (1), Fri 29 (2), Tue 2 (3), Wed 3 (4), Thu 4 (5); Fri 5 (1), Mon 8 (2), Tue 9 (3), Wed 10 (4), Thu 11 (5); Fri 12 (1).
  it('may follow another', () => expect(extended(extended(due('2017-12-27', working(5)), working(5)), working(1)).on).toBe('2018-01-12'));
});

// Regulation 2019 art. 33 ¶3, Regulation 2008 art. 24 ¶3: the time for consulting others is not counted.
describe('a pause', () => {
  // Dragon Boat Fri 7 June. Tue 4 (1), Wed 5 (2), Thu 6 (3), Mon 10 (4); not counted 11 to 20; Fri 21 (5), Mon 24 (6) … Fri 28 (10),
  // Mon 1 (11) … Fri 5 (15), Mon 8 (16) … Fri 12 (20).
  const consulted = paused(due('2019-06-03', working(20)), '2019-06-10', '2019-06-20');

  it('moves the last day by the working days in it', () => expect(consulted.on).toBe('2019-07-12'));

  // Mon 15 (1) … Fri 19 (5), Mon 22 (6) … Fri 26 (10), Mon 29 (11) … Fri 2 (15), Mon 5 (16) … Fri 9 (20).
  it('before an extension', () => expect(extended(consulted, working(20)).on).toBe('2019-08-09'));

  // First term: 4 (1) … 6 (3), 10 (4) … 14 (8), 17 (9) … 21 (13), 24 (14) … 28 (18), Mon 1 July (19), Tue 2 (20). Extension: Wed 3 (1), 4 (2),
  // 5 (3), Mon 8 (4), 9 (5), Wed 10 (6); not counted 11 to 24; Thu 25 (7), Fri 26 (8), Mon 29 (9) … Fri 2 (13), Mon 5 (14) … Fri 9 (18),
  // Mon 12 (19), Tue 13 (20).
  it('within an extension', () =>
    expect(paused(extended(due('2019-06-03', working(20)), working(20)), '2019-07-10', '2019-07-24').on).toBe('2019-08-13'));

  // Mid-Autumn Fri 13 September. Tue 10 (1), Wed 11 (2), Thu 12 (3), Mon 16 (4) … Fri 20 (8), Mon 23 (9), Tue 24 (10), Wed 25 (11); not counted
  // 26 September to 10 October, the worked Sunday 29 among them; Fri 11 (12), Sat 12 worked (13), Mon 14 (14) … Fri 18 (18), Mon 21 (19),
  // Tue 22 (20).
  it('over National Day 2019', () => expect(paused(due('2019-09-09', working(20)), '2019-09-25', '2019-10-10').on).toBe('2019-10-22'));

  // Tue 9 (1) … Fri 12 (4); not counted 13 to 19; Mon 22 (5) … Thu 25 (8); not counted 26 May to 1 June; Fri 2 (9), Mon 5 (10) … Fri 9 (14),
  // Mon 12 (15) … Fri 16 (19), Mon 19 (20).
  it('for a third party and another for a co-agency (Regulation 2019 arts 32, 34)', () => {
    const once = paused(due('2023-05-08', working(20)), '2023-05-12', '2023-05-19');
    expect(paused(once, '2023-05-25', '2023-06-01').on).toBe('2023-06-19');
  });

  // The third party’s fifteen days: Tue 26 (1), Wed 27 (2), Thu 28 (3), Sat 7 (4), Sun 8 (5), Mon 9 (6) … Fri 13 (10), Mon 16 (11) … Fri 20 (15).
  // The answer’s twenty: Thu 21 (1), Fri 22 (2), Mon 25 (3); not counted 26 September to 20 October; Mon 23 (4) … Fri 27 (8), Mon 30 (9) …
  // Fri 3 (13), Mon 6 (14) … Fri 10 (18), Mon 13 (19), Tue 14 (20).
  it('that the silence of a third party ends (Regulation 2019 arts 32, 33)', () => {
    const silence = due('2023-09-25', working(15)).on;
    expect(silence).toBe('2023-10-20');
    expect(paused(due('2023-09-20', working(20)), '2023-09-25', silence).on).toBe('2023-11-14');
  });

  // Dragon Boat Mon 18 June. 5 (1) … 8 (4), 11 (5) … 15 (9), 19 (10) … 22 (13), 25 (14), Tue 26 (15): the day on which the clock was stopped.
  it.each([
    ['Thursday', '2018-07-05', '2018-07-05'],
    ['Saturday', '2018-07-07', '2018-07-09'],
  ])('from the last day keeps the term from running out before it goes on, here on a %s (Regulation 2008 art. 24)', (_, to, on) => {
    const clock = due('2018-06-04', working(15));
    expect([clock.on, paused(clock, clock.on, to).on]).toEqual(['2018-06-26', on]);
  });

  // The 30th day is 1 October, off until the 7th; stopped on the 5th, it goes on on Tuesday 16 October.
  it('in the holiday that a term ends on keeps it from running out too', () =>
    expect(paused(due('2018-09-01', days(30)), '2018-10-05', '2018-10-16').on).toBe('2018-10-16'));

  // 20 March is the 16th day; not counted 21 March to 30 April; 1 May is the 17th, 31 May the 47th, 13 June the 60th, a Thursday.
  it('of a reconsideration that is suspended (Reconsideration Law 2023 art. 39)', () =>
    expect(paused(due('2024-03-04', days(60)), '2024-03-20', '2024-04-30').on).toBe('2024-06-13'));

  // From 9:00 on the 5th 48 hours, and the two days from the 6th to the 8th on which it stood still.
  it('of a term in hours puts its end off by as many days', () =>
    expect(paused(due('2024-03-05T09:00:00+08:00', hours(48)), '2024-03-06', '2024-03-08').at).toBe('2024-03-09T09:00:00+08:00'));

  it('after the last day changes nothing', () =>
    expect(paused(due('2018-06-04', working(5)), '2018-06-12', '2018-06-20').on).toBe('2018-06-11'));
});

// Regulation 2019 art. 30: notice within seven working days; the term starts anew with the corrected request.
describe('a correction of a request', () => {
  // 21 (1) … 24 (4), 27 (5), 28 (6), Wed 29 (7).
  it('is asked for within seven working days', () => expect(due('2019-05-20', working(7)).on).toBe('2019-05-29'));

  // Thu 6 (1), Dragon Boat Fri 7, Mon 10 (2) … Fri 14 (6), 17 (7) … 21 (11), 24 (12) … 28 (16), 1 July (17) … Thu 4 (20).
  it('starts the twenty days anew', () => expect(due('2019-06-05', working(20)).on).toBe('2019-07-04'));
});

describe('a corrected date of receipt', () => {
  // From Fri 8 June: 11 (1) … 15 (5). From Wed 6 June: 7 (1), 8 (2), 11 (3), 12 (4), 13 (5).
  it('starts the clock on the right day', () => {
    const clock = due('2018-06-08', working(5));
    expect([clock.on, restartedOn(clock, '2018-06-08', '2018-06-06', usual)?.on]).toEqual(['2018-06-15', '2018-06-13']);
  });

  // From Mon 10 September 2018: 11 (1) … 14 (4), 17 (5) … 21 (9), Tue 25 (10) … Fri 28 (13), Sat 29 (14), Sun 30 (15); extended: Mon 8 (1).
  it('keeps the extension', () => {
    const clock = extended(due('2018-09-11', working(15)), working(1));
    expect([clock.on, restartedOn(clock, '2018-09-11', '2018-09-10', usual)?.on]).toEqual(['2018-10-09', '2018-10-08']);
  });
});

describe('a holiday notice', () => {
  const noticed = (name: string, ...notices: readonly { readonly off?: readonly string[]; readonly worked?: readonly string[] }[]) =>
    calendarWith(
      notices.map(({ off = [], worked = [] }) => [
        ...off.map((on) => ({ on, works: false, name })),
        ...worked.map((on) => ({ on, works: true, name })),
      ]),
    );
  const moved = (clock: Due, calendar: Calendar): string => retimed(clock, by(calendar)).on;

  // Labour Day 2019 was first one day. Fri 26 (1), Mon 29 (2), Tue 30 (3), Thu 2 (4), Fri 3 (5). By the later notice: Fri 26 (1), Sun 28 (2),
  // Mon 29 (3), Tue 30 (4), Sun 5 (5).
  it('made Labour Day 2019 four days long', () => {
    const asFirstPublished = noticed('劳动节', { off: ['2019-04-28', '2019-05-04', '2019-05-05'], worked: ['2019-05-02', '2019-05-03'] });
    const clock = due('2019-04-25', working(5), asFirstPublished);
    expect([clock.on, moved(clock, publishedCalendar)]).toEqual(['2019-05-03', '2019-05-05']);
  });

  // As first published 24 to 30 January were off, and Sat 1 February was worked: Wed 22 (1), Thu 23 (2), Fri 31 (3), Sat 1 (4), Mon 3 (5). By the
  // notice of 26 January: Wed 22 (1), Thu 23 (2), Mon 3 (3), Tue 4 (4), Wed 5 (5).
  it('extended Spring Festival 2020 to 2 February', () => {
    const asFirstPublished = noticed('春节', { worked: ['2020-01-31', '2020-02-01'] });
    const clock = due('2020-01-21', working(5), asFirstPublished);
    expect([clock.on, moved(clock, publishedCalendar)]).toEqual(['2020-02-03', '2020-02-05']);
  });

  const toThe13th = { off: ['03', '04', '05', '06', '07', '10', '11', '12', '13'].map((day) => `2020-02-${day}`) };
  const toThe20th = { off: ['14', '17', '18', '19', '20'].map((day) => `2020-02-${day}`) };
  const hubei = noticed('湖北延长假期', toThe13th);
  const hubeiLonger = noticed('湖北延长假期', toThe13th, toThe20th);

  // Nine days to 23 January as above; Fri 14 (10), Mon 17 (11) … Fri 21 (15), Mon 24 (16) … Fri 28 (20).
  // By the second notice: Fri 21 (10), Mon 24 (11) … Fri 28 (15), Mon 2 (16) … Fri 6 March (20).
  it('kept Hubei at home for longer, twice', () => {
    const clock = due('2020-01-13', working(20));
    const [once, twice] = [retimed(clock, by(hubei)), retimed(retimed(clock, by(hubei)), by(hubeiLonger))];
    expect([clock, once, twice].map(({ on }) => on)).toEqual(['2020-02-17', '2020-02-28', '2020-03-06']);
    expect([once, twice].map(({ calendar }) => calendar)).toEqual(['chinese-days-1.5.7+1', 'chinese-days-1.5.7+2']);
  });

  // 31 January is the 16th day, 14 February the 30th, a Friday; off in Hubei until the 20th.
  it('moves a term in days only when its last day becomes a holiday', () => {
    const clock = due('2020-01-15', days(30));
    expect([clock.on, moved(clock, hubei), moved(clock, hubeiLonger)]).toEqual(['2020-02-14', '2020-02-14', '2020-02-21']);
  });

  // Fifteen: Tue 14 (1) … Fri 17 (4), Sun 19 (5), Mon 20 (6) … Thu 23 (9), Fri 14 (10), Mon 17 (11) … Fri 21 (15); stopped from Wed 22 January to
  // Tue 18 February: 14 (1) … 22 (8), Wed 19 (9), Thu 20 (10), Fri 21 (11), Mon 24 (12) … Thu 27 (15).
  it('moves a clock that has been paused', () => {
    const clock = due('2020-01-13', working(15));
    expect([moved(clock, hubei), moved(paused(clock, '2020-01-22', '2020-02-18'), hubei)]).toEqual(['2020-02-21', '2020-02-27']);
  });

  it('does not move a term in hours', () => {
    const clock = due('2020-02-02T20:00:00+08:00', hours(24));
    expect(retimed(clock, by(hubei))).toBe(clock);
  });
});
