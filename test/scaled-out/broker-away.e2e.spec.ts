import { setTimeout as pause } from 'node:timers/promises';
import { exchangeNames } from '@app/case-handling';
import type { Publisher } from '@app/messaging';
import { caseFactsTable } from '@app/projections';
import { until } from '../support/until';
import { firstTold, readTopic, toBeTold, wholeLog } from './audits';
import { isReady, readinessOf } from './cluster';
import { onCluster } from './for-specs';
import { hotlineAt, orders, publishAll, received, source, SteadyIntake, untilConsumed } from './hotline-load';

jest.setTimeout(600_000);

const size = { apis: 1, projectors: 1, exchanges: 2 };
const twoMinutes = 120_000;

onCluster('while Kafka is away', { source, size }, (given) => {
  const reported: string[] = [];
  let publisher: Publisher;
  let topic: string;

  const publish = async (name: string, count: number): Promise<void> => {
    const numbers = orders(name, count);
    reported.push(...numbers);
    await publishAll(publisher, topic, numbers.map(received));
  };

  /** Reports over HTTP all the while, and insists that nobody there noticed anything. */
  const besides = async (name: string, work: () => Promise<void>): Promise<void> => {
    const { cluster } = given();
    const intake = new SteadyIntake(hotlineAt(cluster, cluster.urls()[0]!), name, 100);
    try {
      await work();
    } finally {
      await intake.stop();
    }
    reported.push(...intake.orders);
    const slowest = Math.round(Math.max(...intake.answers.map(({ ms }) => ms)));
    console.log(`${name}: ${intake.answers.length} requests, the slowest ${slowest} ms`);
    expect(intake.answers.filter(({ status }) => status !== 202)).toEqual([]);
    expect(await isReady(cluster.apis[0]!)).toBe(true);
  };

  const untilNoticed = () =>
    until('every exchange says that it cannot work', async () => {
      const told = await Promise.all(given().cluster.exchanges.map(readinessOf));
      return told.every((each) => each?.ready === false);
    });

  const untilAllRecorded = async (): Promise<void> => {
    const { cluster } = given();
    await cluster.ready();
    await untilConsumed(cluster);
    const rows = await cluster.rows();
    await until(`${reported.length} cases`, async () => (await rows.count(caseFactsTable)) === reported.length);
  };

  beforeAll(async () => {
    const { cluster } = given();
    topic = exchangeNames(cluster.prefix).intake;
    publisher = await cluster.messaging().publisher();
  });

  const ownBroker = () => {
    const { own } = given().brokers;
    if (!own) console.warn('!!! SKIPPED: the broker is not ours to kill');
    return own;
  };

  it('an exchange starts, says why it waits, and begins when Kafka is there', async () => {
    const broker = ownBroker();
    if (!broker) return;
    const { exchanges } = given().cluster;
    await besides('start', async () => {
      await broker.kill();
      for (const exchange of exchanges) await exchange.kill();
      for (const exchange of exchanges) await exchange.start();
      await untilNoticed();
      await pause(10_000);
      await broker.restart();
      await publish('after-start', 100);
      await given().cluster.ready();
      await untilConsumed(given().cluster);
    });
    await untilAllRecorded();
  });

  it('for two minutes, intake over HTTP is not affected, and afterwards everything goes on by itself', async () => {
    const broker = ownBroker();
    if (!broker) return;
    let sending: Promise<void> | undefined;
    await besides('midway', async () => {
      await publish('before', 300);
      await broker.kill();
      sending = publish('meanwhile', 300);
      await untilNoticed();
      await pause(twoMinutes);
      await untilNoticed();
      await broker.restart();
      const began = performance.now();
      await sending;
      await untilConsumed(given().cluster);
      console.log(`lag back to zero ${((performance.now() - began) / 1_000).toFixed(1)} s after the broker`);
    });
    await untilAllRecorded();
  });

  it('what was being recorded when it went is recorded once', async () => {
    const broker = ownBroker();
    if (!broker) return;
    await besides('committing', async () => {
      for (let round = 0; round < 2; round += 1) {
        const { exchanges } = given().cluster;
        const consumed = async () =>
          (await Promise.all(exchanges.map(readinessOf))).reduce((sum, each) => sum + (each?.['exchange']?.consumed ?? 0), 0);
        const before = await consumed();
        await publish(`committing-${round}`, 1_500);
        await until('some are recorded', async () => (await consumed()) > before, { every: 5 });
        await broker.kill();
        await broker.restart();
        await given().cluster.ready();
      }
      await untilConsumed(given().cluster);
    });
    await untilAllRecorded();
  });

  it('nothing was lost or doubled, and everything was told in order', async () => {
    const { cluster } = given();
    const facts = await (await cluster.rows()).rows(caseFactsTable);
    expect(facts.map(({ source_number }) => String(source_number)).toSorted()).toEqual(reported.toSorted());
    const log = await wholeLog(await cluster.events());
    expect(log.filter(({ type }) => type === 'ComplaintRegistered')).toHaveLength(reported.length);
    const { ids, revisions } = toBeTold(log);
    const told = await readTopic(cluster.messaging(), exchangeNames(cluster.prefix).cases, ids);
    expect(Object.fromEntries(firstTold(told))).toEqual(Object.fromEntries(revisions));
  });
});
