import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as milliseconds } from 'node:timers/promises';
import { type Consumer, type Delivered, type KafkaSettings, type Messaging, openKafka } from '@app/messaging';
import { killAtOnce, runInChild } from '@app/testing';
import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { brokersForSpecs, type SomeBrokers } from './for-specs';

const brokers = brokersForSpecs('what goes wrong with a real broker');

const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await holds())) await milliseconds(20);
};

const none = async (): Promise<never[]> => [];

if (brokers)
  describe('on Kafka', () => {
    let some: SomeBrokers;
    let messaging: Messaging;
    let topic: string;
    const opened: Messaging[] = [];

    const open = (more: Partial<KafkaSettings> = {}): Messaging => {
      const one = openKafka({
        brokers: some.addresses,
        clientId: 'spec',
        sessionTimeout: 6_000,
        backOff: { first: 100, longest: 1_000 },
        ...more,
      });
      opened.push(one);
      return one;
    };
    const raw = () => new Kafka({ brokers: some.addresses, clientId: 'raw', logLevel: logLevel.NOTHING });
    const publish = async (...values: (string | Buffer)[]): Promise<void> => {
      const publisher = await messaging.publisher();
      await publisher.publish(
        topic,
        values.map((value, n) => ({ key: `k${n}`, value, headers: {} })),
      );
    };
    const seeing = (seen: Delivered[]) => async (messages: readonly Delivered[]) => {
      seen.push(...messages);
      return messages.map(() => 'done' as const);
    };
    const consumer = (of = messaging): Consumer => of.consumer({ groupId: topic, topics: [topic] });

    beforeEach(async () => {
      some = await brokers();
      messaging = open();
      topic = `spec-${randomUUID()}`;
      await messaging.ensureTopics([{ topic, partitions: 2, consumed: true }]);
    });
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((one) => one.close()));
    });

    it('what a killed process had in hand goes to another one', async () => {
      await publish('1', '2', '3');
      const settings = JSON.stringify({ brokers: some.addresses, clientId: 'doomed', sessionTimeout: 2_000 });
      const child = runInChild(`
        const { openKafka } = require('@app/messaging');
        const consumer = openKafka(${settings}).consumer({ groupId: '${topic}', topics: ['${topic}'] });
        void consumer.start(() => { console.log('in hand'); return new Promise(() => undefined); });
      `);
      await new Promise((resolve) => child.stdout.once('data', resolve));
      await killAtOnce(child);
      const seen: Delivered[] = [];
      await consumer().start(seeing(seen));
      await until(() => seen.length === 3);
    });

    it('a handler may take longer than a session lasts, and is not given the same again', async () => {
      const slow = consumer(open({ sessionTimeout: 1_500 }));
      await publish('1');
      const seen: Delivered[] = [];
      await slow.start(async (messages) => {
        seen.push(...messages);
        await milliseconds(5_000);
        return messages.map(() => 'done');
      });
      await until(async () => seen.length > 0 && (await slow.lag()).total === 0);
      expect(seen).toHaveLength(1);
    });

    it('more than a broker takes in one batch is published in several', async () => {
      const large = Array.from({ length: 40 }, () => randomBytes(100_000));
      await publish(...large);
      const seen: Delivered[] = [];
      await consumer().start(seeing(seen));
      await until(() => seen.length === large.length);
      expect(Buffer.concat(seen.map(({ value }) => value!))).toHaveLength(4_000_000);
    });

    it('a tombstone and a message without a key are delivered, retried and laid aside as they are', async () => {
      const producer = raw().producer({ createPartitioner: Partitioners.DefaultPartitioner });
      await producer.connect();
      await producer.send({ topic, messages: [{ key: null, value: null }] });
      await producer.disconnect();
      const attempts: number[] = [];
      const retrying = messaging.consumer({ groupId: topic, topics: [topic], retry: { attempts: 2, delays: [10] } });
      await retrying.start(async (messages) =>
        messages.map(({ attempt, key, value }) => {
          attempts.push(attempt);
          return { retry: `${String(key)} ${String(value)}` };
        }),
      );
      await until(async () => (await messaging.deadLetters(topic)).length === 1);
      expect(attempts).toEqual([1, 2]);
      expect(await messaging.deadLetters(topic)).toMatchObject([{ key: undefined, value: null, reason: 'undefined null', attempts: 2 }]);
      expect((await messaging.replayDeadLetters(topic)).letters).toHaveLength(1);
      expect(await messaging.deadLetters(topic, { limit: 0 })).toEqual([]);
    });

    it('topics are made so that the broker recompresses what others send, and letters fit and are not kept for ever', async () => {
      const admin = raw().admin();
      await admin.connect();
      const configOf = async (name: string): Promise<Record<string, string>> => {
        const { resources } = await admin.describeConfigs({ includeSynonyms: false, resources: [{ type: 2, name }] });
        return Object.fromEntries(resources[0]!.configEntries.map(({ configName, configValue }) => [configName, configValue]));
      };
      expect(await configOf(topic)).toMatchObject({ 'compression.type': 'gzip' });
      const day = 86_400_000;
      for (const [letters, days] of [
        [`${topic}.retry`, 14],
        [`${topic}.dead`, 90],
      ] as const)
        expect(await configOf(letters)).toMatchObject({
          'compression.type': 'gzip',
          'retention.ms': String(days * day),
          'max.message.bytes': '4194304',
        });
      await admin.disconnect();
    });

    it('messages compressed as nobody here can read are trouble with a reason, not a silent end', async () => {
      const admin = raw().admin();
      await admin.connect();
      await admin.alterConfigs({
        validateOnly: false,
        resources: [{ type: 2, name: topic, configEntries: [{ name: 'compression.type', value: 'snappy' }] }],
      });
      await admin.disconnect();
      await publish('1');
      const stuck = consumer();
      await stuck.start(none);
      await until(() => (stuck.trouble() ?? '').includes('compression.type=gzip'));
      await milliseconds(2_000);
      expect(stuck.trouble()).toMatch(topic);
      expect(stuck.trouble()).toMatch(/snappy/i);
    });

    it('a topic that is not there yet is trouble, until it is', async () => {
      const late = `spec-${randomUUID()}`;
      const waiting = messaging.consumer({ groupId: late, topics: [late] });
      const seen: Delivered[] = [];
      await waiting.start(seeing(seen));
      await until(() => (waiting.trouble() ?? '').includes('topic'));
      await messaging.ensureTopics([{ topic: late, consumed: true }]);
      await until(() => waiting.trouble() === undefined);
      const publisher = await messaging.publisher();
      await publisher.publish(late, [{ key: 'a', value: 'b', headers: {} }]);
      await until(() => seen.length === 1);
    });

    it('a password is in no trouble and in no log', async () => {
      const told: string[] = [];
      const sasl = { mechanism: 'plain', username: 'huiying', password: 'open-sesame' } as const;
      const refused = open({ sasl, log: (_, text) => told.push(text) });
      const waiting = consumer(refused);
      const publisher = await refused.publisher();
      await waiting.start(none);
      await expect(publisher.publish(topic, [{ key: 'a', value: 'b', headers: {} }])).rejects.toThrow('Kafka');
      await until(() => told.length > 0);
      expect(waiting.trouble()).toEqual(expect.any(String));
      expect([...told, waiting.trouble(), publisher.trouble()].join('\n')).not.toMatch(/open-sesame|b3Blbi1zZXNhbWU/);
    });

    if (brokers.ours)
      it('a broker that holds still, with its connections open, is noticed; when it moves again all goes on', async () => {
        const patient = consumer(open({ sessionTimeout: 2_000, silence: 8_000 }));
        const seen: Delivered[] = [];
        await patient.start(seeing(seen));
        await publish('1');
        await until(() => seen.length === 1 && patient.trouble() === undefined);
        some.own!.freeze();
        await until(() => patient.trouble() !== undefined);
        await until(() => (patient.trouble() ?? '').includes('coming back'));
        some.own!.thaw();
        await until(() => patient.trouble() === undefined);
        await publish('2');
        await until(() => seen.some(({ value }) => String(value) === '2'));
      });
  });
