import type { Actor } from '@app/cases';

/** Where an event came from when an intake system reported it. */
export interface IntakeOrigin {
  readonly receipt: string;
  readonly source: string;
  readonly id: string;
  readonly type: string;
  readonly subject: string;
}

/** Who records what follows from the passing of time alone. */
export const clockActor: Metadata['by'] = { id: 'clock', unit: 'system' };

/** What is recorded beside every event: when it happened, who acted and for which unit, and under which key. */
export interface Metadata {
  readonly occurredAt: string;
  readonly by: Pick<Actor, 'id' | 'unit'>;
  /** Number of upcasts the type had when this was written; absent for none. */
  readonly schema?: number | undefined;
  /** The key under which the caller may repeat the command, and a keyed fingerprint of what it contained. */
  readonly key?: string | undefined;
  readonly fingerprint?: string | undefined;
  readonly correlation?: string | undefined;
  readonly intake?: IntakeOrigin | undefined;
  /** Edition of the local rules that were asked. */
  readonly rules?: string | undefined;
  /** Working days since the latest day on which something happened to the case before, by the calendar as it was known; absent for none. */
  readonly worked?: number | undefined;
}

/** What is recorded beside a single event because of how its stream stood. */
export type Note = Pick<Metadata, 'rules' | 'worked'>;
