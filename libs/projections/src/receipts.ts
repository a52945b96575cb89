import type { RowProjection, Table } from './projection';

/** What became of an event that an intake system reported: `recorded` on its case, `parked` until its case is ready, or `rejected`. */
export type Receipt = {
  readonly receipt_id: string;
  readonly status: string;
  readonly source: string;
  readonly source_id: string;
  readonly type: string;
  readonly subject: string;
  readonly case_type: string | null;
  readonly case_id: string | null;
  readonly reason: string | null;
  readonly position: number;
};

export const receiptsTable: Table<Receipt> = {
  name: 'receipts',
  columns: {
    receipt_id: 'text',
    status: 'text',
    source: 'text',
    source_id: 'text',
    type: 'text',
    subject: 'text',
    case_type: 'text',
    case_id: 'text',
    reason: 'text',
    position: 'integer',
  },
  nullable: ['case_type', 'case_id', 'reason'],
  key: ['receipt_id'],
  indexes: [['status', 'subject']],
};

const waiting: Readonly<Record<string, string>> = { IntakeEventParked: 'parked', IntakeEventRejected: 'rejected' };

export const receipts: RowProjection<Receipt> = {
  table: receiptsTable,
  keyOf: ({ intake }) => intake && [intake.receipt],
  fold: (_, event) => {
    const { intake, category } = event;
    if (!intake) return {};
    const status = waiting[event.type];
    if (status === undefined && category === 'intake') return {};
    return {
      receipt_id: intake.receipt,
      status: status ?? 'recorded',
      source: intake.source,
      source_id: intake.id,
      type: intake.type,
      subject: intake.subject,
      case_type: status ? null : category,
      case_id: status ? null : event.id,
      reason: typeof event.data.reason === 'string' ? event.data.reason : null,
      position: event.position,
    };
  },
};
