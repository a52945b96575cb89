import { z } from 'zod';

const Said = z.object({ state: z.string(), text: z.string() });

const Figure = z.looseObject({ numerator: z.int(), denominator: z.int().optional(), text: z.string() });

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
    errors: z.array(z.object({ pointer: z.string(), message: z.string(), zh: z.string().optional() })).optional(),
  }),
  FigureResult: z.object({
    year: z.int(),
    unit: z.string().optional(),
    code: z.string(),
    value: z.string().optional(),
    outcome: z.enum(['declared', 'corrected', 'withdrawn', 'unchanged']),
    revision: z.int(),
    position: z.int(),
    repeated: z.boolean(),
  }),
  TableResult: z.object({
    year: z.int(),
    dryRun: z.boolean(),
    declared: z.int(),
    corrected: z.int(),
    unchanged: z.int(),
    blank: z.int().meta({ description: 'Lines without a value: they leave the figure as it is.' }),
    lines: z.array(z.looseObject({ line: z.int(), code: z.string(), outcome: z.string() })).optional(),
    revision: z.int(),
    position: z.int(),
    repeated: z.boolean(),
  }),
  WhatIfAnswer: z.object({
    form: z.looseObject({ id: z.string(), version: z.int() }),
    year: z.int(),
    unit: z.string().optional(),
    position: z.int(),
    asOf: z.string(),
    supposed: z.looseObject({}).meta({ description: 'What was supposed, with titles in words.' }),
    notices: z.array(z.looseObject({})),
    cells: z.array(
      z.looseObject({
        code: z.string(),
        actual: Said,
        supposed: Said,
        difference: z.string().optional(),
        cases: z.looseObject({}).optional().meta({ description: 'Up to 20 numbers of the cases that came in and went out, with totals.' }),
      }),
    ),
    metrics: z.array(z.looseObject({ metric: z.string(), caseType: z.string(), actual: Figure, supposed: Figure })),
  }),
  NarrativeResult: z.object({
    form: z.string(),
    year: z.int(),
    chapter: z.string(),
    outcome: z.enum(['written', 'restored', 'unchanged']),
    revision: z.int(),
    position: z.int(),
    repeated: z.boolean(),
  }),
  Object: z.looseObject({}),
} as const;

export type ResponseName = keyof typeof responses;
