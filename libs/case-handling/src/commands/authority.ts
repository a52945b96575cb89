import type { Actor, CommandDefinition, Role, Units } from '@app/cases';

/** Who has a case, and of whom it speaks. */
export interface Custody {
  /** The units that have it; none while the office holds it. */
  readonly holders: readonly string[];
  /** Units that it is a report of wrongdoing about: they and their subordinates never learn that it exists, whatever their roles. */
  readonly accused: readonly string[];
  /** The caller's identity stays with the office (Jinan hotline regulation 2018 art. 32; Petition Work Regulation 2022 art. 30). */
  readonly confidential: boolean;
}

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

const isAccused = (by: Actor, { accused }: Custody, units: Units): boolean => accused.some((unit) => units.within(by.unit, unit));

const holds = (by: Actor, { holders }: Custody): boolean => by.roles.includes('unit') && holders.includes(by.unit);

/** A handling unit sees the cases that it holds; the office sees all; nobody of an accused unit sees the report about it. */
export const maySee = (by: Actor, custody: Custody, units: Units): boolean =>
  !isAccused(by, custody, units) && (has(by, seesEverything) || holds(by, custody));

/** The unit whose cases are all this actor may see; undefined for an actor who sees everything. */
export const limitedTo = (by: Actor): string | undefined => (has(by, seesEverything) ? undefined : by.unit);

const notYours = (by: Actor) => new Forbidden(`none of the roles ${by.roles.join(', ')} includes this step`);

/** Least privilege where there is no case yet: the role alone. @throws Forbidden */
export const authoriseOpening = (by: Actor, { by: roles }: CommandDefinition): void => {
  if (!has(by, roles)) throw notYours(by);
};

/** Least privilege: the role, and for a handling unit also its own cases only. @throws Forbidden, CaseNotFound */
export const authorise = (by: Actor, { by: roles }: CommandDefinition, caseId: string, custody: Custody, units: Units): void => {
  if (isAccused(by, custody, units)) throw new CaseNotFound(caseId);
  const others = roles.filter((role) => role !== 'unit');
  if (has(by, others)) return;
  if (!roles.includes('unit') || !by.roles.includes('unit')) {
    if (!maySee(by, custody, units)) throw new CaseNotFound(caseId);
    throw notYours(by);
  }
  if (!holds(by, custody)) throw new CaseNotFound(caseId);
};

/**
 * Personal data in clear is for the office and the units that hold the case, of a confidential one for the office alone; who sees the
 * rest of it is told so. @throws Forbidden, CaseNotFound
 */
export const authorisePersonal = (by: Actor, caseId: string, custody: Custody, units: Units): void => {
  if (!maySee(by, custody, units)) throw new CaseNotFound(caseId);
  if (by.roles.includes('office')) return;
  if (!holds(by, custody)) throw new Forbidden('personal data is for the office and the unit that holds the case');
  if (custody.confidential) throw new Forbidden('the caller asked for confidentiality: who it is stays with the office');
};
