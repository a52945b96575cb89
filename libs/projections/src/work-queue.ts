import type { CaseFacts } from './case-facts';
import type { Table, View } from './projection';

/** What is still to be done, by whom and by when: the cases that are neither closed nor merged into others. */
export type QueueItem = {
  readonly case_id: string;
  readonly case_type: string;
  readonly case_number: string;
  readonly status: string;
  readonly channel: string;
  readonly kind: string | null;
  readonly matter: string | null;
  readonly area: string | null;
  readonly urgency: string | null;
  readonly confidential: number;
  readonly accused: string | null;
  /** Empty while nobody holds it. */
  readonly unit: string;
  readonly received_on: string;
  /** The last day of the answer's term; `9999-12-31` where no clock runs: without a term, while paused, and when answered. */
  readonly due_on: string;
  /** From this day on it is due soon; null where no clock runs. */
  readonly soon_on: string | null;
  /** 1 when it is recorded that the term has run out: of a term in hours that may be before the last day is over. */
  readonly missed: number;
  readonly paused: number;
  readonly reminders: number;
  readonly level: number;
  readonly instructed: number;
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
    kind: 'text',
    matter: 'text',
    area: 'text',
    urgency: 'text',
    confidential: 'integer',
    accused: 'text',
    unit: 'text',
    received_on: 'text',
    due_on: 'text',
    soon_on: 'text',
    missed: 'integer',
    paused: 'integer',
    reminders: 'integer',
    level: 'integer',
    instructed: 'integer',
  },
  nullable: ['kind', 'matter', 'area', 'urgency', 'accused', 'soon_on'],
  key: ['case_id'],
  indexes: [['unit']],
};

type TermCells = Pick<QueueItem, 'due_on' | 'soon_on' | 'missed'>;

const noClock: TermCells = { due_on: noTerm, soon_on: null, missed: 0 };

const termOf = ({ clock, paused, due_on, soon_on }: CaseFacts): TermCells =>
  clock === null || paused === 1 || due_on === null ? noClock : { due_on, soon_on, missed: clock === 'missed' ? 1 : 0 };

const isDone = ({ status }: CaseFacts): boolean => status === 'closed' || status === 'merged';

export const workQueue: View<CaseFacts, QueueItem> = {
  kind: 'view',
  table: workQueueTable,
  reads: [
    'case_number',
    'status',
    'channel',
    'kind',
    'matter',
    'area',
    'urgency',
    'confidential',
    'accused',
    'unit',
    'received_on',
    'due_on',
    'soon_on',
    'clock',
    'paused',
    'reminders',
    'level',
    'instructed',
  ],
  of: (facts) => {
    if (isDone(facts)) return undefined;
    const { due_on, soon_on, missed } = termOf(facts);
    return {
      case_id: facts.case_id,
      case_type: facts.case_type,
      case_number: facts.case_number,
      status: facts.status,
      channel: facts.channel,
      kind: facts.kind,
      matter: facts.matter,
      area: facts.area,
      urgency: facts.urgency,
      confidential: facts.confidential,
      accused: facts.accused,
      unit: facts.unit ?? '',
      received_on: facts.received_on,
      due_on,
      soon_on,
      missed,
      paused: facts.paused,
      reminders: facts.reminders,
      level: facts.level,
      instructed: facts.instructed,
    };
  },
};
