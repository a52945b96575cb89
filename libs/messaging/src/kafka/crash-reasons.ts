import { reasonOf } from './kafka-client';

const namesOf = (error: unknown): readonly string[] =>
  error instanceof Error ? [error.name, ...namesOf((error as { cause?: unknown }).cause)] : [];

/** Why a consumer has ended, for whoever has to mend it. */
export const troubleOfCrash = (error: unknown, topics: readonly string[]): string => {
  if (namesOf(error).includes('KafkaJSNotImplemented') || /compression not implemented/i.test(reasonOf(error)))
    return (
      `消息的压缩方式无法解压 (messages on ${topics.join(', ')} are compressed with snappy, lz4 or zstd, which cannot be read here: ` +
      `set compression.type=gzip on the topic, so that the broker recompresses, and let senders send again what is there): ${reasonOf(error)}`
    );
  return `Kafka 消费中断，正在重连 (consuming from Kafka was interrupted, coming back): ${reasonOf(error)}`;
};
