import { findCaseType } from '@app/cases';
import type { StreamWriter } from '../recording/stream-writer';
import { caseFold } from '../recording/case-fold';
import { streamOf } from '../recording/case-ids';

/** Codes of the units that exist in this installation. */
export abstract class UnitCatalogue {
  abstract has(code: string): boolean;
}

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

/** Refuses a command that names a unit or a case that does not exist. @throws UnknownReference */
export const checkReferences = async (data: Readonly<Record<string, any>>, units: UnitCatalogue, writer: StreamWriter): Promise<void> => {
  if (typeof data.unit === 'string' && !units.has(data.unit)) throw new UnknownReference('/unit', 'unit', data.unit);
  const { contests } = data;
  if (contests === undefined) return;
  const contested = findCaseType(contests.type);
  const found = contested && (await writer.read(streamOf(contests.type, contests.id), caseFold(contested)));
  if (!found || found.revision < 0) throw new UnknownReference('/contests/id', 'case', contests.id);
};
