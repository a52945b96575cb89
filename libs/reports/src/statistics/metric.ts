import type { CaseTypeName, LocalRules, Sentence } from '@app/cases';
import type { AnyOf } from './condition';
import type { PeriodRuleId } from './period-rules';

/** One way of reckoning a metric. Offices use several under one name, so a figure is never shown without its own. */
export interface Variant {
  readonly id: string;
  readonly formula: Sentence;
  readonly period: PeriodRuleId;
  /** The cases that a rate is taken over; of a count there are none. */
  readonly denominator?: AnyOf;
  /** The cases counted; of a rate, what must hold besides the denominator's conditions. */
  readonly numerator: AnyOf;
  /** By which the cases counted must fall into the period besides. */
  readonly countedIn?: PeriodRuleId;
  /** A case is laid to every unit that had it, and to the one that returned it, not to the one that has it now. */
  readonly unitsAreThoseThatReturned?: true;
  /** Duplicates that were merged into another case count as well. */
  readonly withMerged?: true;
}

type StatisticsLocal = LocalRules['statistics'];

export interface Metric {
  readonly id: string;
  readonly title: Sentence;
  readonly kind: 'rate' | 'count';
  /** The types of case it has a meaning for; all of them when absent. */
  readonly caseTypes?: readonly CaseTypeName[];
  readonly variants: readonly [Variant, ...Variant[]];
  /** Which variant the local rules choose; the first where they have nothing to say. */
  readonly chosen?: (local: StatisticsLocal) => string;
}

/** The variant of this id, or undefined. */
export const findVariant = ({ variants }: Metric, id: string): Variant | undefined => variants.find((variant) => variant.id === id);

/** The variant that the local rules choose. */
export const usualVariant = (metric: Metric, local: StatisticsLocal): Variant => {
  const chosen = metric.chosen?.(local);
  return (chosen === undefined ? undefined : findVariant(metric, chosen)) ?? metric.variants[0];
};
