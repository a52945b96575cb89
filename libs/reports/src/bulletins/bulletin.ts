import type { Sentence } from '@app/cases';
import type { Ask, DimensionName, Filters } from '../statistics/ask';
import { findVariant } from '../statistics/metric';
import { findMetric } from '../statistics/metrics';
import type { Period } from '../statistics/period';
import type { Side } from '../statistics/question';

interface Counted {
  readonly metric: string;
  readonly variant: string;
  readonly filters?: Filters;
  /** One line for each value that the cases have. */
  readonly by?: DimensionName;
}

export type Taken =
  | ({ readonly kind: 'rate' } & Counted)
  /** The cases on one side of a metric; the numerator's unless said otherwise. */
  | ({ readonly kind: 'count'; readonly side?: Side } & Counted)
  /** Told by somebody else's count: no case can give it. */
  | { readonly kind: 'declared-elsewhere'; readonly why: Sentence };

export interface Line {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly unit: string;
  readonly taken: Taken;
}

/** The parts of a total; a line that is grouped stands for all of its groups. */
export interface Sum {
  readonly id: string;
  readonly total: string;
  readonly parts: readonly string[];
}

/** What an office prints for a month, a quarter or a year: a list of figures, each with its own formula. */
export interface Bulletin {
  readonly id: string;
  /** Of our table of it: raised when a line changes. */
  readonly version: number;
  readonly title: Sentence;
  readonly filters: Filters;
  readonly lines: readonly Line[];
  readonly sums: readonly Sum[];
}

/** What a line asks of the cases; undefined when it asks nothing. */
export const askOf = ({ id, filters }: Bulletin, { code, taken }: Line, period: Period): Ask | undefined => {
  if (taken.kind === 'declared-elsewhere') return undefined;
  const metric = findMetric(taken.metric);
  const variant = metric && findVariant(metric, taken.variant);
  if (!variant) throw new Error(`${id} asks under ${code} for ${taken.metric} by ${taken.variant}, which there is not`);
  return { metric, variant, period, filters: { ...filters, ...taken.filters }, by: taken.by };
};
