import type { Kafka } from 'kafkajs';
import { Consumer, type ConsumerSettings, type Lag } from '../consumer';
import { retryTopic } from '../letters';
import type { Handle } from '../message';
import { usualRetries } from '../retry-plan';
import type { Posting } from '../settle';
import { ConsumerSession } from './consumer-session';
import { troubleOfCrash } from './crash-reasons';
import { reasonOf } from './kafka-client';
import { type BackOff, pauseAfter, usualBackOff, usualSessionTimeout, usualSilence, type KafkaSettings } from './kafka-settings';
import type { Around } from './partition-work';
import { waitUnless } from './patience';

/** What a consumer shares with the others that come from the same `Messaging`. */
export interface Shared {
  readonly settings: KafkaSettings;
  client(): Kafka;
  post(postings: readonly Posting[]): Promise<void>;
  lag(groupId: string, topics: readonly string[]): Promise<Lag>;
}

const usualBatch = 500;
const lagIsFreshFor = 2_000;
const usefulLife = 30_000;

/** Keeps one session after the other alive, for ever. */
export class KafkaConsumer extends Consumer {
  private readonly topics: readonly string[];
  private readonly backOff: BackOff;
  private readonly sessionTimeout: number;
  private readonly stuck = new Map<string, string>();
  private living: Promise<void> | undefined;
  private session: ConsumerSession | undefined;
  private stopping = false;
  private failure = '正在加入消费组 (joining the group)';
  private lagAsked: { readonly at: number; readonly lag: Promise<Lag> } | undefined;

  constructor(
    private readonly shared: Shared,
    private readonly settings: ConsumerSettings,
  ) {
    super();
    this.topics = settings.topics.flatMap((topic) => [topic, retryTopic(topic)]);
    this.backOff = shared.settings.backOff ?? usualBackOff;
    this.sessionTimeout = shared.settings.sessionTimeout ?? usualSessionTimeout;
  }

  async start(handle: Handle): Promise<void> {
    if (this.living) throw new Error('a consumer is started once');
    this.living = this.live(handle);
  }

  trouble(): string | undefined {
    const { session } = this;
    if (!this.living || this.stopping) return '消费者未运行 (the consumer is not running)';
    if (!session?.isUp) return this.failure;
    const silent = Math.round(session.silentFor / 1_000);
    if (session.silentFor > 3 * this.sessionTimeout) return `Kafka 已 ${silent} 秒没有回应 (no answer from Kafka for ${silent} s)`;
    const [reason] = this.stuck.values();
    return reason;
  }

  lag(): Promise<Lag> {
    const now = Date.now();
    if (!this.lagAsked || now - this.lagAsked.at > lagIsFreshFor)
      this.lagAsked = { at: now, lag: this.shared.lag(this.settings.groupId, this.topics) };
    return this.lagAsked.lag;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.session?.stop();
    await this.living;
  }

  private async live(handle: Handle): Promise<void> {
    for (let failures = 0; !this.stopping; ) {
      const began = Date.now();
      const session = this.openSession(handle);
      this.session = session;
      const reason = await session.live();
      if (this.stopping) return;
      failures = session.hasCommitted || Date.now() - began > usefulLife ? 1 : failures + 1;
      this.failure = troubleOfCrash(reason, this.topics);
      this.shared.settings.log?.('error', this.failure);
      await waitUnless(pauseAfter(this.backOff, failures), () => this.stopping);
    }
  }

  private openSession(handle: Handle): ConsumerSession {
    const { groupId, retry = usualRetries, batchSize = usualBatch, topics } = this.settings;
    const around: Around = {
      handle,
      plan: retry,
      batchSize,
      heartbeatEvery: Math.floor(this.sessionTimeout / 4),
      backOff: this.backOff,
      isRetryTopic: (topic) => !topics.includes(topic),
      isEnding: () => session.isEnding,
      membership: () => session.membership,
      post: (postings) => this.shared.post(postings),
      told: (place, error) => this.told(place, error),
    };
    const silence = this.shared.settings.silence ?? usualSilence;
    const session = new ConsumerSession(
      this.shared.client(),
      { groupId, topics: this.topics, sessionTimeout: this.sessionTimeout, silence },
      around,
    );
    return session;
  }

  private told(place: string, error: unknown): void {
    if (error === undefined) this.stuck.delete(place);
    else this.stuck.set(place, `${place} 的消息无法处理 (messages of ${place} cannot be handled): ${reasonOf(error)}`);
  }
}
