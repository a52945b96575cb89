import type { Situation } from '../kernel/situation';

/** How far a joint unit is with its part. */
export type Part = 'assigned' | 'signed-in' | 'replied';

/** What is known of a complaint in all its situations, as far as some rule asks for it. */
export interface Known {
  readonly number: string;
  /** Units that it is a report of wrongdoing about. */
  readonly accused: readonly string[];
  readonly confidential: boolean;
  readonly replyWanted: boolean;
  /** Of supervision (督办); 0 before the first. */
  readonly level: number;
  /** Cases that were merged into this one. */
  readonly duplicates: readonly string[];
  /** The first case of the cluster (集中反映) that it is one of. */
  readonly cluster?: string | undefined;
}

/** How a unit has a complaint in hand. */
export interface Held {
  /** The lead unit. */
  readonly unit: string;
  readonly joint: Readonly<Record<string, Part>>;
  readonly signedIn: boolean;
  /** Named by the hotline after a dispute: it cannot be returned any more. */
  readonly designated: boolean;
  readonly extensions: number;
  readonly extensionAsked: boolean;
  /** How often it was sent back for rework. */
  readonly reworks: number;
  readonly station?: string | undefined;
  /** The ground on which the unit has proposed to end it without an answer. */
  readonly termination?: string | undefined;
}

/** Before the answer. */
export type Unanswered = Known &
  ({ readonly status: 'received' } | { readonly status: 'routed' | 'handling' | 'return-review'; readonly held: Held });

/** Without a unit where the hotline has answered by itself. */
export type Answered = Known &
  (
    | { readonly status: 'answered' | 'reviewed'; readonly held: Held | undefined; readonly attempts: number }
    | { readonly status: 'rated'; readonly held: Held | undefined }
  );

/** Merged into another case; `was` with its clocks is where it goes back to. */
export type Merged = Known & {
  readonly status: 'merged';
  readonly into: string;
  readonly since: string;
  readonly was: Unanswered & Pick<Situation, 'clocks'>;
};

export type Closed = Known & { readonly status: 'closed'; readonly held: Held | undefined };

export type Complaint = { readonly status: 'absent' } | Unanswered | Answered | Closed | Merged;

export const absentComplaint: Complaint = { status: 'absent' };

export const unanswered = ['received', 'routed', 'handling', 'return-review'] as const;
export const open = [...unanswered, 'answered', 'reviewed', 'rated'] as const;
export const unmerged = [...open, 'closed'] as const;
export const known = [...unmerged, 'merged'] as const;

const nothingKnown: Known = { number: '', accused: [], confidential: false, replyWanted: true, level: 0, duplicates: [] };

/** What stays with the complaint when its situation changes. */
export const knownOf = (complaint: Complaint): Known => {
  if (!('number' in complaint)) return nothingKnown;
  const { number, accused, confidential, replyWanted, level, duplicates, cluster } = complaint;
  return { number, accused, confidential, replyWanted, level, duplicates, cluster };
};

export const heldOf = (complaint: Complaint): Held | undefined => ('held' in complaint ? complaint.held : undefined);

export const leadOf = (complaint: Complaint): string | undefined => heldOf(complaint)?.unit;

/** How far this unit is with its part; undefined when it is no joint unit. */
export const partOf = (complaint: Complaint, unit: string): Part | undefined => {
  const joint = heldOf(complaint)?.joint ?? {};
  return Object.hasOwn(joint, unit) ? joint[unit] : undefined;
};

/** The joint units that have not replied yet. */
export const awaited = (complaint: Complaint): readonly string[] =>
  Object.entries(heldOf(complaint)?.joint ?? {})
    .filter(([, part]) => part !== 'replied')
    .map(([unit]) => unit);
