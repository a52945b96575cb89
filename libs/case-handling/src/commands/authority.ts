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

/** Programs, and nobody's eyes: an intake system goes on reporting what it has reported first. */
const programs: readonly Role[] = ['intake', 'policy'];

const isAccused = (by: Actor, { accused }: Custody, units: Units): boolean =>
  !has(by, programs) && accused.some((unit) => units.within(by.unit, unit));

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

/** How much of what was said about people somebody may read in clear. */
export type Sight = 'everything' | 'all-but-who';

/**
 * Personal data in clear is for the office and the units that hold the case. Of a confidential one the units read what they must deal
 * with, and who called stays with the office. @throws Forbidden, CaseNotFound
 */
export const authorisePersonal = (by: Actor, caseId: string, custody: Custody, units: Units): Sight => {
  if (!maySee(by, custody, units)) throw new CaseNotFound(caseId);
  if (by.roles.includes('office')) return 'everything';
  if (!holds(by, custody)) throw new Forbidden('personal data is for the office and the unit that holds the case');
  return custody.confidential ? 'all-but-who' : 'everything';
};

/** Whether even the shortened name and number of the caller are too much for this person. */
export const hidesCaller = (by: Actor, { confidential }: Custody): boolean => confidential && !by.roles.includes('office');
