import { type CaseFacts, factColumns, nullableFacts } from './case-facts.columns';
import type { Table } from './projection';

export type { CaseFacts } from './case-facts.columns';

export const caseFactsTable: Table<CaseFacts> = {
  name: 'case_facts',
  columns: factColumns,
  nullable: nullableFacts,
  key: ['case_id'],
  indexes: [
    ['case_type', 'received_year'],
    ['case_type', 'answered_year'],
    ['case_type', 'closed_year'],
    ['case_number'],
    ['source_number', 'source'],
  ],
};
