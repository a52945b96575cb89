import type { Handle } from './message';
import type { RetryPlan } from './retry-plan';

export interface ConsumerSettings {
  /** Consumers with the same group share the partitions of the topics. */
  readonly groupId: string;
  /** Each has a topic `….retry` and a topic `….dead` beside it; `ensureTopics` makes all three. */
  readonly topics: readonly string[];
  readonly retry?: RetryPlan;
  /** Most messages in one batch; 500 when not stated. */
  readonly batchSize?: number;
}

export interface PartitionLag {
  readonly topic: string;
  readonly partition: number;
  /** Messages that the group has not yet settled. */
  readonly lag: number;
}

export interface Lag {
  readonly partitions: readonly PartitionLag[];
  readonly total: number;
}

/** Follows topics in a group. At least once: after a crash or a rebalance what was not settled comes again. */
export abstract class Consumer {
  /**
   * Begins, and goes on for ever: connects, reconnects, and comes back from every crash by itself. Resolves at once; `trouble()` tells
   * whether it is connected.
   */
  abstract start(handle: Handle): Promise<void>;

  /** Reason why nothing is being consumed, or undefined while all is well. */
  abstract trouble(): string | undefined;

  /** How far the whole group is behind, retry topics included. @throws MessagingUnavailable */
  abstract lag(): Promise<Lag>;

  /** Finishes the batches in hand, settles them and leaves the group. */
  abstract stop(): Promise<void>;
}
