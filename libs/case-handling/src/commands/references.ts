import { findCaseType, type Situation, type Units } from '@app/cases';
import type { StreamWriter } from '../recording/stream-writer';
import { caseFold } from '../recording/case-fold';
import { streamOf } from '../recording/case-ids';

/** A command names something that does not exist. `pointer` is the JSON pointer of the field. */
export class UnknownReference extends Error {
  override readonly name = 'UnknownReference';
  constructor(
    readonly pointer: string,
    readonly kind: 'unit' | 'case',
    readonly value: string,
  ) {
    super(`there is no ${kind} ${value}`);
  }
}

/** Fields of commands that hold the code of a unit, or a list of them. */
const unitFields = ['unit', 'joint', 'accused'];

/** Fields that name another case: of the type given beside it, or of the same type as the case itself. */
const caseFields = ['contests', 'into', 'to'];

const unknownUnit = (data: Readonly<Record<string, any>>, units: Units): UnknownReference | undefined => {
  for (const field of unitFields)
    for (const [index, code] of [data[field] ?? []].flat().entries())
      if (!units.has(code)) return new UnknownReference(Array.isArray(data[field]) ? `/${field}/${index}` : `/${field}`, 'unit', code);
  return undefined;
};

/**
 * Refuses a command that names a unit or a case that does not exist; gives the situation of the case that it names, if it names one.
 * @throws UnknownReference
 */
export const checkReferences = async (
  data: Readonly<Record<string, any>>,
  caseType: string,
  units: Units,
  writer: StreamWriter,
): Promise<Situation | undefined> => {
  const unknown = unknownUnit(data, units);
  if (unknown) throw unknown;
  const field = caseFields.find((name) => data[name] !== undefined);
  if (field === undefined) return undefined;
  const { type = caseType, id } = typeof data[field] === 'string' ? { id: data[field] } : data[field];
  const named = findCaseType(type);
  const found = named && (await writer.read(streamOf(type, id), caseFold(named)));
  if (!found || found.revision < 0) throw new UnknownReference(typeof data[field] === 'string' ? `/${field}` : `/${field}/id`, 'case', id);
  return found.state.situation;
};
