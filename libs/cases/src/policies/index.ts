import { contestedCase } from './contested-case.policy';
import { duplicateComplaint, duplicateProposal } from './duplicates.policy';
import { orderedAnew } from './ordered-anew.policy';
import type { Policy } from './policy';
import { splitRequest } from './split-request.policy';

export const policies: readonly Policy[] = [contestedCase, orderedAnew, splitRequest, duplicateComplaint, duplicateProposal];
export type { Order, Policy, PolicyEvent } from './policy';
