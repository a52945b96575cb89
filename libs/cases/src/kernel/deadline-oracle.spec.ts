import { publishedCalendar } from './calendar';
import { type Due, dueAfter, type Length, type Term } from './due';

/*
 * Due dates worked out by hand from the State Council's holiday arrangements, day by day; the comment of a case lists the days that
 * count, with their number in brackets. The day of the trigger is not counted, and a term in days or months whose last day is a holiday
 * runs to the first working day after it (Civil Procedure Law art. 85; Reconsideration Law 2023 art. 88).
 */

const reckoning = { calendar: publishedCalendar, local: { edition: 'county', dueSoon: 1 } };

const term =
  (unit: Length['unit']) =>
  (amount: number): Term => ({ amount, unit, rule: `${amount} ${unit}` });
const hours = term('hour');
const working = term('working-day');
const days = term('day');
const months = term('month');

const due = (from: string, length: Term): Due => dueAfter(from, length, reckoning);

describe('New Year', () => {
  it.each([
    // 2018: Monday 1 January off. Thu 28 (1), Fri 29 (2), Tue 2 (3), Wed 3 (4), Thu 4 (5).
    ['2018', '2017-12-27', working(5), '2018-01-04'],
    // 2019: 30 December to 1 January off, Saturday 29 December worked. Fri 28 (1), Sat 29 (2), Wed 2 (3), Thu 3 (4), Fri 4 (5).
    ['2019, with a worked Saturday', '2018-12-27', working(5), '2019-01-04'],
    // The worked Saturday is itself the last day: Sat 29 (1).
    ['2019, ending on the worked Saturday', '2018-12-28', working(1), '2018-12-29'],
    // 2020: Wednesday 1 January off. Thu 2 (1).
    ['2020', '2019-12-31', working(1), '2020-01-02'],
    // 2023: 31 December to 2 January off. Thu 29 (1), Fri 30 (2), Tue 3 (3), Wed 4 (4), Thu 5 (5), Fri 6 (6), Mon 9 (7).
    ['2023, notice of correction within seven days (Regulation 2019 art. 30)', '2022-12-28', working(7), '2023-01-09'],
    // 2024: Monday 1 January off, after a weekend. Tue 2 (1).
    ['2024', '2023-12-29', working(1), '2024-01-02'],
    // 2026: 1 to 3 January off, Sunday 4 January worked. Wed 31 (1), Sun 4 (2), Mon 5 (3), Tue 6 (4), Wed 7 (5).
    ['2026, with a worked Sunday', '2025-12-30', working(5), '2026-01-07'],
  ])('%s', (_, from, length, on) => expect(due(from, length).on).toBe(on));
});

describe('Spring Festival', () => {
  it.each([
    // 2008: 6 to 12 February off, Sat 2 and Sun 3 worked. Sat 2 (1), Sun 3 (2), Mon 4 (3), Tue 5 (4), Wed 13 (5).
    ['2008', '2008-02-01', working(5), '2008-02-13'],
    // 2009: 25 to 31 January off, Sat 24 January and Sun 1 February worked. Tue 20 (1), Wed 21 (2), Thu 22 (3), Fri 23 (4), Sat 24 (5),
    // Sun 1 (6), Mon 2 (7), Tue 3 (8), Wed 4 (9), Thu 5 (10), Fri 6 (11), Mon 9 (12), Tue 10 (13), Wed 11 (14), Thu 12 (15).
    ['2009, fifteen days (Regulation 2008 art. 24)', '2009-01-19', working(15), '2009-02-12'],
    // 2010: 13 to 19 February off, Sat 20 and Sun 21 worked. Thu 11 (1), Fri 12 (2), Sat 20 (3), Sun 21 (4), Mon 22 (5), Tue 23 (6),
    // Wed 24 (7), Thu 25 (8), Fri 26 (9), Mon 1 March (10).
    ['2010', '2010-02-10', working(10), '2010-03-01'],
    // 2018: 15 to 21 February off, Sun 11 and Sat 24 worked. Sun 11 (1), Mon 12 (2), Tue 13 (3), Wed 14 (4), Thu 22 (5), Fri 23 (6),
    // Sat 24 (7), Mon 26 (8), Tue 27 (9), Wed 28 (10).
    ['2018, ten days of a complex order', '2018-02-09', working(10), '2018-02-28'],
    // Mon 5 (1), Tue 6 (2), Wed 7 (3), Thu 8 (4), Fri 9 (5), Sun 11 (6), Mon 12 (7), Tue 13 (8), Wed 14 (9), Thu 22 (10), Fri 23 (11),
    // Sat 24 (12), Mon 26 (13), Tue 27 (14), Wed 28 (15).
    ['2018, fifteen days (Regulation 2008 art. 24)', '2018-02-02', working(15), '2018-02-28'],
    // 2019: 4 to 10 February off, Sat 2 and Sun 3 worked. Thu 31 (1), Fri 1 (2), Sat 2 (3), Sun 3 (4), Mon 11 (5).
    ['2019', '2019-01-30', working(5), '2019-02-11'],
    // Tue 29 (1), Wed 30 (2), Thu 31 (3), Fri 1 (4), Sat 2 (5), Sun 3 (6), Mon 11 (7), Tue 12 (8), Wed 13 (9), Thu 14 (10), Fri 15 (11),
    // Mon 18 (12), Tue 19 (13), Wed 20 (14), Thu 21 (15).
    ['2019, fifteen days (Regulation 2008 art. 24)', '2019-01-28', working(15), '2019-02-21'],
    // 2020: 24 January to 2 February off, Sunday 19 January worked. Fri 17 (1), Sun 19 (2), Mon 20 (3), Tue 21 (4), Wed 22 (5), Thu 23 (6),
    // Mon 3 (7), Tue 4 (8), Wed 5 (9), Thu 6 (10).
    ['2020, extended to 2 February', '2020-01-16', working(10), '2020-02-06'],
    // Tue 14 (1), Wed 15 (2), Thu 16 (3), Fri 17 (4), Sun 19 (5), Mon 20 (6), Tue 21 (7), Wed 22 (8), Thu 23 (9), Mon 3 (10), Tue 4 (11),
    // Wed 5 (12), Thu 6 (13), Fri 7 (14), Mon 10 (15), Tue 11 (16), Wed 12 (17), Thu 13 (18), Fri 14 (19), Mon 17 (20).
    ['2020, twenty days (Regulation 2019 art. 33)', '2020-01-13', working(20), '2020-02-17'],
    // 2023: 21 to 27 January off, Sat 28 and Sun 29 worked. Thu 19 (1), Fri 20 (2), Sat 28 (3), Sun 29 (4), Mon 30 (5).
    ['2023', '2023-01-18', working(5), '2023-01-30'],
    // 2024: 10 to 17 February off, Sun 4 and Sun 18 worked, the eve (Fri 9) an ordinary day. Thu 8 (1), Fri 9 (2), Sun 18 (3), Mon 19 (4),
    // Tue 20 (5).
    ['2024', '2024-02-07', working(5), '2024-02-20'],
    // Wed 31 (1), Thu 1 (2), Fri 2 (3), Sun 4 (4), Mon 5 (5), Tue 6 (6), Wed 7 (7), Thu 8 (8), Fri 9 (9), Sun 18 (10), Mon 19 (11),
    // Tue 20 (12), Wed 21 (13), Thu 22 (14), Fri 23 (15), Mon 26 (16), Tue 27 (17), Wed 28 (18), Thu 29 (19), Fri 1 March (20).
    ['2024, twenty days in a leap year (Regulation 2019 art. 33)', '2024-01-30', working(20), '2024-03-01'],
    // 2026: 15 to 23 February off, Sat 14 and Sat 28 worked. Wed 4 (1), Thu 5 (2), Fri 6 (3), Mon 9 (4), Tue 10 (5), Wed 11 (6), Thu 12 (7),
    // Fri 13 (8), Sat 14 (9), Tue 24 (10), Wed 25 (11), Thu 26 (12), Fri 27 (13), Sat 28 (14), Mon 2 (15), Tue 3 (16), Wed 4 (17),
    // Thu 5 (18), Fri 6 (19), Mon 9 (20).
    ['2026, twenty days (Regulation 2019 art. 33)', '2026-02-03', working(20), '2026-03-09'],
  ])('%s', (_, from, length, on) => expect(due(from, length).on).toBe(on));
});

describe('Qingming', () => {
  it.each([
    // 2018: 5 to 7 April off, Sunday 8 worked. Wed 4 (1), Sun 8 (2), Mon 9 (3), Tue 10 (4), Wed 11 (5).
    ['2018', '2018-04-03', working(5), '2018-04-11'],
    // 2019: Friday 5 April off. Mon 8 (1).
    ['2019', '2019-04-04', working(1), '2019-04-08'],
    // 2020: Saturday 4 to Monday 6 April off. Tue 7 (1).
    ['2020', '2020-04-03', working(1), '2020-04-07'],
    // 2023: Wednesday 5 April alone. Thu 6 (1).
    ['2023', '2023-04-04', working(1), '2023-04-06'],
    // 2024: 4 to 6 April off, Sunday 7 worked. Sun 7 (1), Mon 8 (2), Tue 9 (3), Wed 10 (4), Thu 11 (5).
    ['2024', '2024-04-03', working(5), '2024-04-11'],
  ])('%s', (_, from, length, on) => expect(due(from, length).on).toBe(on));
});

describe('Labour Day', () => {
  it.each([
    // 2018: 29 April to 1 May off, Sat 28 April worked. Thu 26 (1), Fri 27 (2), Sat 28 (3), Wed 2 (4), Thu 3 (5), Fri 4 (6), Mon 7 (7).
    ['2018', '2018-04-25', working(7), '2018-05-07'],
    // 2019: 1 to 4 May off, Sun 28 April and Sun 5 May worked. Fri 26 (1), Sun 28 (2), Mon 29 (3), Tue 30 (4), Sun 5 (5), Mon 6 (6), Tue 7 (7).
    ['2019', '2019-04-25', working(7), '2019-05-07'],
    // 2020: 1 to 5 May off, Sun 26 April and Sat 9 May worked. Thu 30 (1), Wed 6 (2), Thu 7 (3), Fri 8 (4), Sat 9 (5), Mon 11 (6), Tue 12 (7).
    ['2020', '2020-04-29', working(7), '2020-05-12'],
    // 2023: 29 April to 3 May off, Sun 23 April and Sat 6 May worked. Fri 21 (1), Sun 23 (2), Mon 24 (3), Tue 25 (4), Wed 26 (5), Thu 27 (6),
    // Fri 28 (7).
    ['2023, before it', '2023-04-20', working(7), '2023-04-28'],
    // Fri 28 (1), Thu 4 (2), Fri 5 (3), Sat 6 (4), Mon 8 (5).
    ['2023, over it', '2023-04-27', working(5), '2023-05-08'],
    // 2024: 1 to 5 May off, Sun 28 April and Sat 11 May worked. Sun 28 (1), Mon 29 (2), Tue 30 (3), Mon 6 (4), Tue 7 (5), Wed 8 (6), Thu 9 (7),
    // Fri 10 (8), Sat 11 (9), Mon 13 (10).
    ['2024', '2024-04-26', working(10), '2024-05-13'],
  ])('%s', (_, from, length, on) => expect(due(from, length).on).toBe(on));
});

describe('Dragon Boat', () => {
  it.each([
    // 2009: 28 to 30 May off, Sun 31 worked. Thu 21 (1), Fri 22 (2), Mon 25 (3), Tue 26 (4), Wed 27 (5), Sun 31 (6), Mon 1 (7), Tue 2 (8),
    // Wed 3 (9), Thu 4 (10), Fri 5 (11), Mon 8 (12), Tue 9 (13), Wed 10 (14), Thu 11 (15).
    ['2009, fifteen days (Regulation 2008 art. 24)', '2009-05-20', working(15), '2009-06-11'],
    // 2010: 14 to 16 June off, Sat 12 and Sun 13 worked. Fri 11 (1), Sat 12 (2), Sun 13 (3), Thu 17 (4), Fri 18 (5).
    ['2010', '2010-06-10', working(5), '2010-06-18'],
    // 2018: Monday 18 June off. Tue 19 (1).
    ['2018', '2018-06-15', working(1), '2018-06-19'],
    // 2020: 25 to 27 June off, Sunday 28 worked. Sun 28 (1), Mon 29 (2), Tue 30 (3), Wed 1 (4), Thu 2 (5).
    ['2020', '2020-06-24', working(5), '2020-07-02'],
    // 2023: 22 to 24 June off, Sunday 25 worked. Sun 25 (1), Mon 26 (2), Tue 27 (3), Wed 28 (4), Thu 29 (5).
    ['2023', '2023-06-21', working(5), '2023-06-29'],
    // 2024: Monday 10 June off. Tue 11 (1).
    ['2024', '2024-06-07', working(1), '2024-06-11'],
  ])('%s', (_, from, length, on) => expect(due(from, length).on).toBe(on));
});

describe('Mid-Autumn and National Day', () => {
  it.each([
    // 2008: 13 to 15 September and 29 September to 5 October off, Sat 27 and Sun 28 September worked. Thu 11 (1), Fri 12 (2), Tue 16 (3),
    // Wed 17 (4), Thu 18 (5), Fri 19 (6), Mon 22 (7), Tue 23 (8), Wed 24 (9), Thu 25 (10), Fri 26 (11), Sat 27 (12), Sun 28 (13), Mon 6 (14),
    // Tue 7 (15).
    ['2008, fifteen days (Regulation 2008 art. 24)', '2008-09-10', working(15), '2008-10-07'],
    // 2010: 22 to 24 September and 1 to 7 October off; Sun 19, Sat 25, Sun 26 September and Sat 9 October worked. Sun 19 (1), Mon 20 (2),
    // Tue 21 (3), Sat 25 (4), Sun 26 (5), Mon 27 (6), Tue 28 (7), Wed 29 (8), Thu 30 (9), Fri 8 (10).
    ['2010, ten days', '2010-09-17', working(10), '2010-10-08'],
    // 2018: Mon 24 September and 1 to 7 October off, Sat 29 and Sun 30 September worked. Wed 12 (1), Thu 13 (2), Fri 14 (3), Mon 17 (4),
    // Tue 18 (5), Wed 19 (6), Thu 20 (7), Fri 21 (8), Tue 25 (9), Wed 26 (10), Thu 27 (11), Fri 28 (12), Sat 29 (13), Sun 30 (14), Mon 8 (15).
    ['2018, fifteen days (Regulation 2008 art. 24)', '2018-09-11', working(15), '2018-10-08'],
    // Sat 29 (1).
    ['2018, ending on a worked Saturday', '2018-09-28', working(1), '2018-09-29'],
    // Received on the worked Sunday itself: Mon 8 (1).
    ['2018, from a worked Sunday', '2018-09-30', working(1), '2018-10-08'],
    // 2019: Fri 13 September and 1 to 7 October off, Sun 29 September and Sat 12 October worked. Wed 11 (1), Thu 12 (2), Mon 16 (3), Tue 17 (4),
    // Wed 18 (5), Thu 19 (6), Fri 20 (7), Mon 23 (8), Tue 24 (9), Wed 25 (10), Thu 26 (11), Fri 27 (12), Sun 29 (13), Mon 30 (14), Tue 8 (15),
    // Wed 9 (16), Thu 10 (17), Fri 11 (18), Sat 12 (19), Mon 14 (20).
    ['2019, twenty days (Regulation 2019 art. 33)', '2019-09-10', working(20), '2019-10-14'],
    // 2020: 1 to 8 October off, Sun 27 September and Sat 10 October worked. Sun 27 (1), Mon 28 (2), Tue 29 (3), Wed 30 (4), Fri 9 (5).
    ['2020', '2020-09-25', working(5), '2020-10-09'],
    // Wed 30 (1), Fri 9 (2), Sat 10 (3), Mon 12 (4), Tue 13 (5), Wed 14 (6), Thu 15 (7).
    ['2020, notice of correction (Regulation 2019 art. 30)', '2020-09-29', working(7), '2020-10-15'],
    // 2023: 29 September to 6 October off, Sat 7 and Sun 8 worked. Thu 28 (1), Sat 7 (2), Sun 8 (3), Mon 9 (4), Tue 10 (5).
    ['2023', '2023-09-27', working(5), '2023-10-10'],
    // Mon 18 (1), Tue 19 (2), Wed 20 (3), Thu 21 (4), Fri 22 (5), Mon 25 (6), Tue 26 (7), Wed 27 (8), Thu 28 (9), Sat 7 (10), Sun 8 (11),
    // Mon 9 (12), Tue 10 (13), Wed 11 (14), Thu 12 (15), Fri 13 (16), Mon 16 (17), Tue 17 (18), Wed 18 (19), Thu 19 (20).
    ['2023, twenty days (Regulation 2019 art. 33)', '2023-09-15', working(20), '2023-10-19'],
    // 2024: 15 to 17 September and 1 to 7 October off; Sat 14, Sun 29 September and Sat 12 October worked. Fri 13 (1), Sat 14 (2), Wed 18 (3),
    // Thu 19 (4), Fri 20 (5), Mon 23 (6), Tue 24 (7), Wed 25 (8), Thu 26 (9), Fri 27 (10), Sun 29 (11), Mon 30 (12), Tue 8 (13), Wed 9 (14),
    // Thu 10 (15).
    ['2024, the third party’s fifteen days (Regulation 2019 art. 32)', '2024-09-12', working(15), '2024-10-10'],
    // As above, then Fri 11 (16), Sat 12 (17), Mon 14 (18), Tue 15 (19), Wed 16 (20).
    ['2024, twenty days (Regulation 2019 art. 33)', '2024-09-12', working(20), '2024-10-16'],
    // 2026: 25 to 27 September off, Sun 20 September worked. Fri 18 (1), Sun 20 (2), Mon 21 (3), Tue 22 (4), Wed 23 (5), Thu 24 (6), Mon 28 (7).
    ['2026, notice of correction (Regulation 2019 art. 30)', '2026-09-17', working(7), '2026-09-28'],
  ])('%s', (_, from, length, on) => expect(due(from, length).on).toBe(on));
});

describe('a term in days', () => {
  it.each([
    // 30 September is the 29th day, 1 October the 30th; off until 7 October.
    ['that ends on National Day 2018', '2018-09-01', days(30), '2018-10-08'],
    // 31 December is the 29th, 31 January 2020 the 60th: in the extended Spring Festival, off until 2 February.
    [
      'to apply for reconsideration, ending in the extended Spring Festival 2020 (Reconsideration Law 2017 art. 9)',
      '2019-12-02',
      days(60),
      '2020-02-03',
    ],
    // 30 September is the 15th: a Saturday in the holiday that lasts to 6 October; Saturday 7 October is worked.
    [
      'to sue after a decision, ending before a worked Saturday (Administrative Litigation Law art. 45)',
      '2023-09-15',
      days(15),
      '2023-10-07',
    ],
    // 31 January is the 19th, 11 February the 30th: in the Spring Festival that lasts to 17 February; Sunday 18 February is worked.
    ['of the simple procedure, ending before a worked Sunday (Reconsideration Law 2023 art. 62)', '2024-01-12', days(30), '2024-02-18'],
    // 31 August is the 26th, 30 September the 56th, 4 October the 60th; off until 7 October.
    ['of a reconsideration, ending in National Day 2024 (Reconsideration Law 2023 art. 62)', '2024-08-05', days(60), '2024-10-08'],
    // 30 June is the 29th, 1 July the 30th, a Sunday.
    ['that ends on a Sunday', '2018-06-01', days(30), '2018-07-02'],
    // 30 April is the 8th, 22 May the 30th, a Tuesday: the holidays in between count.
    ['that only passes over holidays', '2018-04-22', days(30), '2018-05-22'],
  ])('%s', (_, from, length, on) => expect(due(from, length).on).toBe(on));
});

describe('a term in months', () => {
  it.each([
    // 2 October is in the holiday; off until 7 October.
    ['of three, ending in National Day 2018 (Shandong deputies’ suggestions 2017 art. 19)', '2018-07-02', months(3), '2018-10-08'],
    // February 2020 has 29 days; the 29th is a Saturday, Monday is 2 March.
    ['of three, ending on a leap day that is a Saturday', '2019-11-30', months(3), '2020-03-02'],
    // 29 February 2024 is a Thursday.
    ['of three, ending on a leap day', '2023-11-30', months(3), '2024-02-29'],
    // 31 January 2020 is in the extended Spring Festival.
    ['of one, ending in the extended Spring Festival 2020', '2019-12-31', months(1), '2020-02-03'],
    // 28 February 2019 is a Thursday.
    ['of six, from the 31st (Administrative Litigation Law art. 46)', '2018-08-31', months(6), '2019-02-28'],
    // 1 October 2019, off until the 7th.
    ['of six, ending on National Day 2019 (Administrative Litigation Law art. 46)', '2019-04-01', months(6), '2019-10-08'],
  ])('%s', (_, from, length, on) => expect(due(from, length).on).toBe(on));
});

describe('a term in hours', () => {
  it.each([
    // On the evening before the Spring Festival: 24 hours later is its first day.
    ['runs through holidays', '2023-01-20T16:30:00+08:00', hours(24), '2023-01-21T16:30:00+08:00'],
    ['runs over midnight into another year', '2018-12-31T23:30:00+08:00', hours(2), '2019-01-01T01:30:00+08:00'],
    // 15:50 in Greenwich is 23:50 in Beijing.
    ['is told in Beijing time', '2024-02-28T15:50:00Z', hours(24), '2024-02-29T23:50:00+08:00'],
  ])('%s', (_, at, length, end) => expect(due(at, length)).toMatchObject({ at: end, on: end.slice(0, 10) }));
});
