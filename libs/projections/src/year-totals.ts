import type { CaseFacts } from './case-facts';
import type { Table, Tally } from './projection';

/** By which date a case falls into a year: when it was received, answered or closed. */
export type Basis = 'received' | 'answered' | 'closed';

/** A counter of cases. `n` cases share the other columns; their names are those of `case_facts`, '' where the fact is unknown. */
export type YearTotal = {
  readonly basis: Basis;
  readonly year: number;
  readonly month: number;
  readonly case_type: string;
  readonly channel: string;
  readonly kind: string;
  readonly unit: string;
  readonly outcome: string;
  readonly timing: string;
  readonly n: number;
};

export const yearTotalsTable: Table<YearTotal> = {
  name: 'year_totals',
  columns: {
    basis: 'text',
    year: 'integer',
    month: 'integer',
    case_type: 'text',
    channel: 'text',
    kind: 'text',
    unit: 'text',
    outcome: 'text',
    timing: 'text',
    n: 'integer',
  },
  nullable: [],
  key: ['basis', 'year', 'month', 'case_type', 'channel', 'kind', 'unit', 'outcome', 'timing'],
  indexes: [],
};

const bases: readonly (readonly [Basis, 'received_on' | 'answered_on' | 'closed_on'])[] = [
  ['received', 'received_on'],
  ['answered', 'answered_on'],
  ['closed', 'closed_on'],
];

type Entry = Omit<YearTotal, 'n'>;

const entryOf = (facts: CaseFacts, basis: Basis, on: string): Entry => ({
  basis,
  year: Number(on.slice(0, 4)),
  month: Number(on.slice(5, 7)),
  case_type: facts.case_type,
  channel: facts.channel,
  kind: facts.kind ?? '',
  unit: facts.unit ?? '',
  outcome: facts.outcome ?? '',
  timing: facts.timing ?? '',
});

export const yearTotals: Tally<CaseFacts> = {
  kind: 'tally',
  reads: ['received_on', 'answered_on', 'closed_on', 'channel', 'kind', 'unit', 'outcome', 'timing', 'merged_into'],
  table: yearTotalsTable,
  // Totals count work orders. A case that was merged into another as its duplicate was a call and no order of its own: it stays among the
  // facts, where calls can be counted, and comes back here when it is taken out again.
  of: (facts) => {
    if (facts.merged_into !== null) return [];
    const entries: Entry[] = [];
    for (const [basis, column] of bases) {
      const on = facts[column];
      if (on !== null) entries.push(entryOf(facts, basis, on));
    }
    return entries;
  },
};
