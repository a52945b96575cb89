import { setTimeout as milliseconds } from 'node:timers/promises';
import type { Consumer, ConsumerCrashEvent, Kafka } from 'kafkajs';
import { type Around, workOn } from './partition-work';

export interface SessionSettings {
  readonly groupId: string;
  readonly topics: readonly string[];
  readonly sessionTimeout: number;
  readonly silence: number;
}

const partitionsAtOnce = 16;
const longestFetch = 500;
const longestFarewell = 15_000;
const lookEvery = 1_000;

/** One life of the library's consumer, from its connection to its end. It is never restarted: another takes its place. */
export class ConsumerSession {
  /** Changes each time the group is joined. */
  membership = 0;
  /** Fetches succeed. */
  isUp = false;
  /** Something was committed. */
  hasCommitted = false;
  /** Nothing new may be begun. */
  isEnding = false;
  private lastSign = Date.now();
  private readonly consumer: Consumer;
  private readonly inHand = new Set<Promise<void>>();
  private end: (reason: unknown) => void = () => undefined;
  private readonly ended = new Promise<unknown>((resolve) => (this.end = resolve));

  constructor(
    kafka: Kafka,
    private readonly settings: SessionSettings,
    private readonly around: Around,
  ) {
    const { groupId, sessionTimeout } = settings;
    this.consumer = kafka.consumer({
      groupId,
      sessionTimeout,
      heartbeatInterval: Math.floor(sessionTimeout / 3),
      maxWaitTimeInMs: longestFetch,
      allowAutoTopicCreation: false,
      retry: { retries: 4, initialRetryTime: 200, maxRetryTime: 3_000, restartOnFailure: async () => false },
    });
    this.listen();
  }

  /** Milliseconds since the brokers were last heard to know this member. */
  get silentFor(): number {
    return Date.now() - this.lastSign;
  }

  /** Consumes until it crashes, falls silent or is asked to stop; then everything in hand is over. Resolves with why; undefined when asked. */
  async live(): Promise<unknown> {
    const watch = setInterval(() => this.look(), lookEvery);
    this.begin().catch((error: unknown) => this.end(error));
    const reason = await this.ended;
    clearInterval(watch);
    this.isEnding = true;
    this.isUp = false;
    await this.leave();
    return reason;
  }

  /** Lets what is in hand be settled. */
  stop(): void {
    this.isEnding = true;
    this.end(undefined);
  }

  private async begin(): Promise<void> {
    await this.consumer.connect();
    await this.consumer.subscribe({ topics: [...this.settings.topics], fromBeginning: true });
    if (this.isEnding) return;
    await this.consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: partitionsAtOnce,
      eachBatch: async (payload) => {
        if (this.isEnding) return;
        const work = workOn(payload, this.around);
        this.inHand.add(work);
        await work.finally(() => this.inHand.delete(work));
      },
    });
  }

  private listen(): void {
    const { events } = this.consumer;
    const alive = (): void => void (this.lastSign = Date.now());
    const heard = [events.HEARTBEAT, events.COMMIT_OFFSETS, events.GROUP_JOIN] as const;
    for (const event of heard) this.consumer.on(event, alive);
    this.consumer.on(events.GROUP_JOIN, () => void (this.membership += 1));
    this.consumer.on(events.COMMIT_OFFSETS, () => void (this.hasCommitted = true));
    this.consumer.on(events.FETCH, () => void (this.isUp = this.membership > 0 && !this.isEnding));
    this.consumer.on(events.CRASH, ({ payload }: ConsumerCrashEvent) => this.end(payload.error));
  }

  /** The library can stop without a word. */
  private look(): void {
    if (this.silentFor > this.settings.silence) this.end(new Error(`no sign of life for ${Math.round(this.silentFor / 1_000)} s`));
  }

  private async leave(): Promise<void> {
    const disconnected = this.consumer.disconnect().catch(() => undefined);
    // However long it takes: no other may be given the same messages while these are being handled.
    await Promise.allSettled(this.inHand);
    await Promise.race([disconnected, milliseconds(longestFarewell, undefined, { ref: false })]);
  }
}
