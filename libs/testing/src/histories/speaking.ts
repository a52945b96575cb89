import { businessDate } from '@app/cases';

const day = 86_400_000;

const isDate = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);

/** From forty days before to eighty after. */
const near = (date: string, at: string): string =>
  businessDate(new Date(Date.parse(at) + (((Date.parse(date) / day) % 121) - 40) * day).toISOString());

/** What comes with a command when people speak of days near the day on which they speak. */
export const spokenOn = (at: string, value: unknown): unknown => {
  if (isDate(value)) return near(value, at);
  if (Array.isArray(value)) return value.map((each) => spokenOn(at, each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([field, each]) => [field, spokenOn(at, each)]));
};
