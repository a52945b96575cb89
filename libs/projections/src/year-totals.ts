import type { CaseFacts } from './case-facts';
import type { Table, Tally } from './projection';

/** By which date a case falls into a year: when it was received, answered, closed, or settled: answered, or else closed without an answer. */
export type Basis = 'received' | 'answered' | 'closed' | 'settled';

/** A counter of cases. `n` cases share the other columns; their names are those of `case_facts`, '' where the fact is unknown. */
export type YearTotal = {
  readonly basis: Basis;
  readonly year: number;
  readonly month: number;
  readonly case_type: string;
  readonly channel: string;
  readonly kind: string;
  readonly route: string;
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
    route: 'text',
    unit: 'text',
    outcome: 'text',
    timing: 'text',
    n: 'integer',
  },
  nullable: [],
  key: ['basis', 'year', 'month', 'case_type', 'channel', 'kind', 'route', 'unit', 'outcome', 'timing'],
  indexes: [],
};

const bases: readonly (readonly [Basis, 'received_on' | 'answered_on' | 'closed_on'])[] = [
  ['received', 'received_on'],
  ['answered', 'answered_on'],
  ['closed', 'closed_on'],
];

/** Only of these do forms ask what was carried over, so only of these is it counted when they were settled. */
const carriedOver: readonly string[] = ['disclosure', 'proceeding'];

/** The day on which a case got its answer, or ended without one. */
export const settledOn = ({ answered_on, closed_on }: Pick<CaseFacts, 'answered_on' | 'closed_on'>): string | null =>
  answered_on ?? closed_on;

type Entry = Omit<YearTotal, 'n'>;

const entryOf = (facts: CaseFacts, basis: Basis, on: string): Entry => ({
  basis,
  year: Number(on.slice(0, 4)),
  month: Number(on.slice(5, 7)),
  case_type: facts.case_type,
  channel: facts.channel,
  kind: facts.kind ?? '',
  route: facts.route ?? '',
  unit: facts.unit ?? '',
  outcome: facts.outcome ?? '',
  timing: facts.timing ?? '',
});

export const yearTotals: Tally<CaseFacts> = {
  kind: 'tally',
  reads: ['received_on', 'answered_on', 'closed_on', 'channel', 'kind', 'route', 'unit', 'outcome', 'disposal', 'timing', 'merged_into'],
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
    const settled = carriedOver.includes(facts.case_type) ? settledOn(facts) : null;
    // What ended without an answer counts by how it ended.
    if (settled !== null) entries.push({ ...entryOf(facts, 'settled', settled), outcome: facts.outcome ?? facts.disposal ?? '' });
    return entries;
  },
};
