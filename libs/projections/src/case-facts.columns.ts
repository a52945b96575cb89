import type { ColumnKind } from './projection';

/** What a column holds; with a question mark it may be null. */
type CellKind = ColumnKind | `${ColumnKind}?`;

/** The columns of the facts in their order. Dates are days in Beijing; what is only so or not so is 0 or 1. */
const cells = {
  case_id: 'text',
  case_type: 'text',
  case_number: 'text',
  /** The stage, in words that all types share: received, filed, routed, handling, return-review, paused, answered, reviewed, rated, closed, merged. */
  status: 'text',
  channel: 'text',
  /** Where it came through when the channel does not tell: 省长信箱. */
  platform: 'text?',
  /** The type's own classification: kind of matter, of applicant, of proceeding. */
  kind: 'text?',
  /** Of a lawsuit: direct, or after a reconsideration. */
  route: 'text?',
  matter: 'text?',
  area: 'text?',
  urgency: 'text?',
  confidential: 'integer',
  /** The units that it is a report of wrongdoing about: `|a|b|`. */
  accused: 'text?',
  /** 0 when the citizen wants no reply. */
  reply_wanted: 'integer',
  /** The unit that holds or last held the case. */
  unit: 'text?',
  /** On whose time the days pass: `office`, `unit`, `citizen` or `approval`; null once it is closed or merged. */
  held_by: 'text?',
  /** Working days that have passed in each hand. */
  days_office: 'integer',
  days_unit: 'integer',
  days_citizen: 'integer',
  days_approval: 'integer',
  received_on: 'text',
  received_year: 'integer',
  filed_on: 'text?',
  /** Routed, signed in and contacted speak of the unit that it was routed to last. */
  routed_on: 'text?',
  first_routed_on: 'text?',
  signed_in_on: 'text?',
  /** `on-time` or `late` by the limit in force at the sign-in; null where none was set. So is `contact_timing`. */
  sign_timing: 'text?',
  contacted_on: 'text?',
  contact_timing: 'text?',
  returns: 'integer',
  /** The unit that returned it last. */
  returned_by: 'text?',
  /** The answer's term: its last day also after the clock has ended. */
  due_on: 'text?',
  due_rule: 'text?',
  /** The moment it ends, of a term in hours. */
  due_at: 'text?',
  /** From this day on it is due soon. */
  soon_on: 'text?',
  /** What the answer's clock does: `running`, or `missed` when it has run out and is still open; null when none is open. */
  clock: 'text?',
  paused: 'integer',
  /** 1 when it is recorded that it is due soon. */
  near: 'integer',
  /** The other clocks that run, as JSON: the last day by name, or of a term in hours the moment. */
  limits: 'text?',
  /** Those of them that have run out and are still open. */
  missed_limits: 'text?',
  /** 1 when the term was ever extended. */
  extended: 'integer',
  /** 1 when it was ever overdue, and since when first. */
  overdue: 'integer',
  overdue_on: 'text?',
  /** The answer that stands, which is the latest one. */
  answered_on: 'text?',
  answered_year: 'integer?',
  first_answered_on: 'text?',
  /** `on-time`, `extended` (within an extended term) or `late`, by the term in force at the answer; null while unanswered or without a term. */
  timing: 'text?',
  outcome: 'text?',
  served_on: 'text?',
  /** How often it was sent back to be handled once more. */
  reworks: 'integer',
  /** What the citizen said last, and in the first round. */
  rating: 'text?',
  first_rating: 'text?',
  attitude: 'text?',
  resolution: 'text?',
  rated_on: 'text?',
  /** Follow-up calls that reached nobody. */
  attempts: 'integer',
  closed_on: 'text?',
  closed_year: 'integer?',
  /** How and why it ended, when not by an answer. */
  disposal: 'text?',
  ground: 'text?',
  reopened: 'integer',
  /** The case that it was merged into, and the first case of its cluster. */
  merged_into: 'text?',
  cluster: 'text?',
  reminders: 'integer',
  /** The level of supervision, 0 for none. */
  level: 'integer',
  instructed: 'integer',
  /** The first meeting. */
  met_on: 'text?',
  publication: 'text?',
  published_on: 'text?',
  /** `open` or `fulfilled`. */
  promise: 'text?',
  appealed: 'integer',
  litigated: 'integer',
  corrections: 'integer',
  /** 1 when the personal data has been erased. */
  erased: 'integer',
  /** Upstream system and its work-order number. */
  source: 'text?',
  source_number: 'text?',
  revision: 'integer',
  position: 'integer',
} as const satisfies Readonly<Record<string, CellKind>>;

type Cells = typeof cells;
type Values = { text: string; integer: number; 'text?': string | null; 'integer?': number | null };

/** One row of facts per case: the source of every computed figure. A figure and the list of its cases are the same conditions on it. */
export type CaseFacts = { readonly [C in keyof Cells]: Values[Cells[C]] };

const names = Object.keys(cells) as (keyof CaseFacts)[];

const kindOf = (name: keyof CaseFacts): ColumnKind => (cells[name].startsWith('text') ? 'text' : 'integer');

export const factColumns = Object.fromEntries(names.map((name) => [name, kindOf(name)])) as { readonly [C in keyof CaseFacts]: ColumnKind };

export const nullableFacts: readonly (keyof CaseFacts)[] = names.filter((name) => cells[name].endsWith('?'));
