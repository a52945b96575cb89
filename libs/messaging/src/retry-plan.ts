/** When a message is tried again. */
export interface RetryPlan {
  /** How often a message is tried before it is a dead letter. */
  readonly attempts: number;
  /** Milliseconds before the second, third … attempt; the last one holds for all that follow. */
  readonly delays: readonly number[];
}

const seconds = 1_000;
const minutes = 60 * seconds;

export const usualRetries: RetryPlan = { attempts: 5, delays: [5 * seconds, 30 * seconds, 2 * minutes, 10 * minutes] };

/** Milliseconds until the attempt after the one that has just failed (1 is the first); undefined when it was the last. */
export const delayAfter = ({ attempts, delays }: RetryPlan, attempt: number): number | undefined =>
  attempt >= attempts ? undefined : (delays[attempt - 1] ?? delays.at(-1) ?? 0);
