import { businessDate, type Due, type Milestone } from '@app/cases';
import type { Cell, ProjectedEvent, RowProjection, Table } from './projection';

/** The part of a joint unit (协办) in a case. The lead unit's is the case itself. */
export type CoHandling = {
  readonly case_id: string;
  readonly unit: string;
  readonly case_type: string;
  readonly assigned_on: string;
  /** The last day of its own term; null without one. */
  readonly due_on: string | null;
  readonly signed_in_on: string | null;
  readonly replied_on: string | null;
  /** `on-time` or `late`; null until it has replied, and without a term. */
  readonly timing: string | null;
  /** 1 until it has replied or been released. Of a case that has ended meanwhile it stays 1: whoever asks, asks for open cases. */
  readonly open: number;
};

export const coHandlingTable: Table<CoHandling> = {
  name: 'co_handling',
  columns: {
    case_id: 'text',
    unit: 'text',
    case_type: 'text',
    assigned_on: 'text',
    due_on: 'text',
    signed_in_on: 'text',
    replied_on: 'text',
    timing: 'text',
    open: 'integer',
  },
  nullable: ['due_on', 'signed_in_on', 'replied_on', 'timing'],
  key: ['case_id', 'unit'],
  indexes: [['unit', 'open']],
};

type Part = Extract<Milestone, `co-${string}`>;
type Fold = (row: CoHandling, on: string) => Partial<CoHandling>;

const timingOf = ({ due_on }: CoHandling, on: string): string | null => {
  if (due_on === null) return null;
  return on > due_on ? 'late' : 'on-time';
};

/** A unit that is assigned again after its part has ended begins anew. */
const assigned = ({ id, category, data }: ProjectedEvent, on: string): CoHandling => ({
  case_id: id,
  unit: data['unit'] as string,
  case_type: category,
  assigned_on: on,
  due_on: (data['by'] as Due | undefined)?.on ?? null,
  signed_in_on: null,
  replied_on: null,
  timing: null,
  open: 1,
});

const changes: { readonly [M in Exclude<Part, 'co-assigned'>]: Fold } = {
  'co-signed-in': (_, on) => ({ signed_in_on: on }),
  'co-replied': (row, on) => ({ replied_on: on, timing: timingOf(row, on), open: 0 }),
  'co-released': () => ({ open: 0 }),
};

const parts: Readonly<Record<string, true>> = { 'co-assigned': true, 'co-signed-in': true, 'co-replied': true, 'co-released': true };

export const coHandling: RowProjection<CoHandling> = {
  table: coHandlingTable,
  keyOf: ({ milestone, id, data }) => (milestone && parts[milestone] ? [id, data['unit'] as Cell] : undefined),
  fold: (row, event) => {
    const on = businessDate(event.occurredAt);
    const milestone = event.milestone as Part;
    if (milestone === 'co-assigned') return assigned(event, on);
    if (!row) throw new Error(`${event.stream} has ${event.type} of a unit that has no part in it`);
    return changes[milestone](row, on);
  },
};
