import { z } from 'zod';
import type { Calendar } from './calendar';
import { endAfter, Length, Pause, type Point, TermUnit } from './counting';
import { addDays, businessDate } from './dates';
import { CalendarDate, Instant } from './shapes';

export { Length, type Pause } from './counting';

/** A term: its length, and the rule of law or local rule that sets it. */
export interface Term extends Length {
  readonly rule: string;
}

const Extension = z.strictObject({ ...Length.shape, rule: z.string() });

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
  /** The moment of that event, of a term in hours. */
  startedAt: Instant.optional(),
  amount: z.int().optional(),
  unit: TermUnit.optional(),
  /** The moment it ends, where that is not the end of a day. */
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

/** So many working days before the last one, but after the clock was set going or went on; undefined when that leaves no day. */
const soonBefore = (on: string, days: number, calendar: Calendar, from: string, pauses: readonly Pause[]): string | undefined => {
  let day = on;
  for (let left = days; left > 0; ) {
    day = addDays(day, -1);
    if (calendar.isWorkingDay(day)) left -= 1;
  }
  if (day <= from) return undefined;
  const wentOn = pauses.reduce((last, { to }) => (to > last && to <= on ? to : last), '');
  if (day > wentOn) return day;
  return wentOn < on ? addDays(wentOn, 1) : undefined;
};

type Basis = Pick<Due, 'rule' | 'startedAt' | 'extensions' | 'pauses'> & { readonly from: string } & Length;

const reckoned = (basis: Basis, { calendar, local }: Reckoning): Due => {
  const { rule, from, startedAt, amount, unit, extensions = [], pauses = [] } = basis;
  const start: Point = { day: from, at: startedAt };
  const { day: on, at } = [{ amount, unit }, ...extensions].reduce((point, leg) => endAfter(point, leg, calendar, pauses), start);
  const soon = at === undefined ? soonBefore(on, local.dueSoon, calendar, from, pauses) : undefined;
  return {
    on,
    rule,
    calendar: calendar.version,
    ...(at === undefined && !calendar.isPublished(on) && { provisional: true as const }),
    from,
    ...(startedAt !== undefined && { startedAt }),
    amount,
    unit,
    ...(at !== undefined && { at }),
    ...(soon !== undefined && { soon }),
    edition: local.edition,
    ...(extensions.length > 0 && { extensions }),
    ...(pauses.length > 0 && { pauses }),
  };
};

/** When a term ends that is triggered at `at`: an instant, or for any unit but hours also a date. */
export const dueAfter = (at: string, { amount, unit, rule }: Term, reckoning: Reckoning): Due => {
  const from = at.length > 10 ? businessDate(at) : at;
  return reckoned({ from, amount, unit, rule, startedAt: unit === 'hour' ? at : undefined }, reckoning);
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
  if (due.from === undefined || due.unit === undefined) return due;
  const again = reckoned(basisOf(due), { ...reckoning, local: { ...reckoning.local, edition: due.edition ?? reckoning.local.edition } });
  return again.on === due.on && again.provisional === due.provisional ? due : again;
};

/** The clock as it is when it was really triggered on `now` and not on `was`; undefined when it was not triggered on `was`. */
export const restartedOn = (due: Due, was: string | null, now: string, reckoning: Reckoning): Due | undefined =>
  due.from === was && due.unit !== 'hour' ? reckoned({ ...basisOf(due), from: now }, reckoning) : undefined;
