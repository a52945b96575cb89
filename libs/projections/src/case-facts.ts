import type { Table } from './projection';

/** One row of facts per case: the source of every computed figure. A figure and the list of its cases are the same conditions on it. */
export type CaseFacts = {
  readonly case_id: string;
  readonly case_type: string;
  readonly case_number: string;
  readonly status: string;
  readonly channel: string;
  /** The type's own classification: kind of matter, of applicant, of proceeding. */
  readonly kind: string | null;
  readonly matter: string | null;
  readonly area: string | null;
  /** The unit that holds or last held the case. */
  readonly unit: string | null;
  readonly received_on: string;
  readonly received_year: number;
  readonly routed_on: string | null;
  readonly signed_in_on: string | null;
  readonly due_on: string | null;
  readonly due_rule: string | null;
  /** 1 when the term was ever extended. */
  readonly extended: number;
  readonly answered_on: string | null;
  readonly answered_year: number | null;
  /** `on-time`, `extended` (within an extended term) or `late`; null while unanswered or without a term. */
  readonly timing: string | null;
  readonly outcome: string | null;
  readonly rating: string | null;
  readonly rated_on: string | null;
  readonly closed_on: string | null;
  readonly closed_year: number | null;
  readonly reminders: number;
  readonly appealed: number;
  readonly litigated: number;
  /** 1 when the personal data has been erased. */
  readonly erased: number;
  /** Upstream system and its work-order number. */
  readonly source: string | null;
  readonly source_number: string | null;
  readonly revision: number;
  readonly position: number;
};

export const caseFactsTable: Table<CaseFacts> = {
  name: 'case_facts',
  columns: {
    case_id: 'text',
    case_type: 'text',
    case_number: 'text',
    status: 'text',
    channel: 'text',
    kind: 'text',
    matter: 'text',
    area: 'text',
    unit: 'text',
    received_on: 'text',
    received_year: 'integer',
    routed_on: 'text',
    signed_in_on: 'text',
    due_on: 'text',
    due_rule: 'text',
    extended: 'integer',
    answered_on: 'text',
    answered_year: 'integer',
    timing: 'text',
    outcome: 'text',
    rating: 'text',
    rated_on: 'text',
    closed_on: 'text',
    closed_year: 'integer',
    reminders: 'integer',
    appealed: 'integer',
    litigated: 'integer',
    erased: 'integer',
    source: 'text',
    source_number: 'text',
    revision: 'integer',
    position: 'integer',
  },
  nullable: [
    'kind',
    'matter',
    'area',
    'unit',
    'routed_on',
    'signed_in_on',
    'due_on',
    'due_rule',
    'answered_on',
    'answered_year',
    'timing',
    'outcome',
    'rating',
    'rated_on',
    'closed_on',
    'closed_year',
    'source',
    'source_number',
  ],
  key: ['case_id'],
  indexes: [
    ['case_type', 'received_year'],
    ['case_type', 'answered_year'],
    ['case_type', 'closed_year'],
    ['case_number'],
    ['source_number', 'source'],
  ],
};
