import type { ICustomPartitioner, Kafka, ProducerBatch } from 'kafkajs';
import { KafkaPublisher } from './kafka-publisher';

const partitions = [0, 1].map((partitionId) => ({
  partitionId,
  leader: 1,
  partitionErrorCode: 0,
  replicas: [],
  isr: [],
  offlineReplicas: [],
}));

/** A client library of which each producer behaves as the next of `behaviours` says. */
const library = (...behaviours: ((places: string[]) => { topicName: string; partition: number }[])[]) => {
  const sends: string[] = [];
  let producers = 0;
  const producer = ({ createPartitioner }: { createPartitioner: ICustomPartitioner }) => {
    const mine = (producers += 1);
    const choose = createPartitioner();
    return {
      connect: async () => undefined,
      disconnect: async () => undefined,
      sendBatch: async ({ topicMessages }: ProducerBatch) => {
        const sent = topicMessages!.flatMap(({ topic, messages }) => messages.map((message) => ({ topic, message })));
        sends.push(`producer ${mine}: ${sent.map(({ message }) => String(message.value)).join(' ')}`);
        const places = sent.map(({ topic, message }) => `${topic}/${choose({ topic, message, partitionMetadata: partitions })}`);
        return behaviours.shift()!(places);
      },
    };
  };
  return { open: () => ({ producer }) as unknown as Kafka, sends };
};

const kept = (places: string[]) => places.map((place) => ({ topicName: place.split('/')[0]!, partition: Number(place.split('/')[1]) }));
const refuses = (): never => {
  throw new Error('not enough replicas');
};
const message = (value: string, key = value) => ({ key, value, headers: {} });
const quick = { first: 60_000, longest: 60_000 };

describe('publishing', () => {
  it('goes on with a new producer after a failure: under old sequence numbers others would be taken for repeats', async () => {
    const { open, sends } = library(refuses, kept);
    const publisher = new KafkaPublisher(open, quick, false);
    await expect(publisher.publish('t', [message('a')])).rejects.toThrow('not enough replicas');
    expect(publisher.trouble()).toMatch('not enough replicas');
    await publisher.publish('t', [message('b')]);
    expect(sends).toEqual(['producer 1: a', 'producer 2: b']);
    expect(publisher.trouble()).toBeUndefined();
    await publisher.close();
  });

  it('is refused when the library has forgotten a partition and says nothing', async () => {
    const keepsTheFirst = (places: string[]) => kept(places.slice(0, 1));
    const { open } = library(keepsTheFirst);
    const publisher = new KafkaPublisher(open, quick, false);
    const manyKeys = Array.from({ length: 20 }, (_, n) => message(`k${n}`));
    await expect(publisher.publish('t', manyKeys)).rejects.toThrow('not acknowledged: t/');
    await publisher.close();
  });

  it('shares one send among the calls that came while another was under way', async () => {
    const { open, sends } = library(kept, kept);
    const publisher = new KafkaPublisher(open, quick, false);
    await publisher.publish('t', []);
    await Promise.all(['a', 'b', 'c'].map((value) => publisher.publish('t', [message(value)])));
    expect(sends.map((send) => send.split(': ')[1]).join(' ')).toBe('a b c');
    expect(sends.length).toBeLessThanOrEqual(2);
    await publisher.close();
  });
});
