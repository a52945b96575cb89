import { type CaseTypeName, caseTypeNames, Label, UnitCode } from '@app/cases';
import { type SatisfactionFormulaId, satisfactionFormulas } from '@app/reports';
import { z } from 'zod';
import { HolidayNotice } from '../calendar/holiday-notice';

const TermSupposed = z.strictObject({
  caseType: z.enum(caseTypeNames as [CaseTypeName, ...CaseTypeName[]]),
  /** The rule of the term, as it stands on due dates; every term of the answer without one. */
  rule: Label.optional(),
  amount: z.int().min(1).max(1_000),
  unit: z.enum(['hour', 'working-day', 'day', 'month']).default('working-day'),
});
export type TermSupposed = z.infer<typeof TermSupposed>;

const isOnce = (values: readonly string[]): boolean => new Set(values).size === values.length;

const Terms = z
  .array(TermSupposed)
  .min(1)
  .max(50)
  .refine((terms) => isOnce(terms.map(({ caseType, rule }) => `${caseType} ${rule ?? ''}`)), '同一期限设了两次 (a term is stated twice)');

const isNotEmpty = (map: object): boolean => Object.keys(map).length > 0;
const empty = '不能为空 (must not be empty)';

const Units = z
  .record(UnitCode, UnitCode)
  .refine(isNotEmpty, empty)
  .refine(
    (units) => Object.values(units).every((into) => units[into] === undefined),
    '并入的单位自己不能再并入别处 (a unit that another is merged into cannot be merged itself)',
  );

const Outcomes = z.record(Label, Label).refine(isNotEmpty, empty);

/** What is supposed of a year; at least one of these. */
export const Supposition = z
  .strictObject({
    /** The term of the answer had that length. */
    terms: Terms.optional(),
    /** Other days were holidays, or worked. */
    holidays: HolidayNotice.shape.days.optional(),
    /** By which satisfaction rates are reckoned, on the form and among the metrics. */
    formula: z.enum(Object.keys(satisfactionFormulas) as [SatisfactionFormulaId, ...SatisfactionFormulaId[]]).optional(),
    rounding: z.enum(['half-up', 'truncate']).optional(),
    places: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).optional(),
    /** The unit had been part of the other. */
    units: Units.optional(),
    /** Results counted under another code. */
    outcomes: Outcomes.optional(),
    /** Merged duplicates count as orders of their own. */
    countMerged: z.literal(true).optional(),
  })
  .refine(
    isNotEmpty,
    '至少作一项假设：terms、holidays、formula、rounding、places、units、outcomes、countMerged (suppose at least one of these)',
  );
export type Supposition = z.infer<typeof Supposition>;
