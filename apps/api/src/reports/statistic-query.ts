import { Malformed, parseShape } from '@app/case-handling';
import { CalendarDate, caseTypeNames, Channel, Label, type LocalRules, UnitCode } from '@app/cases';
import {
  type Ask,
  canGroupBy,
  dimensions,
  type DimensionName,
  type Filters,
  findVariant,
  type Grouping,
  type Metric,
  type Period,
  periodBetween,
  periodNamed,
  type Rounding,
  usualVariant,
  type Variant,
} from '@app/reports';
import { z } from 'zod';
import { PageParameters } from './parameters';
import { MomentParameters } from './report-choice';

const groupings = ['month', ...(Object.keys(dimensions) as DimensionName[])] as const satisfies readonly Grouping[];

/** Empty: only cases of which nothing is known. */
const orNone = (shape: z.ZodType<string>) => z.union([shape, z.literal('')]).optional();

const filters = {
  caseType: z.enum(caseTypeNames).optional(),
  unit: orNone(UnitCode),
  channel: Channel.optional(),
  kind: orNone(Label),
  platform: orNone(Label),
  urgency: orNone(Label),
  matter: orNone(Label),
  area: orNone(Label),
};

const rounding = {
  rounding: z.enum(['half-up', 'truncate']).optional(),
  places: z.coerce.number().int().min(0).max(4).optional(),
};

const periodName = z.string().max(10).meta({ description: 'A month, a quarter or a year: 2023-09, 2017-Q2, 2011.' });

export const StatisticParameters = z.strictObject({
  period: periodName.optional(),
  from: CalendarDate.optional(),
  to: CalendarDate.optional(),
  variant: z.string().max(40).optional(),
  by: z.enum(groupings).optional(),
  ...filters,
  ...rounding,
  ...MomentParameters.shape,
});

export const StatisticCasesParameters = StatisticParameters.omit({ by: true, rounding: true, places: true }).extend({
  side: z.enum(['numerator', 'denominator']).default('numerator'),
  ...PageParameters.shape,
});

export const BulletinParameters = z.strictObject({ period: periodName, ...rounding, ...MomentParameters.shape });

const malformed = (pointer: string, message: string): Malformed => new Malformed([{ pointer, message }]);

type Stated = z.infer<typeof StatisticParameters>;

/** The local rules by which a period is reckoned. */
type RulesFor = (period: Period) => LocalRules;

const named = (name: string): Period => {
  const period = periodNamed(name);
  if (!period) throw malformed('/period', 'must be a month, a quarter or a year: 2023-09, 2017-Q2, 2011');
  return period;
};

const periodIn = ({ period, from, to }: Pick<Stated, 'period' | 'from' | 'to'>): Period => {
  if ((period === undefined) === (from === undefined && to === undefined)) throw malformed('/period', 'state a period, or from and to');
  if (period !== undefined) return named(period);
  if (from === undefined || to === undefined || from > to) throw malformed('/to', 'state both from and to, in their order');
  return periodBetween(from, to);
};

const variantIn = (metric: Metric, { variant }: Pick<Stated, 'variant'>, period: Period, rulesFor: RulesFor): Variant => {
  if (variant === undefined) return usualVariant(metric, rulesFor(period).statistics);
  const found = findVariant(metric, variant);
  if (!found) throw malformed('/variant', `must be one of ${metric.variants.map(({ id }) => id).join(', ')}`);
  return found;
};

const filtersIn = (metric: Metric, stated: Partial<Record<DimensionName, string | undefined>>): Filters => {
  const { caseType } = stated;
  if (caseType !== undefined && metric.caseTypes?.every((type) => type !== caseType))
    throw malformed('/caseType', `must be one of ${metric.caseTypes.join(', ')}`);
  const given = (Object.keys(dimensions) as DimensionName[]).filter((name) => stated[name] !== undefined);
  return Object.fromEntries(given.map((name) => [name, stated[name] || null]));
};

/** What is asked for of a metric. @throws Malformed */
export const askIn = (metric: Metric, stated: Omit<Stated, 'by' | 'rounding' | 'places'>, rulesFor: RulesFor): Ask => {
  const period = periodIn(stated);
  return { metric, variant: variantIn(metric, stated, period, rulesFor), period, filters: filtersIn(metric, stated) };
};

/** The same, for a figure or one for each group. @throws Malformed */
export const groupedAskIn = (metric: Metric, stated: Stated, rulesFor: RulesFor): Ask => {
  const ask = askIn(metric, stated, rulesFor);
  const { by } = stated;
  if (by && !canGroupBy(ask.variant, by)) throw malformed('/by', 'these cases belong to more than one month');
  return { ...ask, by };
};

/** As local rules say, unless stated otherwise. */
export const roundingIn = (
  { rounding: mode, places }: Pick<Stated, 'rounding' | 'places'>,
  period: Period,
  rulesFor: RulesFor,
): Rounding => {
  const usual = rulesFor(period).statistics.rounding;
  return { mode: mode ?? usual.mode, places: (places ?? usual.places) as Rounding['places'] };
};

/** @throws Malformed */
export const bulletinQueryIn = (
  query: unknown,
): { readonly period: Period; readonly stated: Pick<Stated, 'rounding' | 'places' | 'asOf' | 'atPosition'> } => {
  const { period, ...stated } = parseShape(BulletinParameters, query);
  return { period: named(period), stated };
};
