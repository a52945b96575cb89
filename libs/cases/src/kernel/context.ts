/** What a person or program may do; carried in the token. */
export const roles = ['office', 'unit', 'signer', 'operator', 'backdate', 'intake', 'policy'] as const;
export type Role = (typeof roles)[number];

/** Who acts, and for which unit. */
export interface Actor {
  readonly id: string;
  readonly unit: string;
  readonly roles: readonly Role[];
}

/** What accompanies every command: the business time, the actor, and a case number that is free if a new case needs one. */
export interface Context {
  /** RFC 3339 instant: when it happened, as reported. */
  readonly at: string;
  readonly by: Actor;
  readonly caseNumber: string;
}
