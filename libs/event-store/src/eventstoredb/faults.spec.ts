import { randomUUID } from 'node:crypto';
import { EventStoreDbServer, ToxicProxy } from '@app/testing';
import { AppendTooLarge, EventStoreUnavailable, RevisionConflict } from '../errors';
import { newEventId } from '../event-id';
import type { NewEvent } from '../event-store';
import { EventStoreDbEventStore } from './event-store-db-event-store';
import type { EventStoreDbSettings } from './settings';

const deadlines = { append: 400, read: 2_000, total: 30_000, firstPause: 10, longestPause: 200 };
const event = (data = '{}'): NewEvent => ({ id: newEventId(), type: 'Happened', data, metadata: '{}' });
const times = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));

let server: EventStoreDbServer;
let store: EventStoreDbEventStore;
const opened: { close(): Promise<void> }[] = [];
const open = (settings: Partial<EventStoreDbSettings> = {}) => {
  const another = EventStoreDbEventStore.open({ connection: server.url, namespace: `spec-${randomUUID()}`, deadlines, ...settings });
  opened.push(another);
  return another;
};

beforeEach(async () => {
  server = await EventStoreDbServer.start();
  store = open();
});
afterEach(async () => {
  server.faults.clear();
  await Promise.all(opened.splice(0).map((one) => one.close()));
  await server.stop();
});

describe.each([
  ['one call for all', true],
  ['a call of its own, as older servers want it', false],
])('an append through %s', (_, batchAppend) => {
  beforeEach(async () => {
    await server.stop();
    server = await EventStoreDbServer.start({ batchAppend });
    store = open();
  });

  it.each(['timeout-after', 'timeout-before', 'late', 'cut-after', 'cut-before', 'told-timeout', 'not-leader'] as const)(
    'whose outcome is unknown (%s) is found or tried again, and recorded once',
    async (fault) => {
      await store.append('complaint-1', 'none', [event()]);
      server.faults.onAppend(fault);
      const events = [event(), event()];
      const answer = await store.append('complaint-1', 0, events);
      expect(answer).toMatchObject({ revision: 2, repeated: false });
      expect(server.faults.pending).toBe(0);
      // What was late has come by now, or comes before the next one is answered.
      await store.append('complaint-1', 2, [event()]);
      const stream = await store.readStream('complaint-1');
      expect(stream.slice(1, 3).map(({ id }) => id)).toEqual(events.map(({ id }) => id));
      expect(stream).toHaveLength(4);
      expect(stream[2]).toMatchObject({ position: answer.position, recordedAt: answer.recordedAt });
      expect(await store.append('complaint-1', 0, events)).toEqual({ ...answer, repeated: true });
    },
  );

  it.each(['timeout-after', 'timeout-before', 'cut-after'] as const)('to any revision is recorded once, too (%s)', async (fault) => {
    server.faults.onAppend(fault, { times: 2 });
    const events = [event()];
    const answer = await store.append('complaint-1', 'any', events);
    expect(answer).toMatchObject({ revision: 0, repeated: false });
    expect(await store.append('complaint-1', 'any', events)).toEqual({ ...answer, repeated: true });
    expect(await store.readStream('complaint-1')).toHaveLength(1);
  });

  it('is refused when the server says that the stream is elsewhere', async () => {
    await store.append('complaint-1', 'none', [event()]);
    server.faults.onAppend('wrong-expected-version');
    await expect(store.append('complaint-1', 0, [event()])).rejects.toMatchObject({ name: 'RevisionConflict', expected: 0, actual: 0 });
  });

  it('that was lost while another won the revision is refused', async () => {
    const other = open({ namespace: store.parts.names.namespace });
    await store.append('complaint-1', 'none', [event()]);
    server.faults.onAppend('timeout-before');
    const lost = store.append('complaint-1', 0, [event()]);
    const refused = lost.catch((error: unknown) => error);
    while (server.taken.appends < 2) await new Promise(setImmediate);
    await other.append('complaint-1', 0, [event()]);
    expect(await refused).toBeInstanceOf(RevisionConflict);
    expect(await store.readStream('complaint-1')).toHaveLength(2);
  });

  it('that is too large is refused by name, and the next one is taken', async () => {
    const huge = event(JSON.stringify('回应'.repeat(300_000)));
    await expect(store.append('complaint-1', 'none', [huge])).rejects.toThrow(AppendTooLarge);
    expect(await store.append('complaint-1', 'none', [event()])).toMatchObject({ revision: 0 });
  });

  it('without the right to is refused, and surely not recorded', async () => {
    server.faults.onAppend('access-denied');
    const denied = store.append('complaint-1', 'none', [event()]);
    await expect(denied).rejects.toMatchObject({ name: 'EventStoreUnavailable', outcomeUnknown: false });
    expect(await store.readStream('complaint-1')).toEqual([]);
  });

  it('to a stream that was deleted for ever is refused; one that was only deleted is begun again', async () => {
    const { connection, names } = store.parts;
    for (const stream of ['complaint-1', 'complaint-2']) await store.append(stream, 'none', [event(), event()]);
    await connection.client.tombstoneStream(names.inside('complaint-1'));
    await connection.client.deleteStream(names.inside('complaint-2'));
    expect(await store.readStream('complaint-1')).toEqual([]);
    expect(await store.readStream('complaint-2')).toEqual([]);
    const refused = store.append('complaint-1', 'none', [event()]);
    await expect(refused).rejects.toThrow('deleted for ever');
    await expect(refused).rejects.toMatchObject({ outcomeUnknown: false });
    const again = [event()];
    const answer = await store.append('complaint-2', 'none', again);
    expect(answer).toMatchObject({ revision: 2, repeated: false });
    expect(await store.append('complaint-2', 'none', again)).toEqual({ ...answer, repeated: true });
    expect((await store.readAll(0, 100)).map(({ type }) => type)).toEqual(times(5, () => 'Happened'));
  });
});

describe('appends of many callers', () => {
  it.each(['cut-after', 'cut-before', 'timeout-after'] as const)(
    'are each recorded once, whatever is lost on the way (%s)',
    async (fault) => {
      for (const place of [3, 40, 80]) server.faults.onAppend(fault, { stream: `complaint-${place}` });
      const answers = await Promise.all(times(100, (n) => store.append(`complaint-${n}`, 'none', [event()])));
      expect(answers.every(({ repeated }) => !repeated)).toBe(true);
      expect(server.faults.pending).toBe(0);
      const log = await store.readAll(0, 1_000);
      const places = (list: readonly { stream: string; position: number }[]) =>
        new Map(list.map(({ stream, position }) => [stream, position]));
      expect(log).toHaveLength(100);
      expect(places(log)).toEqual(places(answers));
    },
  );

  it('through one store are not touched when the connection of another fails', async () => {
    const elsewhere = await EventStoreDbServer.start();
    const other = open({ connection: elsewhere.url, deadlines: { ...deadlines, total: 300 } });
    await other.append('complaint-1', 'none', [event()]);
    server.faults.delay = 100;
    elsewhere.faults.delay = 1_000;
    const mine = times(20, (n) => store.append(`complaint-${n}`, 'none', [event()]));
    const theirs = other.append('complaint-2', 'none', [event()]).catch((error: unknown) => error);
    while (server.taken.appends < 20) await new Promise(setImmediate);
    await elsewhere.stop();
    expect((await Promise.all(mine)).every(({ repeated }) => !repeated)).toBe(true);
    expect(server.taken.appends).toBe(20);
    expect(await theirs).toBeInstanceOf(EventStoreUnavailable);
  });

  it('survive a slow node', async () => {
    server.faults.delay = 150;
    const answers = await Promise.all(times(10, (n) => store.append(`complaint-${n}`, 'none', [event()])));
    expect(answers).toHaveLength(10);
    expect(await store.readAll(0, 100)).toHaveLength(10);
  });
});

describe('a server that goes down', () => {
  it('is waited for: an append that begins meanwhile is recorded when it is up again', async () => {
    await store.append('complaint-1', 'none', [event()]);
    await server.stop();
    const waiting = store.append('complaint-1', 0, [event()]);
    const reading = store.readStream('complaint-1');
    await server.restart();
    expect(await waiting).toMatchObject({ revision: 1, repeated: false });
    expect((await reading).length).toBeGreaterThan(0);
    expect(store.trouble()).toBeUndefined();
  });

  it('is told of in time, and the outcome is known where nothing was sent', async () => {
    const impatient = open({ deadlines: { ...deadlines, total: 300 } });
    await impatient.append('complaint-1', 'none', [event()]);
    await server.stop();
    // The first may still have gone out on the dying connection.
    await expect(impatient.append('complaint-1', 0, [event()])).rejects.toThrow(EventStoreUnavailable);
    await expect(impatient.append('complaint-1', 0, [event()])).rejects.toMatchObject({ outcomeUnknown: false });
    await expect(impatient.readStream('complaint-1')).rejects.toThrow(EventStoreUnavailable);
    expect(impatient.trouble()).toMatch('cannot be reached');
    await server.restart();
    await impatient.readStream('complaint-1');
    expect(impatient.trouble()).toBeUndefined();
  });

  it('after it wrote leaves the outcome unknown; the same append then finds its first answer', async () => {
    const impatient = open({ deadlines: { ...deadlines, total: 500 } });
    await impatient.append('complaint-1', 'none', [event()]);
    const events = [event()];
    server.faults.onAppend('timeout-after');
    const refused = impatient.append('complaint-1', 0, events).catch((error: unknown) => error);
    while (server.taken.appends < 2) await new Promise(setImmediate);
    await server.stop();
    expect(await refused).toMatchObject({ name: 'EventStoreUnavailable', outcomeUnknown: true });
    await server.restart();
    expect(await impatient.append('complaint-1', 0, events)).toMatchObject({ revision: 1, repeated: true });
    expect(await impatient.readStream('complaint-1')).toHaveLength(2);
  });
});

describe('a connection that died without a word', () => {
  it('is left for a new one, and what it took with it is looked up', async () => {
    const proxy = await ToxicProxy.to(server.endPoint);
    const far = open({ connection: `esdb://127.0.0.1:${proxy.port}?tls=false`, deadlines: { ...deadlines, read: 400 } });
    await far.append('complaint-1', 'none', [event()]);
    proxy.become('swallow');
    const events = [event()];
    const append = far.append('complaint-1', 0, events);
    const started = Date.now();
    while (proxy.connections < 2) await new Promise(setImmediate);
    proxy.become('none');
    expect(await append).toMatchObject({ revision: 1, repeated: false });
    // The client's own keep-alive would have taken twenty seconds to notice.
    expect(Date.now() - started).toBeLessThan(15_000);
    expect(await far.readStream('complaint-1')).toHaveLength(2);
    await far.close();
    await proxy.close();
  });
});

describe('a node that does not lead', () => {
  it.each(['its address', 'gossip'])('is left for the one that does, known by %s', async (how) => {
    const follower = await EventStoreDbServer.start({ log: server.log });
    follower.leader = server.endPoint;
    follower.members = server.members = [follower.endPoint, server.endPoint];
    const { host, port } = follower.endPoint;
    const connection = how === 'gossip' ? `esdb://${host}:${port},${server.endPoint.host}:${server.endPoint.port}?tls=false` : follower.url;
    const cluster = open({ connection });
    expect(await cluster.append('complaint-1', 'none', [event()])).toMatchObject({ revision: 0, repeated: false });
    expect(await cluster.readStream('complaint-1')).toHaveLength(1);
    expect(server.taken.appends).toBe(1);
    await follower.stop();
  });

  it.each(['timeout', 'unavailable', 'cut', 'not-leader'] as const)('and any other trouble (%s) is outlived by a read', async (fault) => {
    const quick = open({ deadlines: { ...deadlines, read: 200 } });
    await quick.append('complaint-1', 'none', [event()]);
    server.faults.onRead(fault, { times: 2 });
    expect(await quick.readStream('complaint-1')).toHaveLength(1);
    expect(server.faults.pending).toBe(0);
  });
});
