import type { DecidedStep } from './decide-case';
import type { UnderstoodCase } from './understand-case';

/** A case that may be recorded. */
export interface ReadyCase {
  readonly kind: 'ready';
  readonly of: UnderstoodCase;
  readonly steps: readonly DecidedStep[];
  /** By which the same content is known again. */
  readonly fingerprint: string;
}
