/** What is asked of every proposal, wherever it is. */
export interface Tabled {
  /** Signed by several, who can withdraw it only together. */
  readonly joint: boolean;
  readonly key: boolean;
  /** Of supervision; 0 when it is not supervised. */
  readonly level: number;
  /** Ids of the proposals merged into this one. */
  readonly duplicates: readonly string[];
}

/** A co-unit and how far it is with its part. */
export interface CoUnit {
  readonly unit: string;
  readonly part: 'assigned' | 'signed-in' | 'replied';
}

/** With a lead unit. */
export interface Assigned extends Tabled {
  readonly unit: string;
  readonly coUnits: readonly CoUnit[];
  readonly met: boolean;
  readonly returnRefused: boolean;
}

export interface Answered extends Assigned {
  /** The proposers' form: awaited, or asked for once. */
  readonly form: 'awaited' | 'reminded';
  /** The last day on which it counted; known once it was asked for in vain. */
  readonly formUntil?: string;
  readonly publicationDecided: boolean;
}

export type Proposal =
  | { readonly status: 'absent' }
  | ({ readonly status: 'received' | 'filed' | 'returned' | 'not-filed' | 'withdrawn' } & Tabled)
  | ({ readonly status: 'merged'; readonly into: string } & Tabled)
  | ({ readonly status: 'routed' | 'handling' } & Assigned)
  | ({ readonly status: 'returning'; readonly before: 'routed' | 'handling' } & Assigned)
  | ({ readonly status: 'answered' | 'fulfilled' | 'rated' | 'closed' } & Answered);

export const absentProposal: Proposal = { status: 'absent' };
