import type { Basis, CaseFacts, YearTotal } from '@app/projections';

/** What a case may be counted by: columns that `year_totals` and `case_facts` have in common. */
export type Dimension = 'case_type' | 'channel' | 'kind' | 'unit' | 'outcome' | 'timing';

/** A question that a number of cases answers: which date puts a case into the year, and what else must hold. `''` means the fact is unknown. */
export interface Measure {
  readonly basis: Basis;
  readonly where: Readonly<Partial<Record<Dimension, string | readonly string[]>>>;
}

/** The column holds one of these values; `null` among them means that it may be NULL. Conditions of a list hold together. */
export interface Condition<C extends string> {
  readonly column: C;
  readonly op: 'in';
  readonly value: readonly (string | number | null)[];
}

export type CubeCondition = Condition<keyof YearTotal>;
export type FactsCondition = Condition<keyof CaseFacts>;

/** A row of the cube; one that is summed over some dimensions leaves them out. */
export type CubeRow = Pick<YearTotal, 'basis' | 'year' | 'n'> & Partial<YearTotal>;

const isOneOf = <C extends string>(column: C, value: Condition<C>['value']): Condition<C> => ({ column, op: 'in', value });

const dimensionsOf = ({ where }: Measure): (readonly [Dimension, readonly string[]])[] =>
  (Object.entries(where) as [Dimension, string | readonly string[]][]).map(([column, value]) => [
    column,
    typeof value === 'string' ? [value] : value,
  ]);

/** The rows of `year_totals` whose `n` add up to the measure. */
export const cubeConditions = (measure: Measure, year: number): readonly CubeCondition[] => [
  isOneOf('basis', [measure.basis]),
  isOneOf('year', [year]),
  ...dimensionsOf(measure).map(([column, values]) => isOneOf(column, values)),
];

/** Totals count work orders: a case merged into another as its duplicate was only a call. */
export const notMerged: FactsCondition = { column: 'merged_into', op: 'in', value: [null] };

/** The rows of `case_facts` that the measure counts: its drill-down. What is '' in the cube is NULL there. */
export const factsConditions = (measure: Measure, year: number): readonly FactsCondition[] => [
  isOneOf(`${measure.basis}_year`, [year]),
  notMerged,
  ...dimensionsOf(measure).map(([column, values]) =>
    isOneOf(
      column,
      values.map((value) => value || null),
    ),
  ),
];

/** Whether the measure counts this row of the cube. A dimension that was summed away cannot be asked for. */
export const matches = (measure: Measure, year: number, row: CubeRow): boolean =>
  row.basis === measure.basis &&
  row.year === year &&
  dimensionsOf(measure).every(([column, values]) => {
    const value = row[column];
    if (value === undefined) throw new Error(`the totals were fetched without ${column}`);
    return values.includes(value);
  });

/** Answers measures from rows of the cube that were fetched once. */
export const totalsOver =
  (year: number, rows: readonly CubeRow[]) =>
  (measure: Measure): number =>
    rows.reduce((sum, row) => (matches(measure, year, row) ? sum + row.n : sum), 0);
