import { z } from 'zod';
import { Limits } from '../kernel/clocks';
import { event } from '../kernel/definitions';
import { Due } from '../kernel/due';
import { say } from '../kernel/sentence';
import { CalendarDate, CaseId } from '../kernel/shapes';
import { unanswered } from './complaint.state';

/** One matter, several calls: duplicates and clusters. */
export const duplicatesEvents = {
  /** `since` is the day of the merger, from which the clocks stand still. */
  ComplaintMerged: event('merged', say('并入同一诉求', 'Merged as a duplicate'), { into: CaseId, since: CalendarDate }),
  ComplaintUnmerged: event('unmerged', say('撤销合并', 'Taken out of the merger'), {
    from: CaseId,
    status: z.enum(unanswered),
    due: Due.optional(),
    limits: Limits.optional(),
  }),
  ComplaintDuplicateJoined: event('duplicate-joined', say('并入重复诉求', 'A duplicate was merged into it'), { duplicate: CaseId }),
  ComplaintDuplicateLeft: event('duplicate-left', say('撤出重复诉求', 'A duplicate was taken out again'), { duplicate: CaseId }),
  ComplaintLinked: event('linked', say('列入集中反映', 'Linked to a cluster'), { to: CaseId }),
  ComplaintUnlinked: event('unlinked', say('移出集中反映', 'Taken out of its cluster'), {}),
} as const;
