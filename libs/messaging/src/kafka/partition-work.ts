import type { EachBatchPayload } from 'kafkajs';
import { deliver, dueOf, type Stored } from '../letters';
import type { Handle } from '../message';
import type { RetryPlan } from '../retry-plan';
import { type Posting, postingsOf } from '../settle';
import type { BackOff } from './kafka-settings';
import { tryPatiently } from './patience';
import { storedMessage } from './stored-message';

/** What work on a batch asks of the consumer around it. */
export interface Around {
  readonly handle: Handle;
  readonly plan: RetryPlan;
  readonly batchSize: number;
  readonly heartbeatEvery: number;
  readonly backOff: BackOff;
  isRetryTopic(topic: string): boolean;
  /** True when the consumer is stopping or has crashed. */
  isEnding(): boolean;
  /** Another number after each time the group was joined: what was taken before may be somebody else's now. */
  membership(): number;
  post(postings: readonly Posting[]): Promise<void>;
  /** Told why a partition cannot go on, and with undefined that it does. */
  told(place: string, error: unknown): void;
}

const longestPause = 3_600_000;

/** Handles, settles and commits the messages of a fetched batch, slice by slice. What is not committed will be fetched again. */
export const workOn = async (payload: EachBatchPayload, around: Around): Promise<void> => {
  const { topic, partition, messages } = payload.batch;
  const membership = around.membership();
  let rebalancing = false;
  // A failed heartbeat is met again by the library, which joins anew, as soon as this batch is out of hand.
  const beat = (): void => void payload.heartbeat().catch(() => (rebalancing = true));
  const beating = setInterval(beat, around.heartbeatEvery);
  const enough = (): boolean => rebalancing || around.isEnding() || around.membership() !== membership;

  try {
    const stored = messages.map((message) => storedMessage(topic, partition, message));
    const ready = readyOf(stored, around);
    for (let from = 0; from < ready.length && !enough(); from += around.batchSize) {
      const slice = ready.slice(from, from + around.batchSize);
      const settled = await settle(slice, around, enough);
      if (!settled || around.membership() !== membership) return;
      const last = from + slice.length === stored.length ? payload.batch.lastOffset() : slice.at(-1)!.offset;
      await commit(payload, last);
      payload.resolveOffset(slice.at(-1)!.offset);
    }
    const early = stored[ready.length];
    if (early && !enough()) pause(payload, dueOf(early) - Date.now());
  } finally {
    clearInterval(beating);
    if (enough()) around.told(`${topic}/${partition}`, undefined);
  }
};

/** Of a retry topic what is due; its order is the order in which retries were asked for. */
const readyOf = (stored: readonly Stored[], around: Around): readonly Stored[] => {
  if (!around.isRetryTopic(stored[0]!.topic)) return stored;
  const now = Date.now();
  const early = stored.findIndex((message) => dueOf(message) > now);
  return early < 0 ? stored : stored.slice(0, early);
};

/** True when every message has its verdict, and whatever they ask for has been published. */
const settle = async (slice: readonly Stored[], around: Around, enough: () => boolean): Promise<boolean> => {
  const { topic, partition } = slice[0]!;
  const messages = slice.map((stored) => deliver(stored, around.isRetryTopic(topic)));
  const patience = { backOff: around.backOff, enough, told: (error: unknown) => around.told(`${topic}/${partition}`, error) };
  const judged = await tryPatiently(async () => {
    const verdicts = await around.handle(messages);
    return postingsOf(messages, verdicts, around.plan, Date.now());
  }, patience);
  if (!judged) return false;
  return judged.result.length === 0 || (await tryPatiently(() => around.post(judged.result), patience)) !== undefined;
};

const commit = (payload: EachBatchPayload, last: string): Promise<void> => {
  const { topic, partition } = payload.batch;
  const offset = String(BigInt(last) + 1n);
  return payload.commitOffsetsIfNecessary({ topics: [{ topic, partitions: [{ partition, offset }] }] });
};

const pause = (payload: EachBatchPayload, ms: number): void => {
  const resume = payload.pause();
  setTimeout(resume, Math.min(longestPause, Math.max(1, ms))).unref();
};
