import { addDays, type Calendar, type Sentence } from '@app/cases';

export interface CalendarDay {
  readonly on: string;
  readonly works: boolean;
  /** Why it is no working day, or one on a weekend; absent for an ordinary working day. */
  readonly why?: Sentence;
  /** True while the holidays of its year are only assumed. */
  readonly provisional?: true;
}

/** Every day from the first to the last, and whether it is worked. */
export const calendarDays = (calendar: Calendar, from: string, to: string): readonly CalendarDay[] => {
  const days: CalendarDay[] = [];
  for (let on = from; on <= to; on = addDays(on, 1)) {
    const why = calendar.noteOf(on);
    days.push({ on, works: calendar.isWorkingDay(on), ...(why && { why }), ...(!calendar.isPublished(on) && { provisional: true }) });
  }
  return days;
};
