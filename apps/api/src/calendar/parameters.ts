import { CalendarDate, Instant } from '@app/cases';
import { z } from 'zod';

/** A year with a day to spare. */
const mostDays = 367;

const daysFrom = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

export const DaysParameters = z
  .strictObject({ from: CalendarDate, to: CalendarDate, minPosition: z.string().optional() })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'lies before from' })
  .refine(({ from, to }) => !(daysFrom(from, to) >= mostDays), { path: ['to'], message: `makes it more than ${mostDays} days` });

export const CatchUpBody = z.strictObject({
  /** Up to when; now when absent. */
  until: Instant.optional(),
});
