import type { SatisfactionTotal } from '@app/projections';
import { notMerged } from './measure';
import type { FactsWhere } from './statistics/condition';
import { type RatingCounts, type Reply, type SatisfactionFormulaId, satisfactionFormulas } from './satisfaction';

/** Whose ratings: columns that `satisfaction` and `case_facts` have in common. */
export type RatedCases = Readonly<Partial<Record<'case_type' | 'channel' | 'unit', string>>>;

/** A row of `satisfaction`; one that is summed over some columns leaves them out. */
export type RatingRow = Pick<SatisfactionTotal, 'year' | 'rating' | 'n'> & Partial<SatisfactionTotal>;

/** Answers whose ratings they were from rows that were fetched once. */
export const ratingsOver =
  (year: number, rows: readonly RatingRow[]) =>
  (cases: RatedCases): RatingCounts => {
    const counts: Partial<Record<Reply, number>> = {};
    for (const row of rows) {
      if (row.year !== year || !matchesCases(cases, row)) continue;
      const reply = row.rating as Reply;
      counts[reply] = (counts[reply] ?? 0) + row.n;
    }
    return counts;
  };

const matchesCases = (cases: RatedCases, row: RatingRow): boolean =>
  Object.entries(cases).every(([column, value]) => {
    const found = row[column as keyof RatedCases];
    if (found === undefined) throw new Error(`the ratings were fetched without ${column}`);
    return found === value;
  });

/** The rows of `case_facts` that one side of the rate counts: its drill-down. */
export const ratedFacts = (id: SatisfactionFormulaId, side: 'numerator' | 'denominator', cases: RatedCases, year: number): FactsWhere => ({
  closed_year: year,
  ...notMerged,
  ...cases,
  rating: satisfactionFormulas[id][side].map((reply) => reply || null),
});
