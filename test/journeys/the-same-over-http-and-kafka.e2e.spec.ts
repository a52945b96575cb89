import { IntakeMessages } from '@app/case-handling';
import { EventStore } from '@app/event-store';
import { IntakeKeys } from '@app/identity';
import { memoryMessaging, type MemoryMessaging, type OutgoingMessage } from '@app/messaging';
import { caseFactsTable, receiptsTable } from '@app/projections';
import { ReadStore } from '@app/read-store';
import { CommandBus } from '@nestjs/cqrs';
import type { CloudEvent } from 'cloudevents';
import { reportedComplaint } from '../support/forms';
import type { Hotline } from '../support/hotline';
import { type RunningServer, serversForSpecs } from '../support/running-server';

const { start } = serversForSpecs();
const topic = 'spec.intake';
const workOrders = 500;

/** Numbers in [0, 1) that are the same in every run. */
const seeded = (seed: number) => (): number => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};
const random = seeded(2018);
const between = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
const shuffled = <T>(all: readonly T[]): readonly T[] =>
  all
    .map((each) => ({ each, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ each }) => each);

let server: RunningServer;
let hotline: Hotline;
let messaging: MemoryMessaging;
let intake: IntakeMessages;

const received = (order: string) =>
  hotline.event('complaint.received', `${order}-received`, order, '2018-06-04T09:00:00+08:00', reportedComplaint);
const answered = (order: string) =>
  hotline.event('complaint.answered', `${order}-answered`, order, '2018-06-05T09:00:00+08:00', { text: '电话中已答复' });

const published = (event: CloudEvent<object>): OutgoingMessage => ({
  key: event.subject!,
  value: JSON.stringify(event),
  headers: { 'content-type': 'application/cloudevents+json; charset=utf-8' },
});

const publishAll = async (events: readonly CloudEvent<object>[]): Promise<void> => {
  const publisher = await messaging.publisher();
  while (events.length > 0) {
    await publisher.publish(topic, events.slice(0, 50).map(published));
    events = events.slice(50);
    await new Promise(setImmediate);
  }
};

const reportAll = async (events: readonly CloudEvent<object>[]): Promise<void> => {
  while (events.length > 0) {
    const { status, body } = await hotline.reportAll(events.slice(0, 50));
    expect({ status, refused: body.receipts.filter((each: { status: string }) => each.status === 'rejected') }).toEqual({
      status: 202,
      refused: [],
    });
    events = events.slice(50);
  }
};

beforeAll(async () => {
  server = await start();
  hotline = server.hotline();
  messaging = memoryMessaging();
  await messaging.ensureTopics([{ topic, consumed: true, partitions: 4 }]);
  const keys = server.get(IntakeKeys);
  const sources = { unitOf: (source: string) => keys.systemOf(source)?.unit };
  intake = new IntakeMessages(server.get(CommandBus), sources, server.get(EventStore), server.get(ReadStore));
  await messaging.consumer({ groupId: 'spec', topics: [topic] }).start((messages) => intake.handle(messages));
});

afterAll(() => messaging.close());

describe('events that are delivered two to ten times, out of order, over HTTP and Kafka at once', () => {
  it('open one case for each work order, with everything that was reported about it', async () => {
    const orders = Array.from({ length: workOrders }, (_, index) => `YS-2018-${index}`);
    const repeated = (event: CloudEvent<object>) => Array.from({ length: between(2, 10) }, () => event);
    const deliveries = shuffled(
      orders.flatMap((order, index) => [...repeated(received(order)), ...(index % 5 === 0 ? repeated(answered(order)) : [])]),
    );
    const [overHttp, overKafka] = [deliveries.filter((_, index) => index % 2 === 0), deliveries.filter((_, index) => index % 2 === 1)];

    await Promise.all([reportAll(overHttp), publishAll(overKafka)]);
    while (intake.tally().consumed < overKafka.length) await new Promise(setImmediate);
    await server.settled();

    const rows = server.get(ReadStore);
    const facts = await rows.rows(caseFactsTable);
    expect(facts.map(({ source_number }) => String(source_number)).toSorted()).toEqual([...orders].toSorted());
    expect(await rows.count(receiptsTable, { status: 'recorded' })).toBe(workOrders + workOrders / 5);
    expect(await rows.count(receiptsTable)).toBe(workOrders + workOrders / 5);
    const log = await server.get(EventStore).readAll(0, 100_000);
    const count = (type: string): number => log.filter((event) => event.type === type).length;
    expect([count('ComplaintRegistered'), count('ComplaintAnsweredDirectly')]).toEqual([workOrders, workOrders / 5]);
    expect(await messaging.deadLetters(topic)).toEqual([]);
    expect(intake.tally()).toMatchObject({ dead: 0, retried: 0 });
    expect(intake.tally().recorded).toBeGreaterThan(0);
  });
});
