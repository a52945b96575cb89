/** A message to be published. */
export interface OutgoingMessage {
  /** Messages with the same key stay in order. */
  readonly key: string;
  readonly value: Buffer | string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A message as a consumer is given it. */
export interface Delivered {
  /** Where it was first published: the same on every attempt, also when it comes by way of the retry topic. */
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** null is a tombstone. */
  readonly value: Buffer | null;
  /** 1 at first, one more each time a verdict asked for a retry. A delivery after a crash is no new attempt. */
  readonly attempt: number;
  /** When it was first published, in milliseconds since 1970. */
  readonly timestamp: number;
}

/**
 * What became of a message.
 * `done`: recorded for good. `retry`: this message cannot be handled now, others can; it comes again after a delay, and after the last
 * attempt becomes a dead letter with the code `attempts-exhausted`. `dead`: it never can be handled. Reasons are texts for operators and
 * carry no personal data.
 */
export type Verdict = 'done' | { readonly retry: string } | { readonly dead: { readonly code: string; readonly reason: string } };

/**
 * Handles a batch and answers one verdict for each message, in their order. All messages of a batch are of one partition, in the order of
 * their publication; the next batch of that partition comes when the verdicts of this one are settled. Batches of other partitions may come
 * meanwhile. To throw is to say that nothing can be handled now: the whole batch comes again, in place and in order, after a delay.
 */
export type Handle = (messages: readonly Delivered[]) => Promise<readonly Verdict[]>;
