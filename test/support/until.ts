import { setTimeout as pause } from 'node:timers/promises';

export interface Patience {
  /** Milliseconds between two looks. */
  readonly every?: number;
  /** Milliseconds before it is given up. */
  readonly within?: number;
}

/** Resolves when what is asked holds. @throws naming it when it does not come to that in time */
export const until = async (
  what: string,
  holds: () => boolean | Promise<boolean>,
  { every = 50, within = 120_000 }: Patience = {},
): Promise<void> => {
  for (const late = performance.now() + within; !(await holds()); await pause(every))
    if (performance.now() > late) throw new Error(`not within ${within / 1_000} s: ${what}`);
};
