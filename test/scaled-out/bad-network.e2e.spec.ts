import { setTimeout as pause } from 'node:timers/promises';
import { exchangeNames } from '@app/case-handling';
import { caseFactsTable } from '@app/projections';
import { type Toxin, ToxicProxy } from '@app/testing';
import type { CloudEvent } from 'cloudevents';
import { Seeded } from '../support/seeded';
import { archivist } from '../support/people';
import { until } from '../support/until';
import { livesIn, replayedDigests, servedDigests, wholeLog } from './audits';
import type { Cluster, Stores } from './cluster';
import { onCluster } from './for-specs';
import { publishAll, received, source, untilConsumed } from './hotline-load';
import { type PatientApi, patientApi } from './patient-api';

jest.setTimeout(600_000);

const illForMs = 6_000;
const seed = 77;

const proxies = new Map<'eventStore' | 'postgres', ToxicProxy>();

const proxyTo = async (name: 'eventStore' | 'postgres', address: string): Promise<string> => {
  const { hostname, port } = new URL(address);
  const proxy = await ToxicProxy.to({ host: hostname, port: Number(port) });
  proxies.set(name, proxy);
  return address.replace(`${hostname}:${port}`, `127.0.0.1:${proxy.port}`);
};

const through = async ({ eventStore, postgres, kafka }: Stores): Promise<Stores> => ({
  eventStore: await proxyTo('eventStore', eventStore),
  postgres: await proxyTo('postgres', postgres),
  kafka,
});

const reply = (event: CloudEvent<object>) => ({ headers: { 'content-type': 'application/cloudevents+json' }, body: JSON.stringify(event) });

/** Calls over HTTP and Kafka and a clerk who routes what was called in, all of whom ask again until they are answered. */
class Load {
  readonly orders: string[] = [];
  /** Cases that a clerk was told are routed. */
  routed = 0;
  private stopped = false;
  private readonly running: Promise<unknown>;

  constructor(
    private readonly cluster: Cluster,
    private readonly api: PatientApi,
    private readonly name: string,
  ) {
    this.running = Promise.all([this.callIn(1), this.callIn(2), this.publish()]);
    this.running.catch(() => undefined);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  private async callIn(line: number): Promise<void> {
    for (let number = 0; !this.stopped; number += 1) {
      const order = `${this.name}-${line}-${number}`;
      this.orders.push(order);
      const { headers, body } = reply(received(order));
      const taken = await this.api.post(order, '/intake/events', { ...headers, 'x-api-key': this.cluster.intakeKey }, body);
      const { caseId } = taken as { caseId: string };
      const route = `/cases/complaint/${caseId}/commands/route`;
      await this.api.postAs(archivist, order, route, `route-${order}`, {
        unit: 'water-resources',
        occurredAt: '2018-06-04T10:00:00+08:00',
      });
      this.routed += 1;
    }
  }

  private async publish(): Promise<void> {
    const messaging = this.cluster.messaging();
    const publisher = await messaging.publisher();
    for (let number = 0; !this.stopped; number += 1) {
      const some = Array.from({ length: 20 }, (_, index) => `${this.name}-kafka-${number}-${index}`);
      this.orders.push(...some);
      await publishAll(publisher, exchangeNames(this.cluster.prefix).intake, some.map(received));
      await pause(300);
    }
  }
}

onCluster('on a bad network', { source, through }, (given) => {
  const orders: string[] = [];
  let routed = 0;

  afterAll(() => Promise.all([...proxies.values()].map((proxy) => proxy.close())));

  /** Lets it happen under load; afterwards everything has to come back by itself. */
  const goingOnWhile = async (name: string, happening: () => Promise<void>): Promise<void> => {
    const { cluster } = given();
    const api = patientApi(cluster, new Seeded(seed));
    const load = new Load(cluster, api, name);
    const began = performance.now();
    try {
      await pause(1_000);
      await happening();
      await cluster.ready();
      await load.stop();
    } catch (error) {
      throw new Error(`${name}: ${String(error)}\n${cluster.said}`, { cause: error });
    } finally {
      await load.stop().catch(() => undefined);
      orders.push(...load.orders);
      routed += load.routed;
    }
    await untilConsumed(cluster);
    const rows = await cluster.rows();
    await until(`all of ${orders.length} cases are seen`, async () => (await rows.count(caseFactsTable)) === orders.length);
    const seconds = ((performance.now() - began) / 1_000).toFixed(1);
    console.log(`${name}: ${load.orders.length} cases in ${seconds} s, asked again: ${JSON.stringify([...api.again])}`);
  };

  const becomes = (name: 'eventStore' | 'postgres', toxin: Toxin) => async (): Promise<void> => {
    const proxy = proxies.get(name)!;
    proxy.become(toxin);
    if (toxin === 'refuse') proxy.cut();
    await pause(illForMs);
    proxy.become('none');
    // What was swallowed is gone: who speaks again hears that the connection is no more.
    if (toxin === 'swallow') proxy.cut();
  };

  const isCut = (name: 'eventStore' | 'postgres') => async (): Promise<void> => {
    for (let times = 0; times < 10; times += 1) {
      proxies.get(name)!.cut();
      await pause(300);
    }
  };

  for (const name of ['eventStore', 'postgres'] as const) {
    const called = { eventStore: 'the event store', postgres: 'PostgreSQL' }[name];
    it(`${called} may be cut off again and again`, () => goingOnWhile(`${name}-cut`, isCut(name)));
    it(`${called} may be gone`, () => goingOnWhile(`${name}-gone`, becomes(name, 'refuse')));
    it(`${called} may be slow`, () => goingOnWhile(`${name}-slow`, becomes(name, { delayMs: 250 })));
    it(`${called} may fall silent with its connections open`, () => goingOnWhile(`${name}-silent`, becomes(name, 'swallow')));
  }

  it('Kafka may fall silent with its connections open', async () => {
    const { own } = given().brokers;
    if (!own) return console.warn('!!! SKIPPED: the broker is not ours to hold still');
    await goingOnWhile('kafka-silent', async () => {
      own.freeze();
      await pause(illForMs);
      own.thaw();
    });
  });

  it('nothing that was acknowledged is lost, and nothing is there twice', async () => {
    const { cluster } = given();
    const store = await cluster.events();
    const rows = await cluster.rows();
    const facts = await rows.rows(caseFactsTable);
    expect(facts.map(({ source_number }) => String(source_number)).toSorted()).toEqual(orders.toSorted());
    expect(new Set(facts.map(({ case_number }) => case_number)).size).toBe(orders.length);
    const lives = livesIn(await wholeLog(store));
    const with_ = (events: string) => lives.filter((life) => life === `complaint: ${events}`).length;
    expect([with_('ComplaintRegistered ComplaintRouted'), with_('ComplaintRegistered')]).toEqual([routed, orders.length - routed]);
    expect(await rows.parked()).toEqual([]);
    expect(await servedDigests(rows)).toEqual(await replayedDigests(store));
  });
});
