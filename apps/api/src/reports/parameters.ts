import { caseTypeNames, Channel, UnitCode } from '@app/cases';
import { satisfactionFormulas, type SatisfactionFormulaId } from '@app/reports';
import { z } from 'zod';
import { ReportChoice } from './report-choice';

export const Year = z.coerce.number().int().min(2000).max(2100);

const minPosition = z.string().optional();

export const ReportParameters = ReportChoice.extend({ format: z.enum(['json', 'csv', 'xlsx', 'docx', 'html']).default('json') });

export const PageParameters = z.strictObject({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
  minPosition,
});

export const CellCasesParameters = ReportChoice.extend(PageParameters.shape);

const scope = { type: z.enum(caseTypeNames).optional(), unit: UnitCode.optional(), channel: Channel.optional() };

const by = z.enum(['unit', 'channel', 'type', 'month']).optional();

export const SatisfactionParameters = z.strictObject({
  year: Year,
  ...scope,
  by,
  formula: z.enum(Object.keys(satisfactionFormulas) as [SatisfactionFormulaId, ...SatisfactionFormulaId[]]).default('strict'),
  places: z.coerce.number().int().min(0).max(4).default(2),
  minPosition,
});

export const TotalsParameters = z.strictObject({
  year: Year,
  ...scope,
  by,
  basis: z.enum(['received', 'answered', 'closed']).default('received'),
  minPosition,
});
