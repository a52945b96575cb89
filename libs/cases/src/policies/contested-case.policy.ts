import type { Policy } from './policy';

const filed = { reconsideration: 'RecordDisclosureAppeal', litigation: 'RecordDisclosureLitigation' } as const;
const concluded = { reconsideration: 'RecordDisclosureAppealOutcome', litigation: 'RecordDisclosureLitigationOutcome' } as const;

/** A proceeding that contests a case is recorded on that case too, so that its own stream shows it was appealed and litigated. */
export const contestedCase: Policy = {
  name: 'contested-case',
  on: {
    ProceedingFiled: ({ caseId, data: { contests, kind } }) =>
      contests && {
        caseType: contests.type,
        caseId: contests.id,
        command: filed[kind as keyof typeof filed],
        data: { proceeding: caseId },
      },
    ProceedingConcluded: ({ caseId, data: { contests, kind, outcome } }) =>
      contests && {
        caseType: contests.type,
        caseId: contests.id,
        command: concluded[kind as keyof typeof concluded],
        data: { proceeding: caseId, outcome },
      },
  },
};
