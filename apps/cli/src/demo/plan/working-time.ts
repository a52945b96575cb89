import { addDays, businessDate, isWorkingDay as isWorkingDayByLaw } from '@app/cases';
import { drawUntil, type Random } from './random';

/** A moment as milliseconds since 1970. */
export type Moment = number;

const minute = 60_000;
const hour = 60 * minute;

/** Office hours of a county in Hunan. */
const sessions = [
  [8.5 * hour, 12 * hour],
  [14.5 * hour, 17.5 * hour],
] as const;

const known = new Map<string, boolean>();

/** Remembered: a plan asks some hundred thousand times about the same few hundred days. */
const isWorkingDay = (date: string): boolean => {
  const answer = known.get(date) ?? isWorkingDayByLaw(date);
  known.set(date, answer);
  return answer;
};

const midnight = (date: string): Moment => Date.parse(`${date}T00:00:00+08:00`);

/** RFC 3339 in Shanghai time, `2018-03-05T09:12:44+08:00`. */
export const toInstant = (moment: Moment): string => `${new Date(moment + 8 * hour).toISOString().slice(0, 19)}+08:00`;

export const dateOf = (moment: Moment): string => businessDate(new Date(moment).toISOString());

/** Some length of time between so many minutes, to the second. */
export const minutes = (random: Random, least: number, most: number): number => random.whole(least * 60, most * 60) * 1000;
/** Some length of time between so many hours, to the second. */
export const hours = (random: Random, least: number, most: number): number => minutes(random, least * 60, most * 60);

/** Is somebody in the office? */
export const isWorkingTime = (moment: Moment): boolean => {
  const date = dateOf(moment);
  const since = moment - midnight(date);
  return isWorkingDay(date) && sessions.some(([from, to]) => since >= from && since < to);
};

/** The moment when `amount` milliseconds of office time have passed after `from`. */
export const workingAfter = (from: Moment, amount: number): Moment => {
  let left = amount;
  for (let date = dateOf(from); ; date = addDays(date, 1)) {
    if (!isWorkingDay(date)) continue;
    for (const [opens, closes] of sessions) {
      const start = Math.max(midnight(date) + opens, from);
      const room = midnight(date) + closes - start;
      if (room <= 0) continue;
      if (left < room) return start + left;
      left -= room;
    }
  }
};

/** The date `days` working days after `date`. */
export const workingDaysAfter = (date: string, days: number): string => {
  let day = date;
  for (let counted = 0; counted < days; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) counted += 1;
  }
  return day;
};

/** Some moment of a day, from `opens` to `closes` o'clock. */
export const someTimeOn = (random: Random, date: string, opens: number, closes: number): Moment =>
  midnight(date) + random.whole(opens * 3600, closes * 3600 - 1) * 1000;

/** Some moment in the office hours of a working day. */
export const officeTimeOn = (random: Random, date: string): Moment => {
  const [from, to] = random.weighted([
    [sessions[0], 3.5],
    [sessions[1], 3],
  ]);
  return midnight(date) + from + random.whole(0, (to - from) / 1000 - 1) * 1000;
};

/** Some date from `first` to `last`, both included. */
export const someDate = (random: Random, first: string, last: string): string =>
  addDays(first, random.whole(0, Math.round((midnight(last) - midnight(first)) / (24 * hour))));

/** Some moment in office hours between two days. */
export const someOfficeTime = (random: Random, first: string, last: string): Moment =>
  officeTimeOn(
    random,
    drawUntil(() => someDate(random, first, last), isWorkingDay),
  );
