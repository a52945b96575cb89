import { command } from '../kernel/definitions';
import { say } from '../kernel/sentence';
import { CaseId } from '../kernel/shapes';

export const duplicatesCommands = {
  MergeComplaint: command({
    path: 'merge',
    title: say('并入同一诉求', 'Merge into the first case'),
    by: ['office'],
    shape: { into: CaseId },
  }),
  UnmergeComplaint: command({ path: 'unmerge', title: say('撤销合并', 'Take out of the merger'), by: ['office'], shape: {} }),
  RecordComplaintDuplicate: command({
    path: 'record-duplicate',
    title: say('并入重复诉求', 'Record a duplicate'),
    by: ['policy'],
    shape: { duplicate: CaseId },
  }),
  RecordComplaintDuplicateWithdrawn: command({
    path: 'record-duplicate-withdrawn',
    title: say('撤出重复诉求', 'Record that a duplicate was taken out'),
    by: ['policy'],
    shape: { duplicate: CaseId },
  }),
  LinkComplaint: command({
    path: 'link',
    title: say('列入集中反映', 'Link to the first case of a cluster'),
    by: ['office'],
    shape: { to: CaseId },
  }),
  UnlinkComplaint: command({ path: 'unlink', title: say('移出集中反映', 'Take out of its cluster'), by: ['office'], shape: {} }),
} as const;
