import type { Policy } from './policy';

/** A request that was split from another's letter is recorded on that one too, so that both numbers can be explained. */
export const splitRequest: Policy = {
  name: 'split-request',
  on: {
    DisclosureRegistered: ({ caseId, data: { splitFrom } }) =>
      splitFrom && { caseType: 'disclosure', caseId: splitFrom, command: 'RecordDisclosureSplit', data: { part: caseId } },
  },
};
