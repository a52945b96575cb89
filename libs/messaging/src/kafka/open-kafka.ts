import type { Consumer } from '../consumer';
import { findDeadLetters, replay, type Shelves } from '../dead-letter-replay';
import type { Messaging } from '../messaging';
import type { Publisher } from '../publisher';
import type { Posting } from '../settle';
import { KafkaAdmin } from './kafka-admin';
import { kafkaClient } from './kafka-client';
import { KafkaConsumer } from './kafka-consumer';
import { askForLag } from './kafka-lag';
import { KafkaPublisher } from './kafka-publisher';
import { type KafkaSettings, usualBackOff } from './kafka-settings';
import { makeTopics } from './kafka-topics';
import { readTopic } from './read-topic';

/** Messaging by Apache Kafka. Nothing is connected until it is needed. */
export const openKafka = (settings: KafkaSettings): Messaging => {
  const client = () => kafkaClient(settings);
  const { backOff = usualBackOff, compression = 'gzip' } = settings;
  const admin = new KafkaAdmin(client);
  const publishers: Publisher[] = [];
  const consumers: Consumer[] = [];

  const newPublisher = (): KafkaPublisher => {
    const publisher = new KafkaPublisher(client, backOff, compression !== 'uncompressed');
    publishers.push(publisher);
    return publisher;
  };
  let shared: KafkaPublisher | undefined;
  const letters = (): KafkaPublisher => (shared ??= newPublisher());

  const post = async (postings: readonly Posting[]): Promise<void> => {
    await Promise.all(postings.map(({ topic, letter }) => letters().post(topic, [letter])));
  };

  const shelves: Shelves = {
    readAll: (topic) => admin.ask((connected) => readTopic(client(), connected, topic, settings.clientId)),
    post: (topic, some) => letters().post(topic, some),
  };

  return {
    publisher: async () => newPublisher(),
    consumer(wanted) {
      const lag = (groupId: string, topics: readonly string[]) => admin.ask((connected) => askForLag(connected, groupId, topics));
      const consumer = new KafkaConsumer({ settings, client, post, lag }, wanted);
      consumers.push(consumer);
      return consumer;
    },
    ensureTopics: (topics) => admin.ask((connected) => makeTopics(connected, topics, compression)),
    deadLetters: (topic, filter) => findDeadLetters(shelves, topic, filter),
    replayDeadLetters: (topic, options) => replay(shelves, topic, options),
    async close() {
      // Consumers first: what they have in hand may have to be published.
      await Promise.all(consumers.map((consumer) => consumer.stop()));
      await Promise.all(publishers.map((publisher) => publisher.close()));
      await admin.close();
    },
  };
};
