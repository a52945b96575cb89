import type { Kafka } from 'kafkajs';
import { MessagingUnavailable } from '../errors';
import type { Letter } from '../letters';
import type { OutgoingMessage } from '../message';
import { Publisher } from '../publisher';
import { reasonOf } from './kafka-client';
import { KafkaProducer } from './kafka-producer';
import { type BackOff, pauseAfter } from './kafka-settings';
import { rejectCalls, resolveCalls, SendQueue } from './send-queue';

/** Sends one after the other; what comes meanwhile shares the next. */
export class KafkaPublisher extends Publisher {
  private readonly queue = new SendQueue();
  private producer: KafkaProducer | undefined;
  private working: Promise<void> | undefined;
  private probe: NodeJS.Timeout | undefined;
  private failures = 0;
  private failure: string | undefined = '正在连接 Kafka (connecting to Kafka)';
  private closed = false;

  constructor(
    private readonly open: () => Kafka,
    private readonly backOff: BackOff,
    private readonly compress: boolean,
  ) {
    super();
    this.work();
  }

  publish(topic: string, messages: readonly OutgoingMessage[]): Promise<void> {
    return this.post(topic, messages);
  }

  /** As `publish`, also for letters without a key or a value. */
  async post(topic: string, letters: readonly Letter[]): Promise<void> {
    if (this.closed) throw new MessagingUnavailable('发布者已关闭 (the publisher is closed)');
    const kept = this.queue.add(topic, letters);
    this.work();
    await kept;
  }

  trouble(): string | undefined {
    return this.closed ? '发布者已关闭 (the publisher is closed)' : this.failure;
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.probe);
    await this.working;
    await this.discard();
  }

  private work(): void {
    if (this.working) return;
    clearTimeout(this.probe);
    this.working = this.workThrough().finally(() => {
      this.working = undefined;
      if (!this.queue.isEmpty) this.work();
    });
  }

  private async workThrough(): Promise<void> {
    do {
      const next = this.queue.next();
      try {
        this.producer ??= await KafkaProducer.connect(this.open(), this.compress);
        if (next.length > 0) await this.producer.send(next);
        resolveCalls(next);
        this.failure = undefined;
        this.failures = 0;
      } catch (error) {
        await this.failed(error);
        rejectCalls(next, new MessagingUnavailable(this.failure, { cause: error }));
      }
    } while (!this.queue.isEmpty);
  }

  private async failed(error: unknown): Promise<void> {
    this.failure = `无法发布到 Kafka (cannot publish to Kafka): ${reasonOf(error)}`;
    this.failures += 1;
    await this.discard();
    if (this.closed) return;
    // Whoever asks for trouble must hear when it is over, though nobody publishes.
    clearTimeout(this.probe);
    this.probe = setTimeout(() => this.work(), pauseAfter(this.backOff, this.failures));
    this.probe.unref();
  }

  private async discard(): Promise<void> {
    const { producer } = this;
    this.producer = undefined;
    await producer?.disconnect().catch(() => undefined);
  }
}
