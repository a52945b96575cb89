import { contestedCase } from './contested-case.policy';
import type { Policy } from './policy';

export const policies: readonly Policy[] = [contestedCase];
export type { Order, Policy, PolicyEvent } from './policy';
