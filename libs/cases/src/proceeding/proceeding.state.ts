import type { z } from 'zod';
import type { Evolve } from '../kernel/decider';
import type { Contested, ProceedingKind, proceedingEvents } from './proceeding.events';

export type Proceeding =
  | { readonly status: 'absent' }
  | {
      readonly status: 'filed';
      readonly kind: z.infer<typeof ProceedingKind>;
      readonly contests: z.infer<typeof Contested> | undefined;
    }
  | { readonly status: 'concluded' };

export const absentProceeding: Proceeding = { status: 'absent' };

export const evolveProceeding: Evolve<Proceeding, typeof proceedingEvents> = {
  ProceedingFiled: (_, { kind, contests }) => ({ status: 'filed', kind, contests }),
  ProceedingConcluded: () => ({ status: 'concluded' }),
};
