import type { CaseFacts } from '@app/projections';

/** Whether it is a report of wrongdoing about one of these units. */
export const isAbout = ({ accused }: Pick<CaseFacts, 'accused'>, units: readonly string[]): boolean =>
  accused !== null && units.some((unit) => accused.includes(`|${unit}|`));
