import { type Context, defaultRules, publishedCalendar, unitsOf } from '@app/cases';

const listed = [
  { code: 'gov-office' },
  { code: 'water-works' },
  { code: 'urban-management' },
  { code: 'urban-station', under: 'urban-management' },
];

export const usualUnits: readonly string[] = listed.map(({ code }) => code);

/** A county with no rules of its own: the published calendar, the default rules, two bureaus of which one has a station under it. */
export const usualCircumstances: Pick<Context, 'calendar' | 'local' | 'units'> = {
  calendar: publishedCalendar,
  local: defaultRules,
  units: unitsOf(listed),
};

/** An office that wants its units to ring the caller within a working day; by default no clock is kept on that. */
export const ringingOffice: Pick<Context, 'local'> = {
  local: { ...defaultRules, complaint: { ...defaultRules.complaint, contactWithin: { amount: 1, unit: 'working-day' } } },
};
