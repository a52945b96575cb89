import { exchangeNames } from '@app/case-handling';
import { caseFactsTable, receiptsTable } from '@app/projections';
import type { CloudEvent } from 'cloudevents';
import { concurrently } from '../../apps/cli/src/demo/load/concurrently';
import { chunks } from '../support/chunks';
import { Seeded } from '../support/seeded';
import { until } from '../support/until';
import { wholeLog } from './audits';
import type { Cluster } from './cluster';
import { onCluster } from './for-specs';
import { answered, hotlineAt, orders, publishAll, received, source, untilConsumed } from './hotline-load';

jest.setTimeout(600_000);

const seed = 5_000;
const workOrders = 5_000;
const answeredByPhone = workOrders / 10;
const batch = 100;
const sideBySide = 4;

const reportAll = async (cluster: Cluster, events: readonly CloudEvent<object>[]): Promise<ReadonlySet<string>> => {
  const seen = new Set<string>();
  const hotlines = cluster.urls().map((url) => hotlineAt(cluster, url));
  await concurrently([...chunks(events, batch).entries()], sideBySide, async ([index, some]) => {
    const { status, body, text } = await hotlines[index % hotlines.length]!.reportAll(some);
    if (status !== 202) throw new Error(`${status} ${text}`);
    for (const receipt of body.receipts) {
      seen.add(receipt.status);
      if (receipt.status === 'rejected') throw new Error(JSON.stringify(receipt));
    }
  });
  return seen;
};

onCluster('events that are delivered two to ten times, out of order and late, to two apis and over Kafka at once', { source }, (given) => {
  it(`open one case for each of ${workOrders} work orders, with everything that was reported about it`, async () => {
    const { cluster } = given();
    const random = new Seeded(seed);
    const numbers = orders('YS', workOrders);
    const repeated = (event: CloudEvent<object>) => Array.from({ length: random.between(2, 10) }, () => event);
    const events = [...numbers.map(received), ...numbers.slice(0, answeredByPhone).map(answered)];
    const deliveries = random.shuffled(events.flatMap(repeated));
    const half = Math.floor(deliveries.length / 2);
    const topic = exchangeNames(cluster.prefix).intake;
    const messaging = cluster.messaging();
    const publisher = await messaging.publisher();

    const began = performance.now();
    await Promise.all([reportAll(cluster, deliveries.slice(0, half)), publishAll(publisher, topic, deliveries.slice(half))]);
    await untilConsumed(cluster);
    const rows = await cluster.rows();
    await until('every event has its receipt', async () => (await rows.count(receiptsTable, { status: 'recorded' })) === events.length);
    console.log(
      `seed ${seed}: ${deliveries.length} deliveries of ${events.length} events in ${((performance.now() - began) / 1_000).toFixed(1)} s`,
    );

    // Long after everything was done.
    const late = random.shuffled(events).slice(0, 500);
    expect(await reportAll(cluster, late)).toEqual(new Set(['duplicate']));
    await publishAll(publisher, topic, late);
    await untilConsumed(cluster);

    const facts = await rows.rows(caseFactsTable);
    expect(facts.map(({ source_number }) => String(source_number)).toSorted()).toEqual([...numbers].toSorted());
    expect(new Set(facts.map(({ case_number }) => case_number)).size).toBe(workOrders);
    expect(await rows.count(receiptsTable)).toBe(events.length);
    const log = await wholeLog(await cluster.events());
    const streams = (type: string) => log.filter((event) => event.type === type).map(({ stream }) => stream);
    for (const [type, count] of [
      ['ComplaintRegistered', workOrders],
      ['ComplaintAnsweredDirectly', answeredByPhone],
    ] as const) {
      expect(streams(type)).toHaveLength(count);
      expect(new Set(streams(type)).size).toBe(count);
    }
    expect(await messaging.deadLetters(topic)).toEqual([]);
  });
});
