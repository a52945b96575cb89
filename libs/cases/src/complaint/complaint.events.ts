import type { EventOf } from '../kernel/definitions';
import { dispatchEvents } from './complaint.dispatch.events';
import { duplicatesEvents } from './complaint.duplicates.events';
import { handlingEvents } from './complaint.handling.events';
import { intakeEvents } from './complaint.intake.events';
import { reviewEvents } from './complaint.review.events';
import { supervisionEvents } from './complaint.supervision.events';

/** Everything that can happen to a complaint. */
export const complaintEvents = {
  ...intakeEvents,
  ...dispatchEvents,
  ...handlingEvents,
  ...reviewEvents,
  ...supervisionEvents,
  ...duplicatesEvents,
} as const;

export type ComplaintEvent = EventOf<typeof complaintEvents>;
