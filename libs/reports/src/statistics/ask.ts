import type { CaseFacts } from '@app/projections';
import type { FactsWhere } from './condition';
import type { Metric, Variant } from './metric';
import type { Period } from './period';

/** What cases may be told apart by. */
export const dimensions = {
  caseType: 'case_type',
  unit: 'unit',
  channel: 'channel',
  kind: 'kind',
  platform: 'platform',
  urgency: 'urgency',
  matter: 'matter',
  area: 'area',
} as const satisfies Record<string, keyof CaseFacts>;

export type DimensionName = keyof typeof dimensions;

/** Only cases of which this is so; null: of which nothing is known. */
export type Filters = Readonly<Partial<Record<DimensionName, string | null>>>;

export type Grouping = DimensionName | 'month';

/** A question to be answered with a figure, or with one for each group. */
export interface Ask {
  readonly metric: Metric;
  readonly variant: Variant;
  readonly period: Period;
  readonly filters: Filters;
  readonly by?: Grouping | undefined;
}

/** The filters as conditions, but the one on units when units are those that returned. */
export const filtered = ({ filters, variant }: Ask): FactsWhere =>
  Object.fromEntries(
    (Object.entries(filters) as [DimensionName, string | null][])
      .filter(([name]) => !(name === 'unit' && variant.unitsAreThoseThatReturned))
      .map(([name, value]) => [dimensions[name], value]),
  );
