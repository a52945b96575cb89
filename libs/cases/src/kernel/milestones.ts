import type { Due } from './due';
import type { Rating } from './shapes';

/**
 * What an event means for the facts of its case, whatever the case type. Projections know milestones, not types, so that
 * a new case type is counted without touching them. Each milestone names the data its events must carry; any event may carry besides
 * `due` (the answer clock starts or moves) and `limits` (other clocks start or end).
 */
export interface MilestoneData {
  received: {
    caseNumber: string;
    channel: string;
    due?: Due | undefined;
    kind?: string | undefined;
    matter?: string | undefined;
    area?: string | undefined;
    /** The platform it came through when that is not told by the channel: 省长信箱, 湘易办. */
    platform?: string | undefined;
    urgency?: string | undefined;
    confidential?: boolean | undefined;
    /** Units that the report of wrongdoing is about. */
    accused?: readonly string[] | undefined;
    /** False when the citizen wants no reply (要求不回复). */
    replyWanted?: boolean | undefined;
  };
  /** What came without a signature was confirmed with the applicant: the day of this event is the day of receipt (2019 regulation art. 31). */
  'receipt-confirmed': { due: Due };
  /** 立案: a proposal is taken up. */
  filed: object;
  routed: { unit: string; due?: Due | undefined };
  'signed-in': object;
  /** A joint unit (协办) gets its part, with its own due date. */
  'co-assigned': { unit: string; due?: never; by?: Due | undefined };
  'co-signed-in': { unit: string };
  'co-replied': { unit: string };
  /** A joint unit's part ends without a reply. */
  'co-released': { unit: string };
  /** 退单: the unit says that it is not the right one. */
  'return-requested': { unit: string };
  /** Back with the office: a return that was approved, or a case taken back from a unit that is accused in it. */
  returned: { unit: string; due?: Due | undefined };
  'return-refused': object;
  'extension-requested': object;
  'extension-refused': object;
  extended: { due: Due };
  /** The answer clock stands still from the day after `since`. */
  paused: { since: string; why: string };
  resumed: { due: Due };
  /** The unit has spoken with the citizen. */
  contacted: object;
  answered: { unit: string; outcome?: string | undefined };
  /** A reply waits for the office's word before it may be sent: till then the time is not the unit's. */
  drafted: object;
  /** The office has read the draft: the unit sends it, or drafts anew. */
  'draft-reviewed': object;
  /** The office's review of a reply: passed. */
  reviewed: object;
  /** 发回重办: handled once more. */
  'sent-back': { due?: Due | undefined };
  /** A follow-up call that reached nobody. */
  attempted: object;
  rated: { rating: Rating; attitude?: Rating | undefined; resolution?: string | undefined };
  /** 督办, in levels from 1. */
  escalated: { level: number };
  instructed: object;
  /** A meeting: with the proposers (面商), or of units (协调). */
  met: object;
  reminded: object;
  supplemented: object;
  published: { publication: string };
  /** What the answer promises, and by when. */
  promised: object;
  fulfilled: object;
  /** `on`: the day of service, where it is recorded later. */
  served: { on?: string | undefined };
  /** How it ended when not by an answer: `emergency`, `not-accepted`, `terminated`, `withdrawn`, `transferred` …; the ground as a code. */
  closed: { disposal?: string | undefined; ground?: string | undefined };
  concluded: { outcome: string };
  reopened: { due?: Due | undefined; status?: string | undefined };
  /** Merged into another case as its duplicate; `unmerged` puts it back to the status named. */
  merged: { into: string };
  unmerged: { status: string; due?: Due | undefined };
  /** Another case was merged into this one, or taken out again. */
  'duplicate-joined': { duplicate: string };
  'duplicate-left': { duplicate: string };
  /** One of a cluster (集中反映) whose first case is named. */
  linked: { to: string };
  unlinked: object;
  /** The answer is revoked by a decision and must be given anew. */
  revoked: { due?: Due | undefined };
  'kept-confidential': object;
  accused: { accused: readonly string[] };
  /** A recorded fact was wrong: `fact` is a column of the facts. */
  corrected: { fact: string; was: string | null; now: string | null; due?: Due | undefined };
  appealed: { proceeding: string };
  litigated: { proceeding: string };
  'appeal-concluded': { proceeding: string; outcome: string };
  'litigation-concluded': { proceeding: string; outcome: string };
  'due-soon': { clock: string; on: string };
  overdue: { clock: string; on: string };
  /** A silence with a meaning of its own: a third party's, a correction that was not made, a form that was not returned. */
  lapsed: { clock: string; on: string };
  /** A silence that was recorded, and then turned out to have been broken in time. */
  'silence-withdrawn': { clock: string };
  /** Due dates moved by a holiday notice. */
  retimed: object;
  /** Worth a line in the timeline, and no fact to count. */
  noted: object;
  erased: object;
}

export type Milestone = keyof MilestoneData;
