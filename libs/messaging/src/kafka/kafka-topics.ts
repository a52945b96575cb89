import type { Admin, ITopicConfig } from 'kafkajs';
import { deadTopic, retryTopic } from '../letters';
import type { TopicSettings } from '../messaging';
import type { KafkaSettings } from './kafka-settings';

const usualPartitions = 6;
/** A retry or a dead letter is its message and some headers more: it must fit where its message has fitted. */
const roomForLetters = String(4 * 1024 * 1024);
const day = 86_400_000;
/** What lies there holds personal data in clear: long enough for whoever looks after it, and no longer. */
const lettersKept = { retry: String(14 * day), dead: String(90 * day) };

type Compression = NonNullable<KafkaSettings['compression']>;

const topicsFor = ({ topic, partitions = usualPartitions, replication, consumed, keptFor }: TopicSettings, compression: Compression) => {
  const make = (name: string, entries: Record<string, string> = {}): ITopicConfig => ({
    topic: name,
    numPartitions: partitions,
    replicationFactor: replication ?? -1,
    configEntries: Object.entries({
      'compression.type': compression,
      // Of three copies two are written before anything is acknowledged: one broker may burn.
      ...(replication && replication >= 3 ? { 'min.insync.replicas': '2' } : {}),
      ...entries,
    }).map(([name_, value]) => ({ name: name_, value })),
  });
  const stated: Record<string, string> = keptFor === undefined ? {} : { 'retention.ms': String(keptFor) };
  const itself = make(topic, stated);
  if (!consumed) return [itself];
  const letters = (kept: string) => ({ 'max.message.bytes': roomForLetters, 'retention.ms': kept });
  return [itself, make(retryTopic(topic), letters(lettersKept.retry)), make(deadTopic(topic), letters(lettersKept.dead))];
};

/** Makes those that are not there. */
export const makeTopics = async (admin: Admin, topics: readonly TopicSettings[], compression: Compression): Promise<void> => {
  const wanted = topics.flatMap((settings) => topicsFor(settings, compression));
  const there = new Set(await admin.listTopics());
  const missing = wanted.filter(({ topic }) => !there.has(topic));
  if (missing.length > 0) await admin.createTopics({ topics: missing, waitForLeaders: true });
};
