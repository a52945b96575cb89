import type { Admin } from 'kafkajs';
import type { Lag, PartitionLag } from '../consumer';

const lagOf = (high: string, low: string, settled: string): number => {
  // Nothing settled yet is -1, and what is no longer kept cannot be settled.
  const from = BigInt(settled) > BigInt(low) ? BigInt(settled) : BigInt(low);
  return Math.max(0, Number(BigInt(high) - from));
};

/** How far a group is behind in each partition of the topics. */
export const askForLag = async (admin: Admin, groupId: string, topics: readonly string[]): Promise<Lag> => {
  const [settled, ends] = await Promise.all([
    admin.fetchOffsets({ groupId, topics: [...topics] }),
    Promise.all(topics.map(async (topic) => ({ topic, offsets: await admin.fetchTopicOffsets(topic) }))),
  ]);
  const settledAt = new Map(
    settled.flatMap(({ topic, partitions }) => partitions.map(({ partition, offset }) => [`${topic}/${partition}`, offset])),
  );
  const partitions = ends.flatMap(({ topic, offsets }) =>
    offsets.map(({ partition, high, low }): PartitionLag => {
      const lag = lagOf(high, low, settledAt.get(`${topic}/${partition}`) ?? '-1');
      return { topic, partition, lag };
    }),
  );
  return { partitions, total: partitions.reduce((sum, { lag }) => sum + lag, 0) };
};
