import { businessDate, type Calendar, type Due, type ExplainedDue, explainDue, type Term } from '@app/cases';
import type { ProjectedEvent } from './projection';

export interface Deadline extends ExplainedDue {
  /** The event that set it. */
  readonly setBy: string;
  readonly revision: number;
  /** The last one counts; those before it were moved. */
  readonly inForce: boolean;
}

/** Every due date a case ever had, in order, each explained. An extension runs on from the date it moves. */
export const deadlinesOf = (events: readonly ProjectedEvent[], terms: readonly Term[], calendar: Calendar): readonly Deadline[] => {
  const deadlines: Omit<Deadline, 'inForce'>[] = [];
  for (const { type, revision, milestone, occurredAt, data } of events) {
    const due = data['due'] as Due | undefined;
    if (!due) continue;
    const before = deadlines.at(-1);
    const from = milestone === 'extended' && before ? before.on : businessDate(occurredAt);
    deadlines.push({ ...explainDue(from, due, terms, calendar), setBy: type, revision });
  }
  return deadlines.map((deadline, index) => ({ ...deadline, inForce: index === deadlines.length - 1 }));
};
