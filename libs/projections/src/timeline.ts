import type { RowProjection, Table } from './projection';

/** One line per event of a case, as it was recorded; without personal data. */
export type TimelineEntry = {
  readonly position: number;
  readonly case_id: string;
  readonly revision: number;
  readonly type: string;
  readonly occurred_at: string;
  readonly recorded_at: string;
  readonly by_id: string;
  readonly by_unit: string;
  /** The stored JSON text of the event's data. */
  readonly data: string;
};

export const timelineTable: Table<TimelineEntry> = {
  name: 'timeline',
  columns: {
    position: 'integer',
    case_id: 'text',
    revision: 'integer',
    type: 'text',
    occurred_at: 'text',
    recorded_at: 'text',
    by_id: 'text',
    by_unit: 'text',
    data: 'text',
  },
  nullable: [],
  key: ['position'],
  indexes: [['case_id', 'revision']],
};

export const timeline: RowProjection<TimelineEntry> = {
  table: timelineTable,
  appendOnly: true,
  keyOf: (event) => (event.milestone ? [event.position] : undefined),
  fold: (_, event) => ({
    position: event.position,
    case_id: event.id,
    revision: event.revision,
    type: event.type,
    occurred_at: event.occurredAt,
    recorded_at: event.recordedAt,
    by_id: event.by.id,
    by_unit: event.by.unit,
    data: event.dataText,
  }),
};
