import { type Actor, findCaseType, type Situation, type Units } from '@app/cases';
import type { CaseWriter } from '../recording/case-writer';
import { Malformed } from '../malformed';
import { maySee } from './authority';

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
const caseFields = ['contests', 'into', 'to', 'splitFrom'];

/** The first field that names a unit which does not exist. */
export const unknownUnit = (data: Readonly<Record<string, any>>, units: Units): UnknownReference | undefined => {
  for (const field of unitFields)
    for (const [index, code] of [data[field] ?? []].flat().entries())
      if (!units.has(code)) return new UnknownReference(Array.isArray(data[field]) ? `/${field}/${index}` : `/${field}`, 'unit', code);
  return undefined;
};

/**
 * Refuses a command that names a unit or a case that does not exist; gives the situation of the case that it names, if it names one.
 * @throws UnknownReference, Malformed when it is the case itself
 */
export const checkReferences = async (
  data: Readonly<Record<string, any>>,
  { caseType, caseId }: { readonly caseType: string; readonly caseId: string },
  by: Actor,
  units: Units,
  cases: Pick<CaseWriter, 'read'>,
): Promise<Situation | undefined> => {
  const unknown = unknownUnit(data, units);
  if (unknown) throw unknown;
  const field = caseFields.find((name) => data[name] !== undefined);
  if (field === undefined) return undefined;
  const { type = caseType, id } = typeof data[field] === 'string' ? { id: data[field] } : data[field];
  const pointer = typeof data[field] === 'string' ? `/${field}` : `/${field}/id`;
  const named = findCaseType(type);
  const found = named && (await cases.read(named, id));
  // Whoever may not see a case does not learn by naming it that it exists.
  if (!found || found.revision < 0 || !maySee(by, found.state, units)) throw new UnknownReference(pointer, 'case', id);
  if (type === caseType && id === caseId) throw new Malformed([{ pointer, message: 'is the case itself' }]);
  return found.state.situation;
};
