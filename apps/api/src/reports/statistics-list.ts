import type { LocalRules } from '@app/cases';
import { bulletins, type Metric, metrics, notCounted, periodRules, usualVariant } from '@app/reports';

const described = (metric: Metric, local: LocalRules['statistics']) => ({
  id: metric.id,
  title: metric.title,
  kind: metric.kind,
  caseTypes: metric.caseTypes,
  usual: usualVariant(metric, local).id,
  variants: metric.variants.map(({ id, formula, period }) => ({
    id,
    formula,
    periodRule: { id: period, title: periodRules[period].title },
  })),
});

/** What can be asked for, by which variants, and which of them local rules choose today. */
export const statisticsList = (local: LocalRules['statistics']) => ({
  items: metrics.map((metric) => described(metric, local)),
  notCounted,
  bulletins: bulletins.map(({ id, version, title }) => ({ id, version, title })),
});
