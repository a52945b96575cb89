import type { CaseTypeName } from '../case-types';
import type { Policy } from './policy';

/** A case that is merged into another is told in that one's stream too, and so is that it was taken out again. */
const duplicatesOf = (caseType: CaseTypeName, noun: string): Policy => ({
  name: `duplicate-${caseType}`,
  on: {
    [`${noun}Merged`]: ({ caseId, data: { into } }) => ({
      caseType,
      caseId: into,
      command: `Record${noun}Duplicate`,
      data: { duplicate: caseId },
    }),
    [`${noun}Unmerged`]: ({ caseId, data: { from } }) => ({
      caseType,
      caseId: from,
      command: `Record${noun}DuplicateWithdrawn`,
      data: { duplicate: caseId },
    }),
  },
});

export const duplicateComplaint = duplicatesOf('complaint', 'Complaint');
export const duplicateProposal = duplicatesOf('proposal', 'Proposal');
