import { MessagingUnavailable } from '../errors';
import type { OutgoingMessage } from '../message';
import { Publisher } from '../publisher';
import type { MemoryBus } from './memory-bus';

export class MemoryPublisher extends Publisher {
  private closed = false;

  constructor(private readonly bus: MemoryBus) {
    super();
  }

  async publish(topic: string, messages: readonly OutgoingMessage[]): Promise<void> {
    const trouble = this.trouble();
    if (trouble) throw new MessagingUnavailable(trouble);
    this.bus.add(topic, messages);
  }

  trouble(): string | undefined {
    return this.closed ? '发布者已关闭 (the publisher is closed)' : this.bus.trouble();
  }

  async close(): Promise<void> {
    this.closed = true;
  }
}
