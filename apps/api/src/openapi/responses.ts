import { z } from 'zod';

/** What answers look like, for the document; the code that gives them has its own types. */
export const responses = {
  CommandResult: z.object({
    caseType: z.string(),
    caseId: z.uuid(),
    caseNumber: z.string(),
    status: z.string(),
    revision: z.int().meta({ description: 'Also the ETag; state it in If-Match to be told when somebody else was faster.' }),
    position: z.int().meta({ description: 'Pass it as ?minPosition= to read what this command did.' }),
    repeated: z.boolean().meta({ description: 'True when this key was known: nothing was recorded now.' }),
    events: z.array(z.string()),
    possibleDuplicates: z
      .array(z.looseObject({ caseType: z.string(), caseId: z.uuid(), caseNumber: z.string(), similarity: z.int() }))
      .optional()
      .meta({ description: 'Of a registration by the office: recent cases that may be about the same thing, and why.' }),
  }),
  IntakeReceipt: z.object({
    receiptId: z.uuid(),
    status: z.enum(['recorded', 'duplicate', 'parked', 'rejected']),
    caseType: z.string().optional(),
    caseId: z.uuid().optional(),
    caseNumber: z.string().optional(),
    position: z.int().optional(),
    reason: z.string().optional(),
  }),
  Problem: z.object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    errors: z.array(z.object({ pointer: z.string(), message: z.string() })).optional(),
  }),
  Object: z.looseObject({}),
} as const;

export type ResponseName = keyof typeof responses;
