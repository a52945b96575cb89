import { addDays, type Calendar } from '@app/cases';

/** By year, how many working days there are up to and with each day of it. A calendar does not change: a notice makes another. */
const counted = new WeakMap<Calendar, Map<number, Uint16Array>>();

const yearOf = (date: string): number => Number(date.slice(0, 4));

const dayOfYear = (date: string): number => Math.round((Date.parse(date) - Date.UTC(yearOf(date), 0, 1)) / 86_400_000);

const countsOf = (calendar: Calendar, year: number): Uint16Array => {
  const years = counted.get(calendar) ?? new Map<number, Uint16Array>();
  counted.set(calendar, years);
  const known = years.get(year);
  if (known) return known;
  const counts = new Uint16Array(dayOfYear(`${year}-12-31`) + 1);
  let count = 0;
  for (let [index, day] = [0, `${year}-01-01`]; index < counts.length; index += 1, day = addDays(day, 1)) {
    if (calendar.isWorkingDay(day)) count += 1;
    counts[index] = count;
  }
  years.set(year, counts);
  return counts;
};

/** Working days of the year up to and with this day. */
const upTo = (date: string, calendar: Calendar): number => countsOf(calendar, yearOf(date))[dayOfYear(date)] ?? 0;

/** Working days after `from`, up to and with `to`; none when `to` is not later. Asked at every step: days are not gone through one by one. */
export const workingDaysBetween = (from: string, to: string, calendar: Calendar): number => {
  if (to <= from) return 0;
  let count = upTo(to, calendar) - upTo(from, calendar);
  for (let year = yearOf(from); year < yearOf(to); year += 1) count += countsOf(calendar, year).at(-1) ?? 0;
  return count;
};
