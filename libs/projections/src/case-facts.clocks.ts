import { answerClock, type Due, type Limits, type Milestone } from '@app/cases';
import type { CaseFacts } from './case-facts.columns';
import type { Cells } from './case-facts.fold';
import { isAfter, withLimits, withMissed, withoutMissed } from './case-facts.limits';
import type { ProjectedEvent } from './projection';

type Change = (row: CaseFacts, data: Readonly<Record<string, any>>, event: ProjectedEvent, on: string) => Cells;

const goesOnTo = ({ clock, due_on, due_at }: CaseFacts, { on, at }: Due): boolean =>
  clock !== null && due_on === on && due_at === (at ?? null);

/** What was said about a clock stays said when it goes on to the same end. */
const started = (row: CaseFacts, due: Due): Cells => ({
  due_on: due.on,
  due_rule: due.rule,
  due_at: due.at ?? null,
  soon_on: due.soon ?? null,
  paused: 0,
  ...(!goesOnTo(row, due) && { near: 0, clock: 'running' }),
});

const answerEnds: Cells = { clock: null, paused: 0 };
const allEnd: Cells = { ...answerEnds, limits: null, missed_limits: null };

/** Whether what happened then was after the end of the answer's term. */
export const isAfterDue = ({ due_on, due_at }: CaseFacts, at: string, on: string): boolean =>
  due_on !== null && isAfter(due_at ?? due_on, at, on);

/** What was recorded of the answer's clock for later than this event has not happened. */
const withdrawn: Change = (row, _, { occurredAt }, on) => ({
  near: row.near === 1 && row.soon_on !== null && row.soon_on <= on ? 1 : 0,
  clock: row.clock === 'missed' && !isAfterDue(row, occurredAt, on) ? 'running' : row.clock,
});

/** Beyond `due` and `limits`, what a milestone does to clocks: in columns what the kernel's `clocksAfter` does to the situation. */
const changes: { readonly [M in Milestone]?: Change } = {
  answered: () => answerEnds,
  closed: () => allEnd,
  concluded: () => allEnd,
  merged: () => allEnd,
  paused: () => ({ paused: 1 }),
  'due-soon': (_, { clock }) => (clock === answerClock ? { near: 1 } : {}),
  overdue: (row, { clock }) => {
    if (clock !== answerClock) return withMissed(row, clock);
    return row.clock === null ? {} : { clock: 'missed' };
  },
  lapsed: (row, { clock }) => (clock === answerClock ? answerEnds : withLimits(row, { [clock]: null })),
  'silence-withdrawn': (row, data, event, on) =>
    data.clock === answerClock ? withdrawn(row, data, event, on) : withoutMissed(row, data.clock),
};

/** What an event does to the clocks of its case; undefined for nothing, as with most. */
export const clockCells = (row: CaseFacts, event: ProjectedEvent, on: string): Cells | undefined => {
  const data = event.data as Readonly<Record<string, any>>;
  const { due, limits } = data as { readonly due?: Due; readonly limits?: Limits };
  const changed = event.milestone && changes[event.milestone]?.(row, data, event, on);
  if (!due && !limits) return changed;
  const after = changed ? { ...row, ...changed } : row;
  return { ...changed, ...(due && started(after, due)), ...(limits && withLimits(after, limits)) };
};
