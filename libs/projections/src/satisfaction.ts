import type { CaseFacts } from './case-facts';
import type { Table, Tally } from './projection';

/** Closed work orders by what the citizen said last, in the period in which they were closed. `rating` is '' when nobody asked. */
export type SatisfactionTotal = {
  readonly year: number;
  readonly month: number;
  readonly case_type: string;
  readonly channel: string;
  readonly unit: string;
  readonly rating: string;
  readonly n: number;
};

export const satisfactionTable: Table<SatisfactionTotal> = {
  name: 'satisfaction',
  columns: { year: 'integer', month: 'integer', case_type: 'text', channel: 'text', unit: 'text', rating: 'text', n: 'integer' },
  nullable: [],
  key: ['year', 'month', 'case_type', 'channel', 'unit', 'rating'],
  indexes: [],
};

export const satisfaction: Tally<CaseFacts> = {
  kind: 'tally',
  reads: ['closed_on', 'channel', 'unit', 'rating', 'merged_into'],
  table: satisfactionTable,
  of: ({ closed_on, case_type, channel, unit, rating, merged_into }) =>
    closed_on === null || merged_into !== null
      ? []
      : [
          {
            year: Number(closed_on.slice(0, 4)),
            month: Number(closed_on.slice(5, 7)),
            case_type,
            channel,
            unit: unit ?? '',
            rating: rating ?? '',
          },
        ],
};
