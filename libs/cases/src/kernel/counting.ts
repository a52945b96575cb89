import { z } from 'zod';
import type { Calendar } from './calendar';
import { addDays, addMonths, businessDate } from './dates';
import { CalendarDate } from './shapes';

/** Units are never converted into one another: five working days are not a week. */
export const TermUnit = z.enum(['hour', 'working-day', 'day', 'month']);

/** An amount of time as a law or a local rule states it. */
export const Length = z.strictObject({ amount: z.int().min(1).max(1000), unit: TermUnit });
export type Length = z.infer<typeof Length>;

/** A stretch in which a clock stood still: the days after `from`, up to and with `to`. */
export const Pause = z.strictObject({ from: CalendarDate, to: CalendarDate, why: z.string() });
export type Pause = z.infer<typeof Pause>;

/** Where a stretch of time begins or ends: with the end of a day, or at a moment of it. */
export interface Point {
  readonly day: string;
  readonly at?: string | undefined;
}

const hour = 3_600_000;

/** `2018-06-04T17:00:00+08:00`, the same moment in the county's time. */
const inShanghai = (time: number): string => `${new Date(time + 8 * hour).toISOString().slice(0, 19)}+08:00`;

const isPaused = (pauses: readonly Pause[], day: string): boolean => pauses.some(({ from, to }) => day > from && day <= to);

/** A clock that would run out on the day on which it is stopped runs out when it goes on. */
const standsStillAfter = (pauses: readonly Pause[], day: string): boolean => pauses.some(({ from, to }) => day >= from && day < to);

/** Days of one kind after `from`, until `amount` of them are counted. */
const counted = (from: string, amount: number, counts: (day: string) => boolean): string => {
  let day = from;
  for (let left = amount; left > 0; ) {
    day = addDays(day, 1);
    if (counts(day)) left -= 1;
  }
  return day;
};

const ended = (day: string, calendar: Calendar, pauses: readonly Pause[]): Point => {
  let last = day;
  while (!calendar.isWorkingDay(last) || standsStillAfter(pauses, last)) last = addDays(last, 1);
  return { day: last };
};

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / (24 * hour));

type Leg = (from: Point, amount: number, calendar: Calendar, pauses: readonly Pause[]) => Point;

const calendarDaysAfter = (from: string, amount: number, pauses: readonly Pause[]): string =>
  pauses.length === 0 ? addDays(from, amount) : counted(from, amount, (day) => !isPaused(pauses, day));

const calendarDays: Leg = ({ day: from }, amount, calendar, pauses) => ended(calendarDaysAfter(from, amount, pauses), calendar, pauses);

const workingDays: Leg = ({ day: from }, amount, calendar, pauses) =>
  ended(
    counted(from, amount, (day) => calendar.isWorkingDay(day) && !isPaused(pauses, day)),
    calendar,
    pauses,
  );

/** By the clock on the wall, nights and holidays too; each day on which it stood still puts the end off by a day. */
const hours: Leg = ({ day: from, at = `${addDays(from, 1)}T00:00:00+08:00` }, amount, _, pauses) => {
  let end = inShanghai(Date.parse(at) + amount * hour);
  for (let day = from; day < businessDate(end) || standsStillAfter(pauses, day); ) {
    day = addDays(day, 1);
    if (isPaused(pauses, day)) end = inShanghai(Date.parse(end) + 24 * hour);
  }
  return { day: businessDate(end), at: end };
};

const legs: Readonly<Record<Length['unit'], Leg>> = {
  hour: hours,
  'working-day': workingDays,
  day: calendarDays,
  month: (from, amount, calendar, pauses) => calendarDays(from, daysBetween(from.day, addMonths(from.day, amount)), calendar, pauses),
};

/**
 * Where a stretch of a term ends. The day of the trigger is not counted; a term in days or months that ends on a holiday runs to the
 * first working day after it (Civil Procedure Law art. 85). Days on which the clock stood still are not counted.
 */
export const endAfter = (from: Point, { amount, unit }: Length, calendar: Calendar, pauses: readonly Pause[]): Point =>
  legs[unit](from, amount, calendar, pauses);
