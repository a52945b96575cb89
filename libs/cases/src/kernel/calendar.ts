import published from 'chinese-days/dist/chinese-days.json';
import { type Sentence, say } from './sentence';

/** Which days are working days, by a table that has a version. */
export interface Calendar {
  /** Goes on every due date, so that it can be explained later. */
  readonly version: string;
  /** Working day in mainland China, with moved holidays and make-up days (调休). */
  isWorkingDay(date: string): boolean;
  /** Why a day is no working day, or is one on a weekend; undefined for an ordinary working day. */
  noteOf(date: string): Sentence | undefined;
  /** False for a day whose year's holidays are only assumed. */
  isPublished(date: string): boolean;
}

/** A day that a holiday notice (放假通知) makes a holiday or a working day, whatever it was before. */
export interface NoticedDay {
  readonly on: string;
  readonly works: boolean;
  /** What people call it: 春节延长假期. */
  readonly name: string;
}

/** The table that the package publishes; its own functions go by the clock of the machine, and are a day off on a server in America. */
const { holidays, workdays }: Readonly<Record<'holidays' | 'workdays', object>> = published;

/** The version of the table without any notice. */
export const calendarVersion = 'chinese-days-1.5.7';

// The State Council publishes each year's holidays in the autumn before; later years are only assumed.
const lastPublishedYear = 2026;

const isWeekday = (date: string): boolean => {
  const days = Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8))) / 86_400_000;
  // From a Monday: 1970-01-01 was a Thursday.
  return (((days + 3) % 7) + 7) % 7 < 5;
};

/** `Spring Festival,春节,3` */
const nameIn = (days: object, date: string): Sentence | undefined => {
  if (!Object.hasOwn(days, date)) return undefined;
  const [en = '', zh = ''] = String(days[date as keyof typeof days]).split(',');
  return say(zh, en);
};

/** The calendar as published by the State Council. */
export const publishedCalendar: Calendar = {
  version: calendarVersion,
  isWorkingDay: (date) => Object.hasOwn(workdays, date) || (isWeekday(date) && !Object.hasOwn(holidays, date)),
  noteOf: (date) => {
    const makeUp = nameIn(workdays, date);
    if (makeUp) return say(`${makeUp.zh}调休上班`, `made up for ${makeUp.en}`);
    const holiday = nameIn(holidays, date);
    if (holiday) return holiday;
    return isWeekday(date) ? undefined : say('周末', 'weekend');
  },
  isPublished: (date) => Number(date.slice(0, 4)) <= lastPublishedYear,
};

/** The published calendar with what holiday notices have changed since; later notices win. */
export const calendarWith = (notices: readonly (readonly NoticedDay[])[], base: Calendar = publishedCalendar): Calendar => {
  if (notices.length === 0) return base;
  const days = new Map(notices.flat().map((day) => [day.on, day]));
  const years = new Set([...days.keys()].map((date) => date.slice(0, 4)));
  return {
    version: `${base.version}+${notices.length}`,
    isWorkingDay: (date) => days.get(date)?.works ?? base.isWorkingDay(date),
    noteOf: (date) => {
      const day = days.get(date);
      if (!day) return base.noteOf(date);
      return day.works ? say(`${day.name}：上班`, `working day by notice: ${day.name}`) : say(day.name, `holiday by notice: ${day.name}`);
    },
    isPublished: (date) => base.isPublished(date) || years.has(date.slice(0, 4)),
  };
};

/** Working day by the published calendar, no notices considered. */
export const isWorkingDay = (date: string): boolean => publishedCalendar.isWorkingDay(date);
