import { setTimeout as milliseconds } from 'node:timers/promises';
import { type BackOff, pauseAfter } from './kafka-settings';

const glance = 200;

/** Waits, but no longer than until `enough`. */
export const waitUnless = async (ms: number, enough: () => boolean): Promise<void> => {
  for (let left = ms; left > 0 && !enough(); left -= glance) await milliseconds(Math.min(left, glance));
};

export interface Patience {
  readonly backOff: BackOff;
  /** No more tries. */
  readonly enough: () => boolean;
  /** Told of each failure, and of the success that ended them with undefined. */
  readonly told: (error: unknown) => void;
}

/** Tries until it succeeds; undefined when it was enough before that. */
export const tryPatiently = async <Result>(
  attempt: () => Promise<Result>,
  { backOff, enough, told }: Patience,
): Promise<{ readonly result: Result } | undefined> => {
  for (let failures = 0; !enough(); ) {
    try {
      const result = await attempt();
      told(undefined);
      return { result };
    } catch (error) {
      failures += 1;
      told(error);
      await waitUnless(pauseAfter(backOff, failures), enough);
    }
  }
  return undefined;
};
