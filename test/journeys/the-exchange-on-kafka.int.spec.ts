import { kafkaAccess } from '@app/case-handling';
import { EventStore } from '@app/event-store';
import { issueIntakeKey } from '@app/identity';
import { type Delivered, type Messaging, openKafka, type OutgoingMessage, type Publisher, writeKafkaEvent } from '@app/messaging';
import { caseFactsTable } from '@app/projections';
import { ReadStore } from '@app/read-store';
import { temporaryFolders } from '@app/testing';
import { brokersForSpecs, type SomeBrokers } from '../kafka/for-specs';
import { reportedComplaint } from '../support/forms';
import { RunningExchange } from '../support/running-exchange';

jest.setTimeout(240_000);

const newFolder = temporaryFolders();
const source = 'urn:hotline:12345';
const prefix = `spec${process.pid}`;

let broker: SomeBrokers;
let exchange: RunningExchange;
let own: Messaging;
let publisher: Publisher;
const told: Delivered[] = [];

const open = (): Messaging =>
  openKafka({ ...kafkaAccess({ brokers: broker.addresses }, 'spec'), sessionTimeout: 6_000, backOff: { first: 100, longest: 1_000 } });

const event = (kind: string, order: string, time: string, data: object): OutgoingMessage =>
  writeKafkaEvent({ id: `${order}-${kind}`, source, type: `cn.huiying.intake.complaint.${kind}.v1`, subject: order, time, data });

const received = (order: string): OutgoingMessage => event('received', order, '2018-06-04T09:00:00+08:00', reportedComplaint);
const answered = (order: string): OutgoingMessage => event('answered', order, '2018-06-05T09:00:00+08:00', { text: '已告知' });

const publish = async (messages: readonly OutgoingMessage[]): Promise<void> => {
  for (;;) {
    const kept = await publisher.publish(`${prefix}.intake`, messages).then(
      () => true,
      () => false,
    );
    if (kept) return;
  }
};

/** Resolves when what is asked holds; the spec's own time limit says that it never does. */
const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await holds()))
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
};

const revisionsTold = (): readonly string[] => [
  ...new Set(told.map(({ headers }) => `${headers['ce_subject']}@${headers['ce_revision']}`)),
];

// Before the broker goes: whatever is said of the end comes first.
afterAll(async () => {
  await exchange?.stop();
  await own?.close();
});

const brokers = brokersForSpecs('the exchange on a real Kafka');

const begin = async (): Promise<void> => {
  broker = await brokers!();
  const folder = newFolder();
  issueIntakeKey(folder, { source, unit: 'hotline-centre' });
  exchange = await RunningExchange.start(folder, open, prefix);
  own = open();
  publisher = await own.publisher();
  await until(async () => (await exchange.ask('/readyz')).status === 200);
  // A consumer of ours has topics for retries and dead letters beside its own.
  await own.ensureTopics([{ topic: `${prefix}.cases`, consumed: true, partitions: 3, replication: 1 }]);
  await own.consumer({ groupId: `${prefix}.listener`, topics: [`${prefix}.cases`] }).start(async (messages) => {
    told.push(...messages);
    return messages.map(() => 'done');
  });
};

if (brokers)
  describe('the exchange on a real Kafka', () => {
    beforeAll(begin);

    it('records each event once and tells of it, also when the broker is killed in between', async () => {
      const orders = Array.from({ length: 300 }, (_, index) => `YS-${index}`);
      await publish(orders.flatMap((order) => [received(order), answered(order), received(order)]));
      if (broker.own) {
        await broker.own.kill();
        await broker.own.restart();
      }
      const more = Array.from({ length: 300 }, (_, index) => `YS-${index + 200}`);
      await publish(more.flatMap((order) => [received(order), answered(order)]));
      await until(async () => (await exchange.get(ReadStore).count(caseFactsTable)) === 500);
      await until(() => revisionsTold().length === 1_000);

      const log = await exchange.get(EventStore).readAll(0, 100_000);
      const count = (type: string): number => log.filter((each) => each.type === type).length;
      expect([count('ComplaintRegistered'), count('ComplaintAnsweredDirectly')]).toEqual([500, 500]);
      expect(await own.deadLetters(`${prefix}.intake`)).toEqual([]);
      const subjects = new Set(told.map(({ headers }) => headers['ce_subject']));
      for (const subject of subjects)
        expect(revisionsTold().filter((each) => each.startsWith(`${subject}@`))).toEqual([`${subject}@0`, `${subject}@1`]);
      await until(async () => (await exchange.ask('/readyz')).status === 200);
      await until(async () => (await exchange.ask('/metrics')).text.includes('huiying_intake_lag 0'));
    });

    it('puts aside what can never be recorded', async () => {
      await publish([event('invented', 'YS-bad', '2018-06-04T09:00:00+08:00', {})]);
      await until(async () => (await own.deadLetters(`${prefix}.intake`)).length === 1);
      expect((await own.deadLetters(`${prefix}.intake`))[0]).toMatchObject({
        code: 'unknown-event-type',
        headers: { ce_id: 'YS-bad-invented' },
      });
    });
  });
