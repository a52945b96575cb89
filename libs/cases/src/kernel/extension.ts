import { answerClock, clocksOf } from './clocks';
import type { Context } from './context';
import type { Ground } from './decider';
import { say } from './sentence';
import type { Situation } from './situation';
import { isOver } from './windows';

/** What stands against more time for the answer: the local rules allow it so many times, and only while the term runs. */
export const extensionGrounds = (most: (local: Context['local']) => number): readonly Ground<Situation>[] => [
  {
    when: (state, { local }) => (clocksOf(state)[answerClock]?.due.extensions?.length ?? 0) >= most(local),
    because: say('延期次数已达本地规定的上限', 'it was extended as often as the local rules allow'),
  },
  {
    when: (state, context) => isOver(state, answerClock, context),
    because: say('办理期限已过，不能再延期', 'its term is over and can no longer be extended'),
  },
];
