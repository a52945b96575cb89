import type { LocalRules } from '../local-rules';
import type { Calendar } from './calendar';
import type { Situation } from './situation';
import type { Units } from './units';

/** What a person or program may do; carried in the token. */
export const roles = ['office', 'unit', 'signer', 'operator', 'backdate', 'intake', 'policy'] as const;
export type Role = (typeof roles)[number];

/** Who acts, and for which unit. */
export interface Actor {
  readonly id: string;
  readonly unit: string;
  readonly roles: readonly Role[];
}

/** What accompanies every command: when it happened, who acts, and what the rules are in that place at that time. */
export interface Context {
  /** RFC 3339 instant: when it happened, as reported. */
  readonly at: string;
  readonly by: Actor;
  /** A case number that is free if a new case needs one; else the case's own. */
  readonly caseNumber: string;
  readonly calendar: Calendar;
  /** The edition of the local rules in force when the case was received. */
  readonly local: LocalRules;
  readonly units: Units;
  /** The situation of the case that the command names in `contests`. */
  readonly contested?: Situation | undefined;
}
