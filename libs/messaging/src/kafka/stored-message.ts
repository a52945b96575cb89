import type { IHeaders, KafkaMessage } from 'kafkajs';
import type { Stored } from '../letters';

/** Of a header that is there several times the last one counts, as in Kafka's own clients. */
const textOf = (value: IHeaders[string]): string | undefined => {
  const last = Array.isArray(value) ? value.at(-1) : value;
  return last?.toString('utf8' as never);
};

const headersOf = (headers: IHeaders | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers ?? {}).flatMap(([name, value]) => {
      const text = textOf(value);
      return text === undefined ? [] : [[name, text]];
    }),
  );

export const storedMessage = (topic: string, partition: number, { offset, key, headers, value, timestamp }: KafkaMessage): Stored => ({
  topic,
  partition,
  offset,
  key: key?.toString(),
  headers: headersOf(headers),
  value,
  timestamp: Number(timestamp),
});
