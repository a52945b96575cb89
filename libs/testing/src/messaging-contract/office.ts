import { randomUUID } from 'node:crypto';
import { setTimeout as milliseconds } from 'node:timers/promises';
import type { Consumer, ConsumerSettings, Delivered, Handle, Messaging, OutgoingMessage, Verdict } from '@app/messaging';

export interface OpenedMessaging {
  readonly messaging: Messaging;
  /** As another process would open it. */
  another(): Messaging;
  /** All brokers go down, without a warning; absent where that cannot be had. */
  breakBrokers?(): Promise<void>;
  mendBrokers?(): Promise<void>;
  close(): Promise<void>;
}

export const until = async (holds: () => boolean | Promise<boolean>, within = 120_000): Promise<void> => {
  for (const late = Date.now() + within; !(await holds()); await milliseconds(15)) {
    if (Date.now() > late) throw new Error(`not within ${within} ms: ${String(holds)}`);
  }
};

export const quickRetries = { attempts: 3, delays: [150, 300] };

export const message = (key: string, value: unknown, headers: Record<string, string> = {}): OutgoingMessage => ({
  key,
  value: JSON.stringify(value),
  headers,
});

export const valueOf = ({ value }: Delivered): unknown => JSON.parse(String(value));

/** A topic of a spec's own with a group that follows it. */
export class Office {
  readonly topic = `spec-${randomUUID()}`;
  readonly groupId = `office-${randomUUID()}`;
  readonly seen: Delivered[] = [];
  private readonly consumers: Consumer[] = [];

  constructor(private readonly opened: OpenedMessaging) {}

  static async open(opened: OpenedMessaging, partitions = 4): Promise<Office> {
    const office = new Office(opened);
    await opened.messaging.ensureTopics([{ topic: office.topic, partitions, consumed: true }]);
    return office;
  }

  async publish(...messages: readonly OutgoingMessage[]): Promise<void> {
    const publisher = await this.opened.messaging.publisher();
    await publisher.publish(this.topic, messages);
    await publisher.close();
  }

  /** Follows the topic; each message that is handled is kept in `seen`. */
  async follow(judge: (message: Delivered) => Verdict | Promise<Verdict> = () => 'done', more: Partial<ConsumerSettings> = {}) {
    return this.followBy(async (messages) => {
      const verdicts: Verdict[] = [];
      for (const one of messages) {
        this.seen.push(one);
        verdicts.push(await judge(one));
      }
      return verdicts;
    }, more);
  }

  async followBy(handle: Handle, more: Partial<ConsumerSettings> = {}, messaging = this.opened.messaging): Promise<Consumer> {
    const consumer = messaging.consumer({ groupId: this.groupId, topics: [this.topic], retry: quickRetries, ...more });
    this.consumers.push(consumer);
    await consumer.start(handle);
    return consumer;
  }

  async lag(): Promise<number> {
    const [consumer] = this.consumers;
    return (await consumer!.lag()).total;
  }

  async settled(): Promise<void> {
    await until(async () => (await this.lag()) === 0);
  }
}
