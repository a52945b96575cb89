import type { Metric } from '../metric';
import { disclosureMetrics } from './disclosure';
import { handling } from './handling';
import { proposalMetrics } from './proposals';
import { satisfactionMetrics } from './satisfaction';
import { timeliness } from './timeliness';
import { volumes } from './volumes';

export { notCounted, type NotCounted } from './not-counted';

/** Everything that can be reckoned from cases, in the order in which it is listed. */
export const metrics: readonly Metric[] = [
  ...volumes,
  ...timeliness,
  ...handling,
  ...satisfactionMetrics,
  ...proposalMetrics,
  ...disclosureMetrics,
];

const byId = new Map(metrics.map((metric) => [metric.id, metric]));

/** The metric of this id, or undefined. */
export const findMetric = (id: string): Metric | undefined => byId.get(id);
