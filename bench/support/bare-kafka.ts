import type { OutgoingMessage } from '@app/messaging';
import { Kafka, logLevel, Partitioners, type Producer } from 'kafkajs';
import { until } from './until';

const atOnce = 500;

const client = (brokers: string): Kafka => new Kafka({ brokers: brokers.split(','), clientId: 'bench', logLevel: logLevel.NOTHING });

/** Runs `work` with a producer as it comes, which waits for all replicas. */
export const withProducer = async <T>(brokers: string, work: (producer: Producer) => Promise<T>): Promise<T> => {
  const producer = client(brokers).producer({ createPartitioner: Partitioners.DefaultPartitioner, allowAutoTopicCreation: false });
  await producer.connect();
  try {
    return await work(producer);
  } finally {
    await producer.disconnect();
  }
};

export const produce = async (producer: Producer, topic: string, messages: readonly OutgoingMessage[]): Promise<void> => {
  for (let first = 0; first < messages.length; first += atOnce)
    await producer.send({
      topic,
      acks: -1,
      messages: messages.slice(first, first + atOnce).map(({ key, value, headers }) => ({ key, value, headers: { ...headers } })),
    });
};

/** Milliseconds from the first of these messages being produced to the last being consumed, by a consumer that only counts them. */
export const throughBareKafka = async (brokers: string, topic: string, messages: readonly OutgoingMessage[]): Promise<number> => {
  const consumer = client(brokers).consumer({ groupId: `${topic}.bare` });
  let seen = 0;
  let joined = false;
  consumer.on(consumer.events.GROUP_JOIN, () => (joined = true));
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await consumer.run({ eachBatch: async ({ batch }) => void (seen += batch.messages.length) });
  await until('the bare consumer is in its group', async () => joined);
  const startedAt = performance.now();
  await withProducer(brokers, (producer) => produce(producer, topic, messages));
  await until('all are consumed', async () => seen >= messages.length, { everyMs: 5 });
  const taken = performance.now() - startedAt;
  await consumer.disconnect();
  return taken;
};
