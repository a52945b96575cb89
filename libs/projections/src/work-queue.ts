import type { CaseFacts } from './case-facts';
import type { Table, View } from './projection';

/** What is still to be done, by whom and by when: the cases that are not closed. */
export type QueueItem = {
  readonly case_id: string;
  readonly case_type: string;
  readonly case_number: string;
  readonly status: string;
  readonly channel: string;
  readonly matter: string | null;
  readonly area: string | null;
  /** Empty while nobody holds it. */
  readonly unit: string;
  readonly received_on: string;
  /** The last day of the term; `9999-12-31` for a case without one, so that it sorts last. */
  readonly due_on: string;
  readonly reminders: number;
};

export const noTerm = '9999-12-31';

export const workQueueTable: Table<QueueItem> = {
  name: 'work_queue',
  columns: {
    case_id: 'text',
    case_type: 'text',
    case_number: 'text',
    status: 'text',
    channel: 'text',
    matter: 'text',
    area: 'text',
    unit: 'text',
    received_on: 'text',
    due_on: 'text',
    reminders: 'integer',
  },
  nullable: ['matter', 'area'],
  key: ['case_id'],
  indexes: [
    ['due_on', 'case_id'],
    ['unit', 'due_on', 'case_id'],
  ],
};

export const workQueue: View<CaseFacts, QueueItem> = {
  kind: 'view',
  table: workQueueTable,
  reads: ['case_number', 'status', 'channel', 'matter', 'area', 'unit', 'received_on', 'due_on', 'reminders'],
  of: (facts) =>
    facts.status === 'closed'
      ? undefined
      : {
          case_id: facts.case_id,
          case_type: facts.case_type,
          case_number: facts.case_number,
          status: facts.status,
          channel: facts.channel,
          matter: facts.matter,
          area: facts.area,
          unit: facts.unit ?? '',
          received_on: facts.received_on,
          due_on: facts.due_on ?? noTerm,
          reminders: facts.reminders,
        },
};
