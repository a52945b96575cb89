import type { Basis, YearTotal } from '@app/projections';
import { type AnyOf, type FactsWhere, times } from './statistics/condition';

/** What a case may be counted by: columns that `year_totals` and `case_facts` have in common. */
export type Dimension = 'case_type' | 'channel' | 'kind' | 'route' | 'unit' | 'outcome' | 'timing';

/** Which cases belong to a year: those with that date in it, or those that were open when it began (`carried-in`) or ended (`carried-out`). */
export type CaseBasis = Basis | 'carried-in' | 'carried-out';

/** A question that a number of cases answers: what puts a case into the year, and what else must hold. `''` means the fact is unknown. */
export interface Measure {
  readonly basis: CaseBasis;
  readonly where: Readonly<Partial<Record<Dimension, string | readonly string[]>>>;
}

/** A row of the cube; one that is summed over some dimensions leaves them out. */
export type CubeRow = Pick<YearTotal, 'basis' | 'year' | 'n'> & Partial<YearTotal>;

const dimensionsOf = ({ where }: Measure): (readonly [Dimension, readonly string[]])[] =>
  (Object.entries(where) as [Dimension, string | readonly string[]][]).map(([column, value]) => [
    column,
    typeof value === 'string' ? [value] : value,
  ]);

/** Totals count work orders: a case merged into another as its duplicate was only a call. */
export const notMerged: FactsWhere = { merged_into: null };

const openAfter = (year: number): AnyOf => [
  { received_year: { lte: year }, answered_year: { gt: year } },
  { received_year: { lte: year }, answered_year: null, closed_year: [null, { gt: year }] },
];

/** Lists that never share a case. */
const inYear: Readonly<Record<CaseBasis, (year: number) => AnyOf>> = {
  received: (year) => [{ received_year: year }],
  answered: (year) => [{ answered_year: year }],
  closed: (year) => [{ closed_year: year }],
  settled: (year) => [{ answered_year: year }, { answered_year: null, closed_year: year }],
  'carried-in': (year) => openAfter(year - 1),
  'carried-out': (year) => openAfter(year),
};

const valuesOf = (values: readonly string[]) => values.map((value) => value || null);

/** What ended without an answer counts by how it ended. */
const byOutcome = (basis: CaseBasis, values: readonly string[]): AnyOf => {
  const outcome = valuesOf(values);
  if (basis !== 'settled') return [{ outcome }];
  const stated = outcome.filter((value) => value !== null);
  const unstated = outcome.includes(null) ? [{ outcome: null, disposal: null }] : [];
  return [{ outcome: stated }, { outcome: null, disposal: stated }, ...unstated];
};

/** The lists of `case_facts` that the measure counts, its drill-down; no case is on two of them. What is '' in the cube is NULL there. */
export const factsLists = (measure: Measure, year: number): AnyOf =>
  dimensionsOf(measure).reduce<AnyOf>(
    (lists, [column, values]) =>
      times(
        lists,
        column === 'outcome'
          ? byOutcome(measure.basis, values)
          : [{ [column]: values.length === 1 ? values[0] || null : valuesOf(values) }],
      ),
    times(inYear[measure.basis](year), [notMerged]),
  );

const isAmong = (measure: Measure, row: CubeRow): boolean =>
  dimensionsOf(measure).every(([column, values]) => {
    const value = row[column];
    if (value === undefined) throw new Error(`the totals were fetched without ${column}`);
    return values.includes(value);
  });

/** Open at the end of a year is what was received until then and not settled by then. */
const weights: Readonly<Record<CaseBasis, (row: CubeRow, year: number) => 1 | 0 | -1>> = {
  received: (row, year) => (row.basis === 'received' && row.year === year ? 1 : 0),
  answered: (row, year) => (row.basis === 'answered' && row.year === year ? 1 : 0),
  closed: (row, year) => (row.basis === 'closed' && row.year === year ? 1 : 0),
  settled: (row, year) => (row.basis === 'settled' && row.year === year ? 1 : 0),
  'carried-in': (row, year) => stillOpen(row, year - 1),
  'carried-out': (row, year) => stillOpen(row, year),
};

const stillOpen = ({ basis, year: of }: CubeRow, year: number): 1 | 0 | -1 => {
  if (of > year) return 0;
  if (basis === 'received') return 1;
  return basis === 'settled' ? -1 : 0;
};

/** Whether the measure is about what was carried over, and so about earlier years as well. */
export const isCarried = ({ basis }: Measure): boolean => basis === 'carried-in' || basis === 'carried-out';

/** Answers measures from rows of the cube that were fetched once: those of the year, and for what was carried over of all years before. */
export const totalsOver =
  (year: number, rows: readonly CubeRow[]) =>
  (measure: Measure): number =>
    rows.reduce((sum, row) => {
      const weight = weights[measure.basis](row, year);
      return weight !== 0 && isAmong(measure, row) ? sum + weight * row.n : sum;
    }, 0);
