import type { Actor, CommandDefinition, Role } from '@app/cases';

/** The actor's role does not include this step at all. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden';
}

/** There is no such case, or it is none of the actor's: the two look the same from outside. */
export class CaseNotFound extends Error {
  override readonly name = 'CaseNotFound';
  constructor(readonly caseId: string) {
    super(`no case ${caseId}`);
  }
}

const seesEverything: readonly Role[] = ['office', 'signer', 'operator', 'intake', 'policy'];

const has = (by: Actor, roles: readonly Role[]): boolean => roles.some((role) => by.roles.includes(role));

/** A handling unit sees the cases that it holds; the office sees all. */
export const maySee = (by: Actor, holder: string | null | undefined): boolean =>
  has(by, seesEverything) || (by.roles.includes('unit') && holder === by.unit);

/** The unit whose cases are all this actor may see; undefined for an actor who sees everything. */
export const limitedTo = (by: Actor): string | undefined => (has(by, seesEverything) ? undefined : by.unit);

const notYours = (by: Actor) => new Forbidden(`none of the roles ${by.roles.join(', ')} includes this step`);

/** Least privilege where there is no case yet: the role alone. @throws Forbidden */
export const authoriseOpening = (by: Actor, { by: roles }: CommandDefinition): void => {
  if (!has(by, roles)) throw notYours(by);
};

/** Least privilege: the role, and for a handling unit also its own cases only. @throws Forbidden, CaseNotFound */
export const authorise = (by: Actor, { by: roles }: CommandDefinition, caseId: string, holder: string | undefined): void => {
  const others = roles.filter((role) => role !== 'unit');
  if (has(by, others)) return;
  if (!roles.includes('unit') || !by.roles.includes('unit')) {
    if (!maySee(by, holder)) throw new CaseNotFound(caseId);
    throw notYours(by);
  }
  if (holder !== by.unit) throw new CaseNotFound(caseId);
};

/** Personal data in clear is for the office and the unit that holds the case; who sees the rest of it is told so. @throws Forbidden, CaseNotFound */
export const authorisePersonal = (by: Actor, caseId: string, holder: string | undefined): void => {
  if (!maySee(by, holder)) throw new CaseNotFound(caseId);
  const holds = by.roles.includes('unit') && holder === by.unit;
  if (!holds && !by.roles.includes('office')) throw new Forbidden('personal data is for the office and the unit that holds the case');
};
