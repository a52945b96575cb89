import type { Policy } from './policy';

/**
 * A decision that orders the agency to act anew within a term takes the answer back, or sets the missing one its term, on the contested case
 * itself. One that revokes and orders nothing leaves the request as it is: then there is nothing to be done by a day.
 */
export const orderedAnew: Policy = {
  name: 'ordered-anew',
  on: {
    ProceedingConcluded: ({ caseId, data: { contests, redo } }) =>
      contests &&
      redo && {
        caseType: contests.type,
        caseId: contests.id,
        command: 'RevokeDisclosureAnswer',
        data: { proceeding: caseId, term: redo },
      },
  },
};
