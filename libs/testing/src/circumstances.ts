import { type Context, defaultRules, publishedCalendar, unitsOf } from '@app/cases';

/** A county with no rules of its own: the published calendar, the default rules, two bureaus of which one has a station under it. */
export const usualCircumstances: Pick<Context, 'calendar' | 'local' | 'units'> = {
  calendar: publishedCalendar,
  local: defaultRules,
  units: unitsOf([
    { code: 'gov-office' },
    { code: 'water-works' },
    { code: 'urban-management' },
    { code: 'urban-station', under: 'urban-management' },
  ]),
};
