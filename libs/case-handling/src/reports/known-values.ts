import { type CaseType, caseTypeNames, caseTypes, Channel, type EventDefinition } from '@app/cases';
import type { KnownValues } from '@app/reports';
import { z } from 'zod';

const bare = (shape: z.ZodType): z.ZodType =>
  shape instanceof z.ZodOptional || shape instanceof z.ZodNullable ? bare(shape.unwrap() as z.ZodType) : shape;

const optionsOf = (shape: z.ZodType | undefined): readonly string[] => {
  const plain = shape && bare(shape);
  if (plain instanceof z.ZodEnum) return plain.options.map(String);
  return plain instanceof z.ZodLiteral ? [...plain.values].map(String) : [];
};

const shapes = (Object.values(caseTypes) as CaseType[]).flatMap(({ events }) =>
  Object.values<EventDefinition>(events).map(({ data }) => data.shape as Readonly<Record<string, z.ZodType>>),
);

/** Every value that an event of a case can give to a field of one of these names, and none. */
const valuesOf = (...fields: readonly string[]): ReadonlySet<string> =>
  new Set(['', ...shapes.flatMap((shape) => fields.flatMap((field) => optionsOf(shape[field])))]);

/** What measures may ask for: it follows from the events there are, and from the units of this place. */
export const knownValues = (units: readonly string[]): KnownValues => ({
  case_type: new Set(caseTypeNames),
  channel: new Set(Channel.options),
  kind: valuesOf('kind'),
  route: valuesOf('route'),
  unit: new Set(['', ...units]),
  // What ended without an answer counts by how it ended.
  outcome: valuesOf('outcome', 'disposal'),
  timing: new Set(['', 'on-time', 'extended', 'late']),
});
