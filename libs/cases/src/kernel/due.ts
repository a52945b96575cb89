import { z } from 'zod';
import type { Calendar } from './calendar';
import { addDays, addMonths, businessDate } from './dates';
import { CalendarDate, Instant } from './shapes';

/** Units are never converted into one another: five working days are not a week. */
export const TermUnit = z.enum(['hour', 'working-day', 'day', 'month']);

/** An amount of time as a law or a local rule states it. */
export const Length = z.strictObject({ amount: z.int().min(1).max(1000), unit: TermUnit });
export type Length = z.infer<typeof Length>;

/** A term: its length, and the rule of law or local rule that sets it. */
export interface Term extends Length {
  readonly rule: string;
}

const Extension = z.strictObject({ ...Length.shape, rule: z.string() });

/** A stretch in which a clock stood still: the days after `from`, up to and with `to`. */
const Pause = z.strictObject({ from: CalendarDate, to: CalendarDate, why: z.string() });
export type Pause = z.infer<typeof Pause>;

/**
 * A clock and what it says: `on` is the last day of the term, and everything it follows from stands beside it, so that it can be
 * explained and reckoned again. Only `on`, `rule` and `calendar` are in the oldest events.
 */
export const Due = z.strictObject({
  on: CalendarDate,
  rule: z.string(),
  calendar: z.string(),
  /** The calendar of that year is not yet published. */
  provisional: z.literal(true).optional(),
  /** The day of the event that started it; not counted itself. */
  from: CalendarDate.optional(),
  amount: z.int().optional(),
  unit: TermUnit.optional(),
  /** The moment it ends, of a term in hours. */
  at: Instant.optional(),
  /** The day from which it is said to be due soon. */
  soon: CalendarDate.optional(),
  /** Edition of the local rules that were asked. */
  edition: z.string().optional(),
  extensions: z.array(Extension).optional(),
  pauses: z.array(Pause).optional(),
});
export type Due = z.infer<typeof Due>;

/** What is needed to reckon: the working-day calendar, and of the local rules their edition and when "soon" is. */
export interface Reckoning {
  readonly calendar: Calendar;
  readonly local: { readonly edition: string; readonly dueSoon: number };
}

const isPaused = (pauses: readonly Pause[], day: string): boolean => pauses.some(({ from, to }) => day > from && day <= to);

const workingDayOnOrAfter = (calendar: Calendar, date: string): string => {
  let day = date;
  while (!calendar.isWorkingDay(day)) day = addDays(day, 1);
  return day;
};

/** Days of one kind after `from`, until `amount` of them are counted. */
const counted = (from: string, amount: number, counts: (day: string) => boolean): string => {
  let day = from;
  for (let left = amount; left > 0; ) {
    day = addDays(day, 1);
    if (counts(day)) left -= 1;
  }
  return day;
};

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

type Leg = (from: string, amount: number, calendar: Calendar, pauses: readonly Pause[]) => string;

const calendarDays: Leg = (from, amount, calendar, pauses) =>
  workingDayOnOrAfter(
    calendar,
    counted(from, amount, (day) => !isPaused(pauses, day)),
  );

/**
 * The last day of one stretch of a term. The day of the trigger is not counted; a term in days or months that ends on a holiday runs
 * to the first working day after it (Civil Procedure Law art. 85). Days on which the clock stood still are not counted.
 */
const legs: Readonly<Record<Exclude<Length['unit'], 'hour'>, Leg>> = {
  'working-day': (from, amount, calendar, pauses) => counted(from, amount, (day) => calendar.isWorkingDay(day) && !isPaused(pauses, day)),
  day: calendarDays,
  month: (from, amount, calendar, pauses) => calendarDays(from, daysBetween(from, addMonths(from, amount)), calendar, pauses),
};

const lastDay = (from: string, { amount, unit }: Length, calendar: Calendar, pauses: readonly Pause[]): string =>
  unit === 'hour' ? from : legs[unit](from, amount, calendar, pauses);

/** So many working days before the last one. */
const soonBefore = (on: string, days: number, calendar: Calendar): string => {
  let day = on;
  for (let left = days; left > 0; ) {
    day = addDays(day, -1);
    if (calendar.isWorkingDay(day)) left -= 1;
  }
  return day;
};

type Basis = Pick<Due, 'rule' | 'extensions' | 'pauses'> & { readonly from: string } & Length;

const reckoned = (basis: Basis, { calendar, local }: Reckoning): Due => {
  const { rule, from, amount, unit, extensions = [], pauses = [] } = basis;
  const on = [{ amount, unit }, ...extensions].reduce((day, leg) => lastDay(day, leg, calendar, pauses), from);
  const soon = soonBefore(on, local.dueSoon, calendar);
  return {
    on,
    rule,
    calendar: calendar.version,
    ...(!calendar.isPublished(on) && { provisional: true as const }),
    from,
    amount,
    unit,
    ...(soon > from && { soon }),
    edition: local.edition,
    ...(extensions.length > 0 && { extensions }),
    ...(pauses.length > 0 && { pauses }),
  };
};

/** `2018-06-04T17:00:00+08:00`, the same moment in the county's time. */
const inShanghai = (time: number): string => `${new Date(time + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;

/** When a term ends that is triggered at `at`: an instant, or for any unit but hours also a date. */
export const dueAfter = (at: string, { amount, unit, rule }: Term, reckoning: Reckoning): Due => {
  const from = at.length > 10 ? businessDate(at) : at;
  if (unit !== 'hour') return reckoned({ from, amount, unit, rule }, reckoning);
  const end = inShanghai(Date.parse(at) + amount * 3_600_000);
  return {
    on: end.slice(0, 10),
    rule,
    calendar: reckoning.calendar.version,
    from,
    amount,
    unit,
    at: end,
    edition: reckoning.local.edition,
  };
};

/** A due date that was recorded before clocks were kept as data can be moved on from, but no longer be taken apart. */
const basisOf = (due: Due): Basis =>
  due.from !== undefined && due.amount !== undefined && due.unit !== undefined
    ? { ...due, from: due.from, amount: due.amount, unit: due.unit }
    : { rule: due.rule, from: due.on, amount: 0, unit: 'day' };

/** The clock runs on by another term from where it would have ended. What it was before stays visible in it. */
export const extendedBy = (due: Due, { amount, unit, rule }: Term, reckoning: Reckoning): Due => {
  const basis = basisOf(due);
  return reckoned({ ...basis, extensions: [...(basis.extensions ?? []), { amount, unit, rule }] }, reckoning);
};

/** The clock goes on after it stood still from the day `from` to the day `to`. */
export const resumedAfter = (due: Due, pause: Pause, reckoning: Reckoning): Due => {
  const basis = basisOf(due);
  return reckoned({ ...basis, pauses: [...(basis.pauses ?? []), pause] }, reckoning);
};

/** The same clock by another calendar; the very same value when nothing changes. */
export const retimed = (due: Due, reckoning: Reckoning): Due => {
  if (due.from === undefined || due.unit === 'hour' || due.unit === undefined) return due;
  const again = reckoned(basisOf(due), { ...reckoning, local: { ...reckoning.local, edition: due.edition ?? reckoning.local.edition } });
  return again.on === due.on && again.provisional === due.provisional ? due : again;
};

/** The clock as it is when it was really triggered on `now` and not on `was`; undefined when it was not triggered on `was`. */
export const restartedOn = (due: Due, was: string | null, now: string, reckoning: Reckoning): Due | undefined =>
  due.from === was && due.unit !== 'hour' ? reckoned({ ...basisOf(due), from: now }, reckoning) : undefined;
