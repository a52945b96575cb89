import { dispatchCommands } from './complaint.dispatch.commands';
import { duplicatesCommands } from './complaint.duplicates.commands';
import { handlingCommands } from './complaint.handling.commands';
import { intakeCommands } from './complaint.intake.commands';
import { reviewCommands } from './complaint.review.commands';
import { supervisionCommands } from './complaint.supervision.commands';

/** Everything that can be done with a complaint. */
export const complaintCommands = {
  ...intakeCommands,
  ...dispatchCommands,
  ...handlingCommands,
  ...reviewCommands,
  ...supervisionCommands,
  ...duplicatesCommands,
} as const;
