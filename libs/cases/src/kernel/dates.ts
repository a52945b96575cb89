const eightHours = 8 * 3_600_000;

/**
 * The calendar date of an instant in Asia/Shanghai, `2018-12-31`. China has kept UTC+8 without summer time since 1992,
 * and no case is older, so the offset is a constant.
 */
export const businessDate = (instant: string): string => {
  // Most instants say the date themselves; a rebuild asks for it once an event.
  if (instant.endsWith('+08:00')) return instant.slice(0, 10);
  if (instant.endsWith('Z') && instant.slice(11, 13) < '16') return instant.slice(0, 10);
  return new Date(Date.parse(instant) + eightHours).toISOString().slice(0, 10);
};

/** The date `days` calendar days later (earlier when negative). */
export const addDays = (date: string, days: number): string => {
  // Terms are counted day by day, and most steps stay within a month.
  const day = Number(date.slice(8)) + days;
  if (day >= 1 && day <= 28) return `${date.slice(0, 8)}${day < 10 ? '0' : ''}${day}`;
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
};

/** The same day `months` months later, or the last day of that month when it has no such day. */
export const addMonths = (date: string, months: number): string => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
};
