import { Consumer, type ConsumerSettings, type Lag } from '../consumer';
import { deliver, dueOf, retryTopic, type Stored } from '../letters';
import type { Handle } from '../message';
import { usualRetries } from '../retry-plan';
import { postingsOf } from '../settle';
import type { MemoryBus } from './memory-bus';
import type { MemoryGroup, Place } from './memory-group';

const usualBatch = 500;
const pauses = [10, 100, 1_000];

export class MemoryConsumer extends Consumer {
  private readonly topics: readonly string[];
  private readonly inHand = new Set<Promise<void>>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly failures = new Map<Place, number>();
  private handle: Handle | undefined;
  private deaf: (() => void) | undefined;
  private failure: string | undefined;

  constructor(
    private readonly bus: MemoryBus,
    private readonly group: MemoryGroup,
    private readonly settings: ConsumerSettings,
  ) {
    super();
    this.topics = settings.topics.flatMap((topic) => [topic, retryTopic(topic)]);
  }

  async start(handle: Handle): Promise<void> {
    this.handle = handle;
    this.group.join(this, this.topics);
    this.deaf = this.bus.listen(() => this.look());
    this.bus.ring();
  }

  trouble(): string | undefined {
    if (!this.handle) return '消费者未运行 (the consumer is not running)';
    return this.bus.trouble() ?? this.failure;
  }

  async lag(): Promise<Lag> {
    this.bus.mustBeUp();
    const partitions = this.group.placesOf(this.topics).map(({ topic, partition, settled }) => ({
      topic,
      partition,
      lag: this.bus.partitionsOf(topic)[partition]!.length - settled,
    }));
    return { partitions, total: partitions.reduce((sum, { lag }) => sum + lag, 0) };
  }

  async stop(): Promise<void> {
    this.handle = undefined;
    for (const timer of this.timers) clearTimeout(timer);
    await Promise.all(this.inHand);
    this.deaf?.();
    this.group.leave(this);
    this.bus.ring();
  }

  private look(): void {
    if (!this.handle || this.bus.trouble()) return;
    for (const place of this.group.assigned(this)) if (!place.busy) this.take(place);
  }

  private take(place: Place): void {
    const there = this.bus.partitionsOf(place.topic)[place.partition]!;
    const next = there.slice(place.settled, place.settled + (this.settings.batchSize ?? usualBatch));
    const early = next.findIndex((stored) => this.isRetry(place.topic) && dueOf(stored) > Date.now());
    if (early === 0) return this.lookAgain(dueOf(next[0]!) - Date.now());
    const batch = early < 0 ? next : next.slice(0, early);
    if (batch.length === 0) return;
    place.busy = true;
    const work = this.work(place, batch).finally(() => this.inHand.delete(work));
    this.inHand.add(work);
  }

  private async work(place: Place, batch: readonly Stored[]): Promise<void> {
    let pause = 0;
    try {
      await this.settle(place, batch);
      this.failures.delete(place);
      if (this.failures.size === 0) this.failure = undefined;
    } catch (error) {
      const failed = (this.failures.get(place) ?? 0) + 1;
      this.failures.set(place, failed);
      this.failure = `无法处理消息 (messages cannot be handled): ${error instanceof Error ? error.message : String(error)}`;
      pause = pauses[Math.min(failed, pauses.length) - 1]!;
    }
    // With a pause the partition stays in hand: nobody else may overtake.
    const free = (): void => {
      place.busy = false;
      this.bus.ring();
    };
    if (pause === 0 || !this.handle) return void setImmediate(free);
    await this.wait(pause).finally(free);
  }

  private async settle(place: Place, batch: readonly Stored[]): Promise<void> {
    const messages = batch.map((stored) => deliver(stored, this.isRetry(place.topic)));
    const verdicts = await this.handle!(messages);
    const postings = postingsOf(messages, verdicts, this.settings.retry ?? usualRetries, Date.now());
    this.bus.mustBeUp();
    for (const { topic, letter } of postings) this.bus.add(topic, [letter]);
    place.settled += batch.length;
  }

  private isRetry(topic: string): boolean {
    return !this.settings.topics.includes(topic);
  }

  private lookAgain(after: number): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.look();
    }, after + 1);
    this.timers.add(timer);
  }

  private wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      setTimeout(resolve, ms);
    });
  }
}
