import { longestFields } from '@app/case-handling';
import { Label, UnitCode } from '@app/cases';
import { z } from 'zod';

const minPosition = z.string().optional();

/** A figure that no case can produce. Without a value the declaration is withdrawn. */
export const DeclareFigureBody = z.strictObject({
  code: z.string().max(longestFields.code),
  unit: UnitCode.optional().meta({ description: 'The unit whose own figure it is; of the whole county without one.' }),
  value: z.string().max(longestFields.value).optional(),
  measure: z
    .string()
    .max(longestFields.measure)
    .optional()
    .meta({ description: 'In what it is counted; refused unless the form says so too.' }),
  source: Label,
  note: z.string().max(longestFields.note).optional(),
  reason: z
    .string()
    .max(longestFields.reason)
    .regex(/\S/, 'must not be empty')
    .optional()
    .meta({ description: 'Needed to replace what is declared already.' }),
  occurredAt: z.string().optional(),
});

export const FiguresParameters = z.strictObject({ unit: UnitCode.optional(), form: z.string().max(80).optional(), minPosition });

export const HistoryParameters = z.strictObject({ unit: UnitCode.optional(), minPosition });

export const TemplateParameters = z.strictObject({ form: z.string().max(80), unit: UnitCode.optional(), minPosition });

export const TableParameters = z.strictObject({ dryRun: z.enum(['true', 'false']).default('false'), minPosition });
