import type { z } from 'zod';
import type { Evolve } from '../kernel/decider';
import type { Due } from '../kernel/due';
import type { DecisionTerm } from '../policies/remedies';
import type { Contested, Procedure, proceedingEvents, ProceedingKind, ProceedingResult } from './proceeding.events';

/** Where the organ or the court is at work. */
export type Bench = 'reviewing' | 'second-instance';

/** Steps that are taken once. */
export type OnceOnly = 'correction' | 'extension' | 'remand' | 'service';

export interface Proceeding {
  readonly status: 'absent' | 'filed' | 'correcting' | Bench | 'suspended' | 'judged' | 'concluded';
  readonly kind: ProceedingKind;
  readonly contests?: z.infer<typeof Contested> | undefined;
  readonly procedure: Procedure;
  readonly taken: readonly OnceOnly[];
  /** What was decided in first instance, until it takes effect. */
  readonly judgment?: { readonly result: ProceedingResult; readonly redo?: DecisionTerm | undefined };
  /** While suspended: where, since when, and the organ's clock as it was stopped. */
  readonly suspended?: { readonly from: Bench; readonly since: string; readonly clock: Due | undefined } | undefined;
}

export const absentProceeding: Proceeding = { status: 'absent', kind: 'reconsideration', procedure: 'ordinary', taken: [] };

const taking = ({ taken }: Proceeding, ...steps: readonly OnceOnly[]): Pick<Proceeding, 'taken'> => ({ taken: [...taken, ...steps] });

/** Each instance may be extended by itself. */
const newInstance = (proceeding: Proceeding, status: Bench): Proceeding => ({
  ...proceeding,
  status,
  procedure: 'ordinary',
  taken: proceeding.taken.filter((step) => step !== 'extension'),
});

const into =
  (status: Proceeding['status']) =>
  (proceeding: Proceeding): Proceeding => ({ ...proceeding, status });

export const evolveProceeding: Evolve<Proceeding, typeof proceedingEvents> = {
  ProceedingFiled: (proceeding, { kind, contests }) => ({ ...proceeding, status: 'filed', kind, contests }),
  ProceedingCorrectionRequested: (proceeding) => ({ ...proceeding, ...taking(proceeding, 'correction'), status: 'correcting' }),
  ProceedingCorrectionReceived: into('filed'),
  ProceedingAccepted: (proceeding, { procedure }) => ({ ...proceeding, status: 'reviewing', procedure }),
  ProceedingStatementSubmitted: (proceeding) => proceeding,
  ProceedingSuspended: (proceeding, { since, stopped }) => ({
    ...proceeding,
    status: 'suspended',
    suspended: { from: proceeding.status === 'second-instance' ? 'second-instance' : 'reviewing', since, clock: stopped },
  }),
  ProceedingResumed: (proceeding) => ({ ...proceeding, status: proceeding.suspended?.from ?? 'reviewing', suspended: undefined }),
  ProceedingExtended: (proceeding) => ({ ...proceeding, ...taking(proceeding, 'extension') }),
  ProceedingJudged: (proceeding, { result, redo }) => ({ ...proceeding, status: 'judged', judgment: { result, redo } }),
  ProceedingAppealLodged: (proceeding) => newInstance(proceeding, 'second-instance'),
  ProceedingRemanded: (proceeding) => {
    const again = newInstance(proceeding, 'reviewing');
    return { ...again, ...taking(again, 'remand') };
  },
  ProceedingConcluded: into('concluded'),
  ProceedingDecisionServed: (proceeding) => ({ ...proceeding, ...taking(proceeding, 'service') }),
};
