import { type Calendar, calendarWith, type NoticedDay } from '@app/cases';
import type { EventStore } from '@app/event-store';
import { firstDayOf, type HolidayNotice, noticesStream, readableNotice } from '../calendar/holiday-notice';

/** A notice, and from when it was known. */
export interface KnownNotice {
  readonly position: number;
  readonly recordedAt: string;
  readonly days: HolidayNotice['days'];
}

/** The calendars by which clocks are reckoned when some days are supposed to have been others. */
export interface SupposedCalendars {
  /** How many notices were known at the position. */
  knownAt(position: number): number;
  /** The notice after so many others: when it was recorded, and the first day of which it speaks. */
  notice(index: number): { readonly recordedAt: string; readonly firstDay: string };
  /** The calendar with the first so many notices, and the days supposed. */
  after(notices: number): Calendar;
}

export const calendarsOver = (notices: readonly KnownNotice[], supposed: readonly NoticedDay[] = []): SupposedCalendars => {
  const days = notices.map((notice) => notice.days);
  const calendars = [...days, undefined].map((_, known) =>
    calendarWith([...days.slice(0, known), ...(supposed.length > 0 ? [supposed] : [])]),
  );
  return {
    knownAt: (position) => notices.filter((notice) => notice.position <= position).length,
    notice: (index) => ({ recordedAt: notices[index]!.recordedAt, firstDay: firstDayOf(notices[index]!) }),
    after: (known) => calendars[Math.min(known, notices.length)]!,
  };
};

/** With the notices recorded up to a position; one that cannot be read was left out when clocks were reckoned, too. */
export const calendarsUpTo = async (store: EventStore, upTo: number, supposed?: readonly NoticedDay[]): Promise<SupposedCalendars> => {
  const recorded = (await store.readStream(noticesStream)).filter(({ position }) => position <= upTo);
  const known = recorded.flatMap((event): readonly KnownNotice[] =>
    readableNotice(event).map(({ days }) => ({ position: event.position, recordedAt: event.recordedAt, days })),
  );
  return calendarsOver(known, supposed);
};

/** How many notices a calendar of this version knew: `chinese-days-1.5.7+2` two. */
export const noticesIn = (version: string): number => Number(/\+(\d+)$/.exec(version)?.[1] ?? 0);
