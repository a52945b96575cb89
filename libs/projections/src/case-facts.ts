import { type CaseFacts, factColumns, nullableFacts } from './case-facts.columns';
import type { Table } from './projection';

export type { CaseFacts } from './case-facts.columns';

export const caseFactsTable: Table<CaseFacts> = {
  name: 'case_facts',
  columns: factColumns,
  nullable: nullableFacts,
  key: ['case_id'],
  // The number comes last in each: a list of the cases behind a figure is in its order, and must not be sorted for its first page.
  indexes: [
    ['case_type', 'received_year', 'case_number'],
    ['case_type', 'answered_year', 'case_number'],
    ['case_type', 'closed_year', 'case_number'],
    ['accused'],
    ['case_number'],
    ['source_number', 'source'],
  ],
};
