import { addDays, businessDate } from '@app/cases';

/** Longer delays overflow the timers of Node; who is woken early looks at the clock and waits again. */
const longestDelay = 2 ** 31 - 1;

/** The time by which cases are handled. The system's, except where somebody drives it. */
export abstract class BusinessClock {
  abstract now(): Date;

  /** Does `work` once, at this moment or soon after it has passed; it must not reject. Gives what calls it off. */
  abstract wakeAt(at: Date, work: () => void | Promise<void>): () => void;
}

export class SystemClock extends BusinessClock {
  now(): Date {
    return new Date();
  }

  wakeAt(at: Date, work: () => void | Promise<void>): () => void {
    const timer = setTimeout(() => void work(), Math.min(Math.max(0, at.getTime() - Date.now()), longestDelay));
    return () => clearTimeout(timer);
  }
}

/** The business date, in Asia/Shanghai, that the clock shows. */
export const todayBy = (clock: BusinessClock): string => businessDate(clock.now().toISOString());

/** The moment at which a day begins in Asia/Shanghai. */
export const startOfDay = (date: string): string => `${date}T00:00:00+08:00`;

/** The midnight in Asia/Shanghai that comes next. */
export const nextMidnight = (clock: BusinessClock): Date => new Date(startOfDay(addDays(todayBy(clock), 1)));
