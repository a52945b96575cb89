import { clocksOf } from './clocks';
import type { Context } from './context';
import { businessDate } from './dates';
import type { Situation } from './situation';

/** Whether the time for something is over: its clock has run to its end, or there is none any more. */
export const isOver = (state: Situation, clock: string, { at }: Pick<Context, 'at'>): boolean => {
  const due = clocksOf(state)[clock]?.due;
  if (!due) return true;
  return due.at ? Date.parse(at) >= Date.parse(due.at) : businessDate(at) > due.on;
};
