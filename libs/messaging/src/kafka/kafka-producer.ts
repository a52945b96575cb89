import { CompressionTypes, type Kafka, Partitioners, type Producer } from 'kafkajs';
import type { Letter } from '../letters';

type Placed = readonly { readonly topic: string; readonly letter: Letter }[];

/**
 * One producer id at the brokers, good until a send has failed. After that its sequence numbers are in doubt: other messages sent under
 * the same numbers would be taken for repeats and dropped.
 */
export class KafkaProducer {
  private readonly producer: Producer;
  private readonly placed = new Set<string>();

  private constructor(
    kafka: Kafka,
    private readonly compression: CompressionTypes,
  ) {
    this.producer = kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      retry: { retries: 5, initialRetryTime: 200, maxRetryTime: 3_000 },
      createPartitioner: () => {
        const choose = Partitioners.DefaultPartitioner();
        return (message) => {
          const partition = choose(message);
          this.placed.add(`${message.topic}/${partition}`);
          return partition;
        };
      },
    });
  }

  static async connect(kafka: Kafka, compress: boolean): Promise<KafkaProducer> {
    const made = new KafkaProducer(kafka, compress ? CompressionTypes.GZIP : CompressionTypes.None);
    await made.producer.connect();
    return made;
  }

  /** One at a time. Resolves when all are kept by every replica in sync. */
  async send(letters: Placed): Promise<void> {
    const byTopic = new Map<string, Letter[]>();
    for (const { topic, letter } of letters) {
      const some = byTopic.get(topic);
      if (some) some.push(letter);
      else byTopic.set(topic, [letter]);
    }
    this.placed.clear();
    const kept = await this.producer.sendBatch({
      acks: -1,
      timeout: 15_000,
      compression: this.compression,
      topicMessages: [...byTopic].map(([topic, some]) => ({
        topic,
        messages: some.map(({ key, value, headers }) => ({ key: key ?? null, value, headers: { ...headers } })),
      })),
    });
    // When a partition moves to a broker that has answered already, the library forgets to send to it again, and says nothing.
    const answered = new Set(kept.map(({ topicName, partition }) => `${topicName}/${partition}`));
    const forgotten = [...this.placed].filter((place) => !answered.has(place));
    if (forgotten.length > 0) throw new Error(`not acknowledged: ${forgotten.join(', ')}`);
  }

  async disconnect(): Promise<void> {
    await this.producer.disconnect();
  }
}
