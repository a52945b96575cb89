import { type CaseType, commonEvents, type EventDefinition } from '@app/cases';
import type { ProjectedEvent } from '@app/projections';
import { z } from 'zod';

/**
 * Events that do not leave at all: to those who read them they would tell that a unit is accused, and nobody of that unit may learn that
 * the case exists.
 */
const keptTypes = new Set(['ComplaintUnitAccused', 'ComplaintTakenBack']);

/** Fields that do not leave: who is accused, which persons of the office acted, and corrected values, of which nobody can tell what they hold. */
export const withheldFields: readonly string[] = ['accused', 'approvedBy', 'signedBy', 'askedBy', 'leader', 'addressee', 'was', 'now'];

/** What was said in words of a case that accuses a unit or whose caller is to stay unknown does not leave either. */
export const guardedFields: readonly string[] = ['matter', 'area', 'platform'];

/** Everything that can happen to a case of this type and may be told. */
export const publishedEvents = ({ events }: CaseType): ReadonlyMap<string, EventDefinition> =>
  new Map(Object.entries({ ...events, ...commonEvents } as Record<string, EventDefinition>).filter(([type]) => !keptTypes.has(type)));

/** The fields of an event that may leave. */
export const publishedFields = ({ data }: EventDefinition): readonly string[] =>
  Object.keys(data.shape).filter((field) => !withheldFields.includes(field));

const isGuarded = ({ confidential, accused }: ProjectedEvent['data']): boolean =>
  confidential === true || (Array.isArray(accused) && accused.length > 0);

/** What may leave of an event's data: fields that its shape has and that are not withheld; whatever else was recorded stays. */
export const publishedData = (definition: EventDefinition, data: ProjectedEvent['data']): Readonly<Record<string, unknown>> => {
  const kept = isGuarded(data) ? guardedFields : [];
  return Object.fromEntries(
    publishedFields(definition)
      .filter((field) => data[field] !== undefined && !kept.includes(field))
      .map((field) => [field, data[field]]),
  );
};

/** What those who read events may rely on. Whatever else they find they pass over: there will be more. */
export const publishedShape = (definition: EventDefinition): z.ZodObject => {
  const fields = definition.data.shape as Readonly<Record<string, z.ZodType>>;
  const mayBeGuarded = 'confidential' in fields || 'accused' in fields;
  return z.looseObject(
    Object.fromEntries(
      publishedFields(definition).map((field) => {
        const shape = fields[field] as z.ZodType;
        return [field, mayBeGuarded && guardedFields.includes(field) ? shape.optional() : shape];
      }),
    ),
  );
};
