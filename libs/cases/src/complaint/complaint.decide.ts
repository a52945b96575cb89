import type { Rules } from '../kernel/decider';
import type { complaintCommands } from './complaint.commands';
import { dispatchRules } from './complaint.dispatch';
import { duplicatesRules } from './complaint.duplicates';
import type { complaintEvents } from './complaint.events';
import { handlingRules } from './complaint.handling';
import { intakeRules } from './complaint.intake';
import { reviewRules } from './complaint.review';
import type { Complaint } from './complaint.state';
import { supervisionRules } from './complaint.supervision';

export const complaintRules: Rules<Complaint, typeof complaintCommands, typeof complaintEvents> = {
  ...intakeRules,
  ...dispatchRules,
  ...handlingRules,
  ...reviewRules,
  ...supervisionRules,
  ...duplicatesRules,
};
