import type { Consumer, ConsumerSettings } from '../consumer';
import { findDeadLetters, replay, type Shelves } from '../dead-letter-replay';
import { deadTopic, retryTopic } from '../letters';
import type { Messaging } from '../messaging';
import type { Publisher } from '../publisher';
import { MemoryBus } from './memory-bus';
import { MemoryConsumer } from './memory-consumer';
import { MemoryGroup } from './memory-group';
import { MemoryPublisher } from './memory-publisher';

export interface MemoryMessaging extends Messaging {
  /** As if all brokers were down, until `mend`. */
  break(): void;
  mend(): void;
}

/** A broker in the memory of this process, with the promises of a real one; what is in it is gone with the process. */
export const memoryMessaging = (): MemoryMessaging => {
  const bus = new MemoryBus();
  const groups = new Map<string, MemoryGroup>();
  const opened: { publishers: Publisher[]; consumers: Consumer[] } = { publishers: [], consumers: [] };

  const groupOf = (groupId: string): MemoryGroup => {
    const group = groups.get(groupId) ?? new MemoryGroup(bus);
    groups.set(groupId, group);
    return group;
  };

  const shelves: Shelves = {
    async readAll(topic) {
      bus.mustBeUp();
      return bus.partitionsOf(topic).flat();
    },
    async post(topic, letters) {
      bus.mustBeUp();
      bus.add(topic, letters);
    },
  };

  return {
    async publisher() {
      const publisher = new MemoryPublisher(bus);
      opened.publishers.push(publisher);
      return publisher;
    },
    consumer(settings: ConsumerSettings) {
      const consumer = new MemoryConsumer(bus, groupOf(settings.groupId), settings);
      opened.consumers.push(consumer);
      return consumer;
    },
    async ensureTopics(topics) {
      bus.mustBeUp();
      for (const { topic, partitions, consumed } of topics)
        for (const name of consumed ? [topic, retryTopic(topic), deadTopic(topic)] : [topic]) bus.create(name, partitions);
    },
    deadLetters: (topic, filter) => findDeadLetters(shelves, topic, filter),
    replayDeadLetters: (topic, options) => replay(shelves, topic, options),
    async close() {
      await Promise.all(opened.consumers.map((consumer) => consumer.stop()));
      await Promise.all(opened.publishers.map((publisher) => publisher.close()));
    },
    break: () => bus.setBroken(true),
    mend: () => bus.setBroken(false),
  };
};
