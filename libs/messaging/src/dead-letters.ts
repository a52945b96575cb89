import type { OutgoingMessage } from './message';

/** A message that could not be handled, as it lies on `<topic>.dead`. */
export interface DeadLetter {
  readonly partition: number;
  readonly offset: string;
  readonly key: string | undefined;
  /** Machine-readable: `attempts-exhausted`, or what the handler said. */
  readonly code: string;
  readonly reason: string;
  readonly attempts: number;
  /** RFC 3339 in UTC. */
  readonly failedAt: string;
  readonly original: { readonly topic: string; readonly partition: number; readonly offset: string; readonly timestamp: number };
  /** As first published. */
  readonly headers: OutgoingMessage['headers'];
  readonly value: Buffer | null;
}

export interface DeadLetterFilter {
  readonly code?: string | undefined;
  readonly key?: string | undefined;
  /** Most letters, the oldest first. */
  readonly limit?: number | undefined;
}

export interface Replayed {
  /** What was put back; in a dry run, what would be. */
  readonly letters: readonly DeadLetter[];
  readonly dryRun: boolean;
}
