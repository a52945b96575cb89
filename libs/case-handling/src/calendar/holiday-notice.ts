import { isDeepStrictEqual } from 'node:util';
import { CalendarDate, type CaseEvent, type Decision, Label, reject } from '@app/cases';
import { z } from 'zod';
import type { Fold } from '../recording/stream-writer';

const Day = z.strictObject({
  on: CalendarDate,
  /** False for a holiday, true for a day that is worked instead (调休). */
  works: z.boolean(),
  /** What people call it: 春节延长假期. */
  name: Label,
});

/** A holiday notice (放假通知): days that become holidays or working days, whatever they were before. */
export const HolidayNotice = z.strictObject({
  /** The number of the document: 国办发明电〔2020〕1号. */
  number: Label,
  title: Label.optional(),
  publishedOn: CalendarDate,
  days: z
    .array(Day)
    .min(1)
    .max(400)
    .refine((days) => new Set(days.map(({ on }) => on)).size === days.length, 'names a day twice'),
});
export type HolidayNotice = z.infer<typeof HolidayNotice>;

export const noticesStream = 'calendar-notices';
export const noticeRecorded = 'HolidayNoticeRecorded';

/** The notices in the order in which they were recorded. */
export const noticesFold: Fold<readonly HolidayNotice[]> = {
  initial: [],
  evolve: (notices, { type, data }) => (type === noticeRecorded ? [...notices, data as HolidayNotice] : notices),
};

const inOrder = ({ days, ...notice }: HolidayNotice): HolidayNotice => ({
  ...notice,
  days: days.toSorted((one, other) => (one.on < other.on ? -1 : 1)),
});

/** A notice is known by its number: recorded once, and never with two contents. What it says wrongly another notice puts right. */
export const recordNotice = (notices: readonly HolidayNotice[], stated: HolidayNotice): Decision<CaseEvent> => {
  const notice = inOrder(stated);
  const known = notices.find(({ number }) => number === notice.number);
  if (!known) return [{ type: noticeRecorded, data: notice }];
  return isDeepStrictEqual(known, notice)
    ? []
    : reject('该文号的放假通知已登记，内容不同', 'a notice of this number is recorded already, with another content');
};

/** The first day of which the notice speaks. */
export const firstDayOf = ({ days }: Pick<HolidayNotice, 'days'>): string =>
  days.reduce((first, { on }) => (on < first ? on : first), days[0]?.on ?? '');

/** The notice that an event holds; none where nothing in the program would have written it. */
export const readableNotice = ({ data }: { readonly data: string }): readonly HolidayNotice[] => {
  try {
    return [HolidayNotice.parse(JSON.parse(data))];
  } catch {
    return [];
  }
};
