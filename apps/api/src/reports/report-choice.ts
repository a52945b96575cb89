import { Instant, UnitCode } from '@app/cases';
import { z } from 'zod';

/** Which moment: now, where none is stated. */
export const MomentParameters = z.strictObject({
  /** As it was known at that instant. */
  asOf: Instant.optional(),
  /** As it was known at that position in the log. */
  atPosition: z.coerce.number().int().min(1).optional(),
  minPosition: z.string().optional(),
});

/** Which report: of the whole county, on the form that is asked for in that year, where nothing else is stated. */
export const ReportChoice = MomentParameters.extend({
  unit: UnitCode.optional(),
  version: z.coerce.number().int().min(1).optional(),
});

/** Then beside now: only the cells that differ, unless all are asked for. */
export const ThenParameters = ReportChoice.extend({
  all: z
    .enum(['true', 'false'])
    .default('false')
    .transform((all) => all === 'true'),
});
