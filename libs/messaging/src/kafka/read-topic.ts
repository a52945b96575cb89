import { randomUUID } from 'node:crypto';
import type { Admin, Consumer, Kafka } from 'kafkajs';
import type { Stored } from '../letters';
import { storedMessage } from './stored-message';

const longest = 120_000;

/** Everything that lies on a topic at this moment, partition by partition, read by a group that is gone afterwards. */
export const readTopic = async (kafka: Kafka, admin: Admin, topic: string, name: string): Promise<readonly Stored[]> => {
  const offsets = await admin.fetchTopicOffsets(topic);
  const ends = new Map(
    offsets.filter(({ high, low }) => BigInt(high) > BigInt(low)).map(({ partition, high }) => [partition, BigInt(high)]),
  );
  if (ends.size === 0) return [];
  const groupId = `${name}.reads.${randomUUID()}`;
  const consumer = kafka.consumer({ groupId, allowAutoTopicCreation: false, maxWaitTimeInMs: 200 });
  try {
    return await readUpTo(consumer, topic, ends);
  } finally {
    await consumer.disconnect().catch(() => undefined);
    await admin.deleteGroups([groupId]).catch(() => undefined);
  }
};

const readUpTo = async (consumer: Consumer, topic: string, ends: Map<number, bigint>): Promise<readonly Stored[]> => {
  const read: Stored[] = [];
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${topic} could not be read within ${longest / 1_000} s`)), longest);
    const finish = (): void => (clearTimeout(late), resolve());
    consumer.on(consumer.events.CRASH, ({ payload }) => (clearTimeout(late), reject(payload.error)));
    consumer
      .run({
        autoCommit: false,
        eachBatch: async ({ batch }) => {
          const { partition, messages } = batch;
          const end = ends.get(partition);
          if (end === undefined) return;
          for (const message of messages) if (BigInt(message.offset) < end) read.push(storedMessage(topic, partition, message));
          if (BigInt(batch.lastOffset()) >= end - 1n) ends.delete(partition);
          if (ends.size === 0) finish();
        },
      })
      .catch(reject);
  });
  return read;
};
