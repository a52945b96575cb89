import type { CaseEvent } from '@app/cases';

/** In place of the number of a case that has none yet. */
export const noNumberYet = '';

/** What was decided for a case without a number, as it would have been decided with this one. */
export const numbered = (events: readonly CaseEvent[], caseNumber: string): readonly CaseEvent[] =>
  events.map((event) => (event.data['caseNumber'] === noNumberYet ? { ...event, data: { ...event.data, caseNumber } } : event));
