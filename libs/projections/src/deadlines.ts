import { answerClock, businessDate, type Calendar, type Due, type ExplainedDue, explainDue, type Milestone, type Term } from '@app/cases';
import type { ProjectedEvent } from './projection';

export interface Deadline extends ExplainedDue {
  /** What it is a term for: `answer`, `sign-in`, `co-unit:education`, `third-party` … */
  readonly clock: string;
  /** The event that set it. */
  readonly setBy: string;
  readonly revision: number;
  /** The last one of its clock counts; those before it were moved. */
  readonly inForce: boolean;
  /** The day from which the clock stands still, and why; absent while it runs. */
  readonly paused?: { readonly since: string; readonly why: string };
  /** Recorded when it ran out with nothing done. */
  readonly missedOn?: string;
  /** The event that ended the clock, and its day. */
  readonly ended?: { readonly by: string; readonly on: string };
}

type Kept = { -readonly [K in keyof Deadline]: Deadline[K] };

const endsAnswer: readonly Milestone[] = ['answered'];
const endsAll: readonly Milestone[] = ['closed', 'concluded', 'merged'];

const dueDatesIn = ({ data }: ProjectedEvent): readonly (readonly [string, Due | null])[] => [
  ...(data['due'] ? [[answerClock, data['due'] as Due] as const] : []),
  ...Object.entries((data['limits'] ?? {}) as Readonly<Record<string, Due | null>>),
];

/** Every due date a case ever had, in order, each explained: which clock, from when, moved by what, and what became of it. */
export const deadlinesOf = (events: readonly ProjectedEvent[], terms: readonly Term[], calendar: Calendar): readonly Deadline[] => {
  const deadlines: Kept[] = [];
  const running = (clock: string): Kept | undefined => deadlines.findLast((each) => each.clock === clock && each.inForce && !each.ended);

  const set = (clock: string, due: Due, { type, revision, occurredAt, milestone }: ProjectedEvent): void => {
    const before = running(clock);
    const from = milestone === 'extended' && before ? before.on : businessDate(occurredAt);
    if (before) before.inForce = false;
    deadlines.push({ ...explainDue(from, due, terms, calendar), clock, setBy: type, revision, inForce: true });
  };

  const end = (deadline: Kept | undefined, { type, occurredAt }: ProjectedEvent): void => {
    if (deadline) deadline.ended = { by: type, on: businessDate(occurredAt) };
  };

  for (const event of events) {
    const { milestone, data, occurredAt } = event;
    const named = typeof data['clock'] === 'string' ? running(data['clock']) : undefined;
    if (milestone === 'overdue' || milestone === 'lapsed') if (named) named.missedOn = businessDate(occurredAt);
    if (milestone === 'silence-withdrawn' && named) delete named.missedOn;
    if (milestone === 'lapsed') end(named, event);
    if (milestone && endsAnswer.includes(milestone)) end(running(answerClock), event);
    if (milestone && endsAll.includes(milestone)) for (const each of deadlines) if (each.inForce && !each.ended) end(each, event);
    const answer = running(answerClock);
    if (milestone === 'paused' && answer) answer.paused = { since: String(data['since']), why: String(data['why']) };
    for (const [clock, due] of dueDatesIn(event))
      if (due) set(clock, due, event);
      else end(running(clock), event);
  }
  return deadlines;
};
