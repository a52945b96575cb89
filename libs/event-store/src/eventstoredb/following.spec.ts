import { randomUUID } from 'node:crypto';
import { setTimeout as milliseconds } from 'node:timers/promises';
import { EventStoreDbServer } from '@app/testing';
import { newEventId } from '../event-id';
import type { NewEvent, Position, RecordedEvent } from '../event-store';
import { EventStoreDbEventStore } from './event-store-db-event-store';

const deadlines = { append: 1_000, read: 1_000, total: 30_000, firstPause: 10, longestPause: 100 };
const event = (data = '{}'): NewEvent => ({ id: newEventId(), type: 'Happened', data, metadata: '{}' });
const times = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));

let server: EventStoreDbServer;
let store: EventStoreDbEventStore;
let told: string[];

beforeEach(async () => {
  server = await EventStoreDbServer.start();
  told = [];
  const log = (message: string) => told.push(message);
  store = EventStoreDbEventStore.open({ connection: server.url, namespace: `spec-${randomUUID()}`, deadlines, log });
});
afterEach(async () => {
  await store.close();
  await server.stop();
});

async function until(happened: () => boolean): Promise<void> {
  const late = Date.now() + 30_000;
  while (!happened()) {
    if (Date.now() > late) throw new Error('waited in vain');
    await milliseconds(2);
  }
}

class Reader {
  readonly seen: RecordedEvent[] = [];
  readonly caughtUp: { at: Position; seen: number }[] = [];
  readonly failures: unknown[] = [];
  readonly subscription;

  constructor(after = 0, handle: (events: readonly RecordedEvent[]) => Promise<void> = async () => undefined, batchSize = 20) {
    this.subscription = store.subscribe(after, {
      batchSize,
      handle: async (events) => {
        await handle(events);
        this.seen.push(...events);
      },
      caughtUp: (at) => this.caughtUp.push({ at, seen: this.seen.length }),
      failed: (error) => this.failures.push(error),
    });
  }

  has = (count: number) => until(() => this.seen.length >= count || this.failures.length > 0);
}

const fill = (count: number, from = 0) => Promise.all(times(count, (n) => store.append(`complaint-${from + n}`, 'none', [event()])));
const positions = (events: readonly RecordedEvent[]) => events.map(({ position }) => position);
const log = async () => positions(await store.readAll(0, 100_000));

describe('a subscription to EventStoreDB', () => {
  it.each(['ended', 'cancelled', 'unavailable'] as const)(
    'that was dropped (%s) goes on by itself, without a gap or a repeat',
    async (how) => {
      await fill(50);
      const reader = new Reader();
      await reader.has(50);
      for (let drop = 0; drop < 3; drop++) {
        await until(() => server.subscriptions.size > 0);
        server.dropSubscriptions(how);
        await fill(20, 100 * (drop + 1));
      }
      await reader.has(110);
      expect(positions(reader.seen)).toEqual(await log());
      expect(told.filter((message) => message.includes('the subscription was lost'))).toHaveLength(3);
      expect(told.join()).not.toContain('esdb://');
    },
  );

  it('outlives a server that goes down, cut connections, and another leader', async () => {
    await fill(30);
    const reader = new Reader();
    await reader.has(30);
    await server.restart();
    await fill(10, 100);
    server.cutConnections();
    await fill(10, 200);
    await reader.has(50);
    const leader = await EventStoreDbServer.start({ log: server.log });
    server.leader = leader.endPoint;
    server.dropSubscriptions('unavailable');
    await until(() => leader.subscriptions.size > 0);
    await fill(10, 300);
    await reader.has(60);
    expect(positions(reader.seen)).toEqual(await log());
    await reader.subscription.stop();
    await leader.stop();
  });

  it('dropped in the middle of a batch goes on behind the last event that was handled', async () => {
    await fill(60);
    let handled = 0;
    const reader = new Reader(
      0,
      async (events) => {
        if (handled === 20) server.dropSubscriptions('cancelled');
        await milliseconds(5);
        handled += events.length;
      },
      10,
    );
    await reader.has(60);
    expect(positions(reader.seen)).toEqual(await log());
  });

  it('has as its position what was handled, not what has arrived', async () => {
    await fill(40);
    let release = () => undefined as void;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const reader = new Reader(0, () => gate, 5);
    await until(() => server.subscriptions.size > 0);
    await milliseconds(50);
    expect(reader.subscription.position).toBe(0);
    release();
    await reader.has(40);
    await until(() => reader.caughtUp.length > 0);
    expect(reader.subscription.position).toBe(await store.head());
  });

  it('is told that it has caught up only when everything before that has been handled', async () => {
    await fill(45);
    const reader = new Reader(0, () => milliseconds(3), 4);
    await until(() => reader.caughtUp.length > 0);
    expect(reader.caughtUp[0]).toEqual({ at: await store.head(), seen: 45 });
    await fill(3, 100);
    await until(() => reader.caughtUp.at(-1)!.seen === 48);
    expect(reader.caughtUp.at(-1)!.at).toBe(await store.head());
  });

  it('holds the server up while it is busy: what is written stays with the server, not in memory here', async () => {
    const large = JSON.stringify('x'.repeat(20_000));
    for (let part = 0; part < 30; part++)
      await store.append(
        'complaint-1',
        part === 0 ? 'none' : part * 40 - 1,
        times(40, () => event(large)),
      );
    let release = () => undefined as void;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const reader = new Reader(0, () => gate, 10);
    await until(() => server.sent > 10);
    let before = -1;
    while (before !== server.sent) {
      before = server.sent;
      await milliseconds(100);
    }
    // 1,200 events of 20 kB are there; a batch, twice a batch in waiting, and what fits into the buffers of the connection.
    expect(server.sent).toBeLessThan(500);
    release();
    await reader.has(1_200);
    expect(reader.failures).toEqual([]);
    expect(reader.seen.map(({ revision }) => revision)).toEqual(times(1_200, (n) => n));
  });

  it('sees neither system events, links, other namespaces, signposts, nor the end of a deleted stream', async () => {
    const { names, connection } = store.parts;
    await fill(2);
    const link = { id: newEventId(), type: '$>', contentType: 'text/plain', metadata: new Uint8Array() };
    server.log.append(names.inside('links'), 'any', [{ ...link, data: new Uint8Array(Buffer.from(`0@${names.inside('complaint-0')}`)) }]);
    server.log.append('$ce-complaint', 'any', [{ ...link, id: newEventId(), data: new Uint8Array(Buffer.from('0@elsewhere')) }]);
    server.log.append(`${names.namespace}x.complaint-1`, 'any', [{ ...link, id: newEventId(), type: 'Theirs', data: new Uint8Array() }]);
    server.log.append(names.signposts, 'any', [{ ...link, id: newEventId(), type: 'Signpost', data: new Uint8Array() }]);
    await connection.client.tombstoneStream(names.inside('complaint-1'));
    await connection.client.deleteStream(names.inside('complaint-0'));
    await store.append('complaint-9', 'none', [event()]);
    const reader = new Reader();
    await until(() => reader.caughtUp.length > 0);
    expect(reader.seen.map(({ stream }) => stream)).toEqual(['complaint-0', 'complaint-1', 'complaint-9']);
    expect(await log()).toEqual(positions(reader.seen));
    expect(await store.head()).toBe(reader.seen[2]!.position);
  });

  it('ends, and says why, at an event in our streams that somebody else wrote', async () => {
    await fill(1);
    const record = { id: newEventId(), type: 'Theirs', contentType: 'application/json', data: new Uint8Array(Buffer.from('{}')) };
    server.log.append(store.parts.names.inside('complaint-0'), 'any', [{ ...record, metadata: new Uint8Array() }]);
    const reader = new Reader();
    await until(() => reader.failures.length > 0);
    expect(String(reader.failures[0])).toMatch('was not written by huiying');
    await expect(store.readStream('complaint-0')).rejects.toThrow('was not written by huiying');
  });

  it('is refused behind the end of the log', async () => {
    await fill(1);
    const reader = new Reader((await store.head()) + 1);
    await until(() => reader.failures.length > 0);
    expect(String(reader.failures[0])).toMatch('the log ends at');
  });

  it('ends with its store, also while the server is away', async () => {
    await fill(5);
    const reader = new Reader();
    await reader.has(5);
    await server.stop();
    await until(() => told.length > 0);
    await store.close();
    expect(reader.failures).toEqual([]);
    expect(reader.subscription.position).toBe(reader.seen.at(-1)!.position);
  });

  it('that fell behind catches up again', async () => {
    let busy: Promise<void> = Promise.resolve();
    const reader = new Reader(0, () => busy, 50);
    await until(() => reader.caughtUp.length > 0);
    let release = () => undefined as void;
    busy = new Promise((resolve) => (release = resolve));
    for (let n = 0; n < 30; n++)
      await store.append(
        `complaint-${n}`,
        'none',
        times(100, () => event(JSON.stringify('x'.repeat(8_000)))),
      );
    const before = reader.caughtUp.length;
    release();
    await reader.has(3_000);
    await until(() => reader.caughtUp.length > before);
    expect(reader.caughtUp.at(-1)).toEqual({ at: await store.head(), seen: 3_000 });
    expect(server.toldFellBehind).toBeGreaterThan(0);
  });
});
