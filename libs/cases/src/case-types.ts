import { complaint } from './complaint';
import { disclosure } from './disclosure';
import { inquiry } from './inquiry';
import type { CaseType } from './kernel/decider';
import { letter } from './letter';
import { proceeding } from './proceeding';
import { proposal } from './proposal';

/** THE list. Addresses, OpenAPI, intake types, laws and totals are derived from it. */
export const caseTypes = { complaint, letter, proposal, inquiry, disclosure, proceeding } as const;

export type CaseTypeName = keyof typeof caseTypes;

export const caseTypeNames = Object.keys(caseTypes) as CaseTypeName[];

/** The case type of this name, or undefined. */
export const findCaseType = (name: string): CaseType | undefined =>
  Object.hasOwn(caseTypes, name) ? (caseTypes[name as CaseTypeName] as CaseType) : undefined;
