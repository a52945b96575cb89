import type { CaseFacts, Cell } from '@app/projections';
import { type Ask, dimensions, filtered, type Grouping } from './ask';
import { type AnyOf, everyCase, type FactsWhere, times, together } from './condition';
import { periodRules, type PeriodRule } from './period-rules';

export type Side = 'numerator' | 'denominator';

export type GroupColumn = keyof CaseFacts | { readonly month: keyof CaseFacts };

/** A row as the read store gives it: the columns it was grouped by, and a number for each side. */
export type CountedRow = Readonly<Record<string, Cell>> & Readonly<Record<Side, number>>;

/** An ask as one statement: the cases, what they are grouped by, and what is counted of them. */
export interface Question {
  readonly where: FactsWhere;
  readonly groupBy: readonly GroupColumn[];
  readonly counts: Readonly<Record<Side, AnyOf>>;
}

const ofCases = ({ metric, variant }: Ask): FactsWhere => ({
  ...(metric.caseTypes && { case_type: metric.caseTypes }),
  ...(!variant.withMerged && { merged_into: null }),
});

const inPeriod = ({ variant, period }: Ask): AnyOf => periodRules[variant.period].cases(period);

/** What every case must meet, and what one must meet of several: a statement reads as few rows as the first allows. */
const split = (cases: AnyOf): readonly [must: FactsWhere, oneOf: AnyOf] => {
  const [first = {}] = cases;
  return cases.length === 1 ? [first, everyCase] : [{}, cases];
};

/** The case is the unit's when the unit has it, or had it and returned it. */
const unitsCases = (unit: string | null): AnyOf => (unit === null ? [{ unit }] : [{ unit }, { unit: { not: unit }, returned_by: unit }]);

const unitSides = ({ variant, filters: { unit } }: Ask): Readonly<Record<Side, AnyOf>> =>
  variant.unitsAreThoseThatReturned && unit !== undefined
    ? { denominator: unitsCases(unit), numerator: [{ returned_by: unit }] }
    : { denominator: everyCase, numerator: everyCase };

const countsOf = (ask: Ask): Question['counts'] => {
  const { variant, period } = ask;
  const sides = unitSides(ask);
  const [, oneOf] = split(inPeriod(ask));
  const base = times(oneOf, variant.denominator ?? everyCase);
  const counted = variant.countedIn ? periodRules[variant.countedIn].cases(period) : everyCase;
  const numerator = times(times(times(base, variant.numerator), counted), sides.numerator);
  return { numerator, denominator: variant.denominator ? times(base, sides.denominator) : [] };
};

const groupColumns = ({ variant, by }: Ask): readonly GroupColumn[] => {
  if (by === undefined) return [];
  if (by !== 'month') return by === 'unit' && variant.unitsAreThoseThatReturned ? ['unit', 'returned_by'] : [dimensions[by]];
  const { date }: PeriodRule = periodRules[variant.period];
  if (date === undefined) throw new Error('these cases belong to more than one month');
  return [{ month: date }];
};

/** Whether the ask can be answered by these groups. */
export const canGroupBy = ({ period }: Ask['variant'], by: Grouping): boolean =>
  by !== 'month' || (periodRules[period] as PeriodRule).date !== undefined;

export const questionOf = (ask: Ask): Question => {
  const [must] = split(inPeriod(ask));
  return { where: together(together(ofCases(ask), filtered(ask)), must), groupBy: groupColumns(ask), counts: countsOf(ask) };
};

/** The cases behind one side of the figure: those that meet any of these. No case meets two. */
export const casesOf = (ask: Ask, side: Side): AnyOf => {
  const { where, counts } = questionOf({ ...ask, by: undefined });
  return times([where], counts[side]);
};
