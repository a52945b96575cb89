import { setTimeout as pause } from 'node:timers/promises';

/** Resolves when what is asked holds. @throws naming it, when it does not in time */
export const until = async (what: string, holds: () => Promise<boolean>, { everyMs = 20, withinMs = 300_000 } = {}): Promise<void> => {
  for (const late = performance.now() + withinMs; !(await holds()); await pause(everyMs))
    if (performance.now() > late) throw new Error(`after ${withinMs / 1_000} s it does not hold that ${what}`);
};
