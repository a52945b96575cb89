import { caseTypeNames } from '@app/cases';
import type { Cell, Origin } from './cell';
import { sumOf } from './decimal';
import { type Figure, type Form, type Row, rowOf } from './form';
import type { Measure } from './measure';
import type { RatedCases } from './ratings';
import { type RatingCounts, satisfactionRate } from './satisfaction';

/**
 * What the log can know: the first and last year in which it holds cases, and, where an office keeps only some of its work here, the
 * types of case it keeps. Outside of it a count of nothing is not a zero.
 */
export interface Coverage {
  readonly firstYear?: number | undefined;
  readonly lastYear?: number | undefined;
  readonly caseTypes?: readonly string[] | undefined;
}

/** What rows are filled in from. */
export interface Filling {
  readonly totals: (measure: Measure) => number;
  readonly ratings: (cases: RatedCases) => RatingCounts;
  /** The declared figures of the year by code. */
  readonly declared: ReadonlyMap<string, { readonly value: string }>;
  readonly coverage: Coverage;
}

type Fill<K extends Figure['kind']> = (context: Context, figure: Extract<Figure, { kind: K }>) => Cell;

interface Context extends Filling {
  readonly form: Form;
  readonly code: string;
  readonly year: number;
}

const blank = (code: string, origin: Origin): Cell => ({ code, state: 'blank', text: '', origin });

const isKnown = ({ coverage, year }: Context, caseType: string | readonly string[] | undefined): boolean => {
  const { firstYear, lastYear } = coverage;
  const kept: readonly string[] = coverage.caseTypes ?? caseTypeNames;
  if (firstYear === undefined || lastYear === undefined || year < firstYear || year > lastYear) return false;
  return [caseType ?? caseTypeNames].flat().every((type) => kept.includes(type));
};

const computed: Fill<'computed'> = (context, { measures }) => {
  const { code, totals } = context;
  if (!measures.every(({ where }) => isKnown(context, where.case_type))) return blank(code, 'computed');
  const value = String(measures.reduce((sum, measure) => sum + totals(measure), 0));
  return { code, state: 'number', value, text: value, origin: 'computed', measures };
};

const declaredAs = ({ code, declared }: Context, codes: readonly string[]): Cell => {
  const values = codes.flatMap((each) => declared.get(each)?.value ?? []);
  if (values.length === 0 || values.length < codes.length) return blank(code, 'declared');
  const value = sumOf(values);
  return { code, state: 'number', value, text: value, origin: 'declared', declared: codes };
};

const declared: Fill<'declared'> = (context, { code, orSumOf }) =>
  orSumOf && !context.declared.has(code) ? declaredAs(context, orSumOf) : declaredAs(context, [code]);

const total: Fill<'total'> = (context, { rows }) => {
  const { form, code, year } = context;
  const parts = rows.map((each) => fillCell(form, rowOf(form, each), year, context));
  const origins = new Set(parts.map((part) => part.origin));
  const origin = origins.size === 1 ? (parts[0]?.origin ?? 'mixed') : 'mixed';
  const values = parts.flatMap((part) => (part.state === 'number' ? part.value : []));
  if (values.length < parts.length) return blank(code, origin);
  const value = sumOf(values);
  return { code, state: 'number', value, text: value, origin };
};

const rate: Fill<'rate'> = (context, { formula, cases, rounding }) => {
  const { code, ratings } = context;
  if (!isKnown(context, cases.case_type)) return blank(code, 'computed');
  const result = satisfactionRate(formula, ratings(cases), rounding);
  if (result.value === undefined) return { code, state: 'not-applicable', text: '—', origin: 'computed', rate: result };
  return { code, state: 'number', value: result.value, text: result.value, origin: 'computed', rate: result };
};

const fills: { readonly [K in Figure['kind']]: Fill<K> } = {
  header: ({ code }) => ({ code, state: 'not-applicable', text: '—' }),
  computed,
  declared,
  total,
  rate,
};

export const fillCell = (form: Form, row: Row, year: number, filling: Filling): Cell =>
  (fills[row.figure.kind] as Fill<Figure['kind']>)({ ...filling, form, code: row.code, year }, row.figure);
