import { type Letter, deadLetter, deadTopic, retryLetter, retryTopic } from './letters';
import type { Delivered, Verdict } from './message';
import { delayAfter, type RetryPlan } from './retry-plan';

export interface Posting {
  readonly topic: string;
  readonly letter: Letter;
}

/** What has to be published before a batch is settled. `now` in milliseconds since 1970. */
export const postingsOf = (
  messages: readonly Delivered[],
  verdicts: readonly Verdict[],
  plan: RetryPlan,
  now: number,
): readonly Posting[] => {
  if (verdicts.length !== messages.length) throw new Error(`${verdicts.length} verdicts for ${messages.length} messages`);
  return messages.flatMap((message, place) => {
    const verdict = verdicts[place]!;
    return verdict === 'done' ? [] : [postingOf(message, verdict, plan, now)];
  });
};

const postingOf = (message: Delivered, verdict: Exclude<Verdict, 'done'>, plan: RetryPlan, now: number): Posting => {
  const dead = (code: string, reason: string): Posting => ({
    topic: deadTopic(message.topic),
    letter: deadLetter(message, code, reason, now),
  });
  if ('dead' in verdict) return dead(verdict.dead.code, verdict.dead.reason);
  const delay = delayAfter(plan, message.attempt);
  if (delay === undefined) return dead('attempts-exhausted', verdict.retry);
  return { topic: retryTopic(message.topic), letter: retryLetter(message, now + delay, verdict.retry) };
};
