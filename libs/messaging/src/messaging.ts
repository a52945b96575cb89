import type { Consumer, ConsumerSettings } from './consumer';
import type { DeadLetter, DeadLetterFilter, Replayed } from './dead-letters';
import type { Publisher } from './publisher';

export interface TopicSettings {
  readonly topic: string;
  /** As many consumers can share the work; cannot be raised later without mixing up the order of keys. 6 when not stated. */
  readonly partitions?: number;
  /** Brokers that keep a copy; the broker's default when not stated. */
  readonly replication?: number;
  /** Makes `<topic>.retry` and `<topic>.dead` too. */
  readonly consumed?: boolean;
  /** Milliseconds that messages are kept; the broker's default when not stated. Retries are kept for 14 days, dead letters for 90. */
  readonly keptFor?: number;
}

/** A way to and from brokers. */
export interface Messaging {
  /** Resolves at once, whether or not a broker can be reached: `trouble()` tells, and `publish` connects. */
  publisher(): Promise<Publisher>;
  consumer(settings: ConsumerSettings): Consumer;
  /** Makes the topics that are not there; leaves those that are as they are. @throws MessagingUnavailable */
  ensureTopics(topics: readonly TopicSettings[]): Promise<void>;
  /** The dead letters of a topic that have not been replayed, oldest first. @throws MessagingUnavailable */
  deadLetters(topic: string, filter?: DeadLetterFilter): Promise<readonly DeadLetter[]>;
  /** Puts dead letters back on their topic. Interrupted and repeated, it may publish a letter twice and never loses one. */
  replayDeadLetters(topic: string, filter?: DeadLetterFilter & { readonly dryRun?: boolean }): Promise<Replayed>;
  /** Closes every publisher and stops every consumer that came from here. */
  close(): Promise<void>;
}
