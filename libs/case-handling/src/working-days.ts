import { addDays, type Calendar } from '@app/cases';

/** Working days after `from`, up to and with `to`; none when `to` is not later. */
export const workingDaysBetween = (from: string, to: string, calendar: Calendar): number => {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (calendar.isWorkingDay(day)) count += 1;
  return count;
};
