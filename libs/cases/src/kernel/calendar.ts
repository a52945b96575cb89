import published from 'chinese-days/dist/chinese-days.json';
import { addDays, addMonths } from './dates';
import { type Sentence, say } from './sentence';
import type { Due } from './shapes';

/** The working-day calendar in use; goes on every due date so that it can be explained later. */
export const calendarVersion = 'chinese-days-1.5.7';

// The State Council publishes each year's holidays in the autumn before; later years are only assumed.
const lastPublishedYear = 2026;

// The table alone: the package's own functions go by the clock of the machine, and are a day off on a server in America.
const { holidays, workdays }: Readonly<Record<'holidays' | 'workdays', object>> = published;

const isWeekday = (date: string): boolean => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

/** Working day in mainland China, with moved holidays and make-up days (调休). */
export const isWorkingDay = (date: string): boolean => Object.hasOwn(workdays, date) || (isWeekday(date) && !Object.hasOwn(holidays, date));

/** Why a day is no working day, or is one on a weekend; undefined for an ordinary working day. */
export const dayNote = (date: string): Sentence | undefined => {
  const makeUp = nameIn(workdays, date);
  if (makeUp) return say(`${makeUp.zh}调休上班`, `made up for ${makeUp.en}`);
  const holiday = nameIn(holidays, date);
  if (holiday) return holiday;
  return isWeekday(date) ? undefined : say('周末', 'weekend');
};

/** `Spring Festival,春节,3` */
const nameIn = (days: object, date: string): Sentence | undefined => {
  if (!Object.hasOwn(days, date)) return undefined;
  const [en = '', zh = ''] = String(days[date as keyof typeof days]).split(',');
  return say(zh, en);
};

/** A term: an amount, its unit, and the rule of law or local rule that sets it. Units are never converted. */
export interface Term {
  readonly amount: number;
  readonly unit: 'working-day' | 'day' | 'month';
  readonly rule: string;
}

/**
 * The last day of a term that is triggered on `date`. The day of the trigger is not counted; a term in days or months that ends on a
 * holiday runs to the first working day after it (Civil Procedure Law art. 85).
 */
export const dueAfter = (date: string, { amount, unit, rule }: Term): Due => {
  const on = lastDayOf[unit](date, amount);
  return { on, rule, calendar: calendarVersion, ...(Number(on.slice(0, 4)) > lastPublishedYear && { provisional: true as const }) };
};

const workingDayOnOrAfter = (date: string): string => {
  let day = date;
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return day;
};

const lastDayOf: Record<Term['unit'], (date: string, amount: number) => string> = {
  day: (date, amount) => workingDayOnOrAfter(addDays(date, amount)),
  month: (date, amount) => workingDayOnOrAfter(addMonths(date, amount)),
  'working-day': (date, amount) => {
    let day = date;
    for (let counted = 0; counted < amount; ) {
      day = addDays(day, 1);
      if (isWorkingDay(day)) counted += 1;
    }
    return day;
  },
};
