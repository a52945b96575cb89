import { answerGone, type Folds, goesOn, holderOf, nothing, unheldStage, yearOf } from './case-facts.fold';
import { limitTiming } from './case-facts.limits';

/** Stops during which the time is the office's own, because it must approve; in all others somebody outside is waited for. */
const isForApproval = (why: string): boolean => why === 'approval';

/** From hand to hand until there is an answer. */
export const handling = {
  'receipt-confirmed': (_, __, on) => ({ received_on: on, received_year: yearOf(on) }),
  filed: (_, __, on) => ({ status: 'filed', filed_on: on }),
  routed: (row, { unit }, on) => ({
    status: 'routed',
    unit,
    held_by: 'unit',
    routed_on: on,
    first_routed_on: row.first_routed_on ?? on,
    signed_in_on: null,
    sign_timing: null,
    contacted_on: null,
    contact_timing: null,
  }),
  'signed-in': (row, _, on, { occurredAt }) => ({
    status: 'handling',
    signed_in_on: on,
    sign_timing: limitTiming(row, 'sign-in', occurredAt, on),
  }),
  // A joint unit's part has a row of its own.
  'co-assigned': nothing,
  'co-signed-in': nothing,
  'co-replied': nothing,
  'co-released': nothing,
  'return-requested': () => ({ status: 'return-review', held_by: 'approval' }),
  // Only what the unit asked for is a return; a case can also be taken back from it, and then what it answered no longer counts.
  returned: (row, { unit, due }) => ({
    status: unheldStage(row),
    unit: null,
    held_by: 'office',
    ...(row.status === 'return-review' && { returns: row.returns + 1, returned_by: unit }),
    ...(due && answerGone),
  }),
  'return-refused': (row) => ({ status: row.signed_in_on === null ? 'routed' : 'handling', held_by: holderOf(row) }),
  'extension-requested': () => ({ held_by: 'approval' }),
  'extension-refused': (row) => ({ held_by: holderOf(row) }),
  extended: (row) => ({ extended: 1, ...(row.held_by === 'approval' && { held_by: holderOf(row) }) }),
  paused: (_, { why }) => ({ status: 'paused', held_by: isForApproval(why) ? 'approval' : 'citizen' }),
  resumed: goesOn,
  // The first contact counts: a second call does not make a late one timely.
  contacted: (row, _, on, { occurredAt }) =>
    row.contacted_on === null ? { contacted_on: on, contact_timing: limitTiming(row, 'contact', occurredAt, on) } : {},
  drafted: () => ({ held_by: 'approval' }),
  'draft-reviewed': (row) => ({ held_by: holderOf(row) }),
} satisfies Partial<Folds>;
