import { MessagingUnavailable } from '../errors';
import type { Letter, Stored } from '../letters';

const usualPartitions = 6;

/** FNV-1a: the same key, the same partition. */
const hash = (key: string): number => {
  let value = 0x811c9dc5;
  for (const byte of Buffer.from(key)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value;
};

/** Topics and their partitions. */
export class MemoryBus {
  private readonly topics = new Map<string, Stored[][]>();
  private readonly listeners = new Set<() => void>();
  private broken = false;

  trouble(): string | undefined {
    return this.broken ? '消息代理已断开 (the broker is down)' : undefined;
  }

  setBroken(broken: boolean): void {
    this.broken = broken;
    this.ring();
  }

  /** @throws MessagingUnavailable */
  mustBeUp(): void {
    const trouble = this.trouble();
    if (trouble) throw new MessagingUnavailable(trouble);
  }

  create(topic: string, partitions = usualPartitions): void {
    if (!this.topics.has(topic))
      this.topics.set(
        topic,
        Array.from({ length: partitions }, () => []),
      );
  }

  partitionsOf(topic: string): readonly (readonly Stored[])[] {
    return this.topics.get(topic) ?? [];
  }

  add(topic: string, letters: readonly Letter[]): void {
    this.create(topic);
    const partitions = this.topics.get(topic)!;
    for (const { key, value, headers } of letters) {
      const partition = key === undefined ? 0 : hash(key) % partitions.length;
      const messages = partitions[partition]!;
      const bytes = typeof value === 'string' ? Buffer.from(value) : value;
      messages.push({ topic, partition, offset: String(messages.length), key, headers, value: bytes, timestamp: Date.now() });
    }
    this.ring();
  }

  /** Calls `listener` whenever there may be something to do. Returns how to stop that. */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  ring(): void {
    for (const listener of this.listeners) listener();
  }
}
