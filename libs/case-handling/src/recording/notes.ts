import { businessDate, type CaseEvent } from '@app/cases';
import type { Circumstances } from '../circumstances';
import { workingDaysBetween } from '../working-days';
import { type CaseState, later } from './case-fold';
import type { Note } from './metadata';

/**
 * Beside every event of a case: the edition of the local rules that it falls under, and the working days since the latest day on which
 * something had happened to it, so that elapsed time can be added up by holder without a day being counted twice.
 */
export const caseNotes = (
  { receivedAt, lastOn }: Pick<CaseState, 'receivedAt' | 'lastOn'>,
  events: readonly CaseEvent[],
  occurredAt: string,
  circumstances: Circumstances,
): readonly Note[] => {
  const { calendar, local } = circumstances.of(businessDate(receivedAt || occurredAt));
  let last = lastOn;
  return events.map(({ at = occurredAt }) => {
    const on = businessDate(at);
    const worked = last === '' ? 0 : workingDaysBetween(last, on, calendar);
    last = later(last, on);
    return { rules: local.edition, ...(worked > 0 && { worked }) };
  });
};
