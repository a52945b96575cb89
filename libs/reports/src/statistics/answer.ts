import type { Sentence } from '@app/cases';
import type { Cell } from '@app/projections';
import { percentage, type Rounding } from '../satisfaction';
import { type Ask, dimensions, type Filters, type Grouping } from './ask';
import type { Period } from './period';
import { periodRules } from './period-rules';
import type { CountedRow } from './question';
import { unitsInvolved } from './units-involved';

/** A figure with what it was made of. Exact numbers; only the text is rounded. */
export interface StatisticFigure {
  readonly numerator: number;
  /** Of a rate. */
  readonly denominator?: number;
  /** The count, or per cent without the sign; absent when there is nothing to divide by. */
  readonly value?: string;
  /** `772`, `97.30%`, or `—` for no data: a rate over no cases is neither 0 nor 100. */
  readonly text: string;
}

export type StatisticGroup = StatisticFigure & Readonly<Partial<Record<Grouping, string | null>>>;

/** An answer with all it takes to work it out again. */
export interface Statistic extends StatisticFigure {
  readonly metric: string;
  readonly title: Sentence;
  readonly kind: 'rate' | 'count';
  readonly variant: string;
  readonly formula: Sentence;
  readonly periodRule: { readonly id: string; readonly title: Sentence };
  readonly period: Period;
  readonly rounding?: Rounding;
  readonly filters: Filters;
  readonly by?: Grouping;
  readonly items?: readonly StatisticGroup[];
}

interface Counts {
  readonly numerator: number;
  readonly denominator: number;
}

const nothing: Counts = { numerator: 0, denominator: 0 };

const added = (one: Counts, { numerator = 0, denominator = 0 }: Partial<Counts>): Counts => ({
  numerator: one.numerator + numerator,
  denominator: one.denominator + denominator,
});

const figureOf = (kind: 'rate' | 'count', { numerator, denominator }: Counts, rounding: Rounding): StatisticFigure => {
  if (kind === 'count') return { numerator, value: String(numerator), text: String(numerator) };
  const value = percentage(numerator, denominator, rounding);
  return value === undefined ? { numerator, denominator, text: '—' } : { numerator, denominator, value, text: `${value}%` };
};

/** Counts by the value of the group. */
const grouped = (rows: readonly CountedRow[], keyOf: (row: CountedRow) => readonly (readonly [Cell, Partial<Counts>])[]) => {
  const groups = new Map<Cell, Counts>();
  for (const row of rows) for (const [key, counts] of keyOf(row)) groups.set(key, added(groups.get(key) ?? nothing, counts));
  return groups;
};

const groupsOf = ({ variant, by, filters }: Ask & { by: Grouping }, rows: readonly CountedRow[]): ReadonlyMap<Cell, Counts> => {
  if (by === 'unit' && variant.unitsAreThoseThatReturned) {
    const groups = grouped(rows, unitsInvolved);
    return filters.unit === undefined ? groups : new Map([...groups].filter(([unit]) => unit === filters.unit));
  }
  const column = by === 'month' ? 'month' : dimensions[by];
  return grouped(rows, (row) => [[row[column] ?? null, row]]);
};

const itemsOf = (ask: Ask & { by: Grouping }, rows: readonly CountedRow[], rounding: Rounding): readonly StatisticGroup[] =>
  [...groupsOf(ask, rows)].map(([key, counts]) => ({ [ask.by]: key, ...figureOf(ask.metric.kind, counts, rounding) }));

export const answerOf = (ask: Ask, rows: readonly CountedRow[], rounding: Rounding): Statistic => {
  const { metric, variant, period, filters, by } = ask;
  const total = rows.reduce(added, nothing);
  return {
    metric: metric.id,
    title: metric.title,
    kind: metric.kind,
    variant: variant.id,
    formula: variant.formula,
    periodRule: { id: variant.period, title: periodRules[variant.period].title },
    period,
    filters,
    ...(metric.kind === 'rate' && { rounding }),
    ...figureOf(metric.kind, total, rounding),
    ...(by !== undefined && { by, items: itemsOf({ ...ask, by }, rows, rounding) }),
  };
};
