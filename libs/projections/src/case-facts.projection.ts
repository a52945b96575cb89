import { businessDate, type Milestone } from '@app/cases';
import { type CaseFacts, caseFactsTable } from './case-facts';
import type { ProjectedEvent, RowProjection } from './projection';
import { satisfaction } from './satisfaction';
import { workQueue } from './work-queue';
import { yearTotals } from './year-totals';

const yearOf = (date: string): number => Number(date.slice(0, 4));

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** On time or late against the deadline in force at the answer, which an extension may have moved. */
const timingOf = ({ due_on, extended }: CaseFacts, answeredOn: string): string | null => {
  if (due_on === null) return null;
  if (answeredOn > due_on) return 'late';
  return extended ? 'extended' : 'on-time';
};

type Fold = (row: CaseFacts, data: Readonly<Record<string, any>>, on: string) => Partial<CaseFacts>;

const due = (data: Readonly<Record<string, any>>): Partial<CaseFacts> => (data.due ? { due_on: data.due.on, due_rule: data.due.rule } : {});

const answered: Fold = (row, { unit, outcome }, on) => ({
  status: 'answered',
  unit,
  outcome: text(outcome),
  answered_on: on,
  answered_year: yearOf(on),
  timing: timingOf(row, on),
});

const changes: Partial<Record<Milestone, Fold>> = {
  routed: (_, data, on) => ({ status: 'routed', unit: data.unit, routed_on: on, ...due(data) }),
  'signed-in': (_, __, on) => ({ status: 'handling', signed_in_on: on }),
  extended: (_, data) => ({ extended: 1, ...due(data) }),
  answered,
  rated: (_, { rating }, on) => ({ status: 'rated', rating, rated_on: on }),
  closed: (_, __, on) => ({ status: 'closed', closed_on: on, closed_year: yearOf(on) }),
  concluded: (_, { outcome }, on) => ({ status: 'closed', outcome, closed_on: on, closed_year: yearOf(on) }),
  reminded: (row) => ({ reminders: row.reminders + 1 }),
  supplemented: () => ({}),
  appealed: () => ({ appealed: 1 }),
  litigated: () => ({ litigated: 1 }),
  'appeal-concluded': () => ({}),
  'litigation-concluded': () => ({}),
  erased: () => ({ erased: 1 }),
};

const received = (event: ProjectedEvent, on: string): CaseFacts => {
  const { data, intake } = event;
  return {
    case_id: event.id,
    case_type: event.category,
    case_number: String(data.caseNumber),
    status: 'received',
    channel: String(data.channel),
    kind: text(data.kind),
    matter: text(data.matter),
    area: text(data.area),
    unit: null,
    received_on: on,
    received_year: yearOf(on),
    routed_on: null,
    signed_in_on: null,
    due_on: null,
    due_rule: null,
    extended: 0,
    answered_on: null,
    answered_year: null,
    timing: null,
    outcome: null,
    rating: null,
    rated_on: null,
    closed_on: null,
    closed_year: null,
    reminders: 0,
    appealed: 0,
    litigated: 0,
    erased: 0,
    source: intake?.source ?? null,
    source_number: intake?.subject ?? null,
    revision: event.revision,
    position: event.position,
    ...due(data),
  };
};

export const caseFacts: RowProjection<CaseFacts> = {
  table: caseFactsTable,
  keyOf: (event) => (event.milestone ? [event.id] : undefined),
  fold: (row, event) => {
    const on = businessDate(event.occurredAt);
    if (event.milestone === 'received') return received(event, on);
    if (!row || !event.milestone) throw new Error(`${event.stream} has ${event.type} before it was received`);
    return { ...changes[event.milestone]?.(row, event.data, on), revision: event.revision, position: event.position };
  },
  derived: [workQueue, yearTotals, satisfaction],
};
