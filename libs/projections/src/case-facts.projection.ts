import { businessDate } from '@app/cases';
import { alarms } from './alarms';
import { type CaseFacts, caseFactsTable } from './case-facts';
import { answering } from './case-facts.answering';
import { clockCells } from './case-facts.clocks';
import { ending } from './case-facts.ending';
import { type Cells, type Fold, type Folds, goesOn } from './case-facts.fold';
import { handling } from './case-facts.handling';
import { marks } from './case-facts.marks';
import { received } from './case-facts.received';
import type { ProjectedEvent, RowProjection } from './projection';
import { satisfaction } from './satisfaction';
import { workQueue } from './work-queue';
import { yearTotals } from './year-totals';

/** Every meaning an event may have: a new one is a compile error here until it says what it changes. */
const changes: Folds = { ...handling, ...answering, ...ending, ...marks };

const days = { office: 'days_office', unit: 'days_unit', citizen: 'days_citizen', approval: 'days_approval' } as const;

/** The working days since the event before it are laid to whoever has held the case in them. */
const passed = (row: CaseFacts, worked: number | undefined): Cells | undefined => {
  const column = row.held_by === null ? undefined : days[row.held_by as keyof typeof days];
  return column && worked ? { [column]: row[column] + worked } : undefined;
};

/** A new due date sets a case going again that stood still, whatever else its event means. */
const resumed = (row: CaseFacts, due: unknown): Cells | undefined => (due && row.status === 'paused' ? goesOn(row) : undefined);

/** Assigned and not spread: spreading objects of many shapes takes ten times as long, and a rebuild does it for every event. */
const folded = (row: CaseFacts, event: ProjectedEvent, fold: Fold<never>): Cells => {
  const { data, occurredAt, worked, revision, position } = event;
  const on = businessDate(occurredAt);
  const cells = fold(row, data as never, on, event);
  const clocks = clockCells(row, event, on);
  const place: Cells = { revision, position };
  if (!clocks && !worked) return Object.assign(place, cells);
  return Object.assign(place, passed(row, worked), clocks, resumed(row, data['due']), cells);
};

export const caseFacts: RowProjection<CaseFacts> = {
  table: caseFactsTable,
  keyOf: (event) => (event.milestone ? [event.id] : undefined),
  fold: (row, event) => {
    const { milestone } = event;
    if (milestone === 'received') return received(event, businessDate(event.occurredAt));
    if (!row || !milestone) throw new Error(`${event.stream} has ${event.type} before it was received`);
    return folded(row, event, changes[milestone]);
  },
  derived: [workQueue, alarms, yearTotals, satisfaction],
};
