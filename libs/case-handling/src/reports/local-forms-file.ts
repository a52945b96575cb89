import { caseTypeNames } from '@app/cases';
import { type CaseBasis, satisfactionFormulas, type SatisfactionFormulaId, type StatedChange, type StatedForm } from '@app/reports';
import { z } from 'zod';

const Code = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and dashes, up to 40, a letter first')
  // Figures are kept by codes in plain objects, and these have it already.
  .refine((code) => code !== 'constructor', 'this code is taken');

const Cell = z.string().regex(/^[a-z][a-z0-9-]{0,39}(:[a-z][a-z0-9-]{0,39})?$/, 'must be the code of a cell: a line, or line:column');

const Term = z
  .string()
  .regex(/^-?[a-z][a-z0-9-]{0,39}(:[a-z][a-z0-9-]{0,39})?(@previous)?$/, 'must be the code of a cell, such as a, -a or a@previous');

const said = z.string().regex(/\S/, 'must not be empty').max(200);

const Words = z.strictObject({ zh: said, en: said.optional() });

const bases = ['received', 'answered', 'closed', 'settled', 'carried-in', 'carried-out'] as const satisfies readonly CaseBasis[];

const oneOrMore = <T extends z.ZodType<string>>(value: T) => z.union([value, z.array(value).min(1)], 'must be a text or a list of texts');

const CaseTypeName = z.enum(caseTypeNames);

const value = z.string().max(100);

/** Names as everywhere in JSON; inside they are columns of the cube. */
const Where = z
  .strictObject({
    caseType: z.union([CaseTypeName, z.array(CaseTypeName).min(1)], `must be one or more of ${caseTypeNames.join(', ')}`),
    channel: oneOrMore(value).optional(),
    kind: oneOrMore(value).optional(),
    route: oneOrMore(value).optional(),
    unit: oneOrMore(value).optional(),
    outcome: oneOrMore(value).optional(),
    timing: oneOrMore(value).optional(),
  })
  .transform(({ caseType, ...rest }) => ({ case_type: caseType, ...rest }));

const Rate = z.strictObject({
  formula: z.enum(Object.keys(satisfactionFormulas) as [SatisfactionFormulaId, ...SatisfactionFormulaId[]]),
  cases: z
    .strictObject({ caseType: CaseTypeName.optional(), channel: value.optional(), unit: value.optional() })
    .transform(({ caseType, ...rest }) => ({ ...(caseType && { case_type: caseType }), ...rest }))
    .optional(),
  rounding: z
    .strictObject({
      mode: z.enum(['half-up', 'truncate']),
      places: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)], 'must be 0 to 4'),
    })
    .optional(),
});

const Figure = z.strictObject({
  declared: z.union([z.literal(true), Cell], 'must be true, or the code under which it is declared').optional(),
  orSumOf: z.array(Cell).min(1).optional(),
  signed: z.literal(true).optional(),
  measures: z
    .array(z.strictObject({ basis: z.enum(bases), where: Where }))
    .min(1)
    .optional(),
  sumOf: z.array(Cell).min(1).optional(),
  rate: Rate.optional(),
});

const Figures = z.record(Code, Figure);

const Line = Words.extend({
  code: Code,
  unit: z.string().min(1).max(20).optional(),
  level: z.int().min(0).max(5).optional(),
  note: Words.optional(),
  figures: Figures.optional(),
});

const Column = Words.extend({ code: Code, unit: z.string().min(1).max(20).optional(), under: Words.optional() });

const Identity = z.strictObject({
  id: z.string().regex(/^[\w:-]{1,60}$/, 'must be letters, digits, - _ and :, up to 60'),
  kind: z.enum(['eq', 'le', 'warn-eq', 'warn-le']),
  left: z.array(Term).min(1),
  right: z.array(Term).min(1),
  why: Words.optional(),
});

const year = z.int().min(2000).max(2100);

const versioned = {
  version: z.int().min(1).max(9999),
  validYears: z.tuple([year, year.nullable()]),
};

const place = { table: Code, after: Code.optional() };

/** A change of a form: what is said here, and everything else as in the version before. */
export const FormChange = z.strictObject({
  extends: Code,
  ...versioned,
  title: Words.optional(),
  authority: Words.optional(),
  labels: z.record(Code, z.strictObject({ zh: said.optional(), en: said.optional() })).optional(),
  without: z.array(Code).optional(),
  columns: z.array(Column.extend({ ...place, figures: Figures.optional() })).optional(),
  rows: z.array(Line.extend(place)).optional(),
  withoutIdentities: z.array(z.string()).optional(),
  identities: z.array(Identity).optional(),
}) satisfies z.ZodType<StatedChange>;

/** What an address under /reports is already. */
const takenIds: readonly string[] = ['replays'];

/** A form of the office's own. */
export const WholeForm = z.strictObject({
  id: Code.refine((id) => !takenIds.includes(id), 'this id is taken'),
  ...versioned,
  title: Words,
  authority: Words.optional(),
  tables: z.array(z.strictObject({ code: Code, title: Words, columns: z.array(Column).optional(), lines: z.array(Line).min(1) })).min(1),
  identities: z.array(Identity).optional(),
}) satisfies z.ZodType<StatedForm>;

export const FormsFile = z.strictObject({ $schema: z.string().optional(), forms: z.array(z.looseObject({})) });
