import { answerClock, clocksOf, type Limits } from './clocks';
import type { CaseEvent } from './decide';
import type { Situation } from './decider';
import { type Reckoning, retimed } from './due';

/** What a holiday notice does to the clocks of a case that run: one event with every due date that moves, or nothing. */
export const retiming = (state: Situation, notice: string, reckoning: Reckoning): readonly CaseEvent[] => {
  const moved = Object.entries(clocksOf(state)).flatMap(([name, { due, pausedOn }]) => {
    const again = pausedOn === undefined ? retimed(due, reckoning) : due;
    return again === due ? [] : [[name, again] as const];
  });
  if (moved.length === 0) return [];
  const due = moved.find(([name]) => name === answerClock)?.[1];
  const limits: Limits = Object.fromEntries(moved.filter(([name]) => name !== answerClock));
  return [
    {
      type: 'DeadlinesRetimed',
      data: { ...(due && { due }), ...(Object.keys(limits).length > 0 && { limits }), notice },
    },
  ];
};
