import { randomUUID } from 'node:crypto';
import { EventStoreDbServer, temporaryFolders } from '@app/testing';
import { newEventId } from '../event-id';
import type { EventStore, NewEvent, RecordedEvent } from '../event-store';
import { MemoryEventStore } from '../memory/memory-event-store';
import { SqliteEventStore } from '../sqlite/sqlite-event-store';
import { readStreamMetadata, writeStreamMetadata } from '../stream-metadata';
import { BringOver, bringOver, CannotBringOver } from './bring-over';
import { EventStoreDbEventStore } from './event-store-db-event-store';
import { startSignposts } from './signpost-writer';

const newFolder = temporaryFolders();
const deadlines = { append: 300, read: 1_000, total: 20_000, firstPause: 10, longestPause: 100 };
const event = (type = 'Happened'): NewEvent => ({
  id: newEventId(),
  type,
  data: '{ "text":"回应 🏙", "n":1.00 }',
  metadata: ' {"by":"clerk"} ',
  personal: Uint8Array.of(0, 31, 255),
});
const times = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));

let server: EventStoreDbServer;
const opened: EventStore[] = [];
const keep = <Store extends EventStore>(store: Store): Store => {
  opened.push(store);
  return store;
};
const open = (namespace = `spec-${randomUUID()}`) =>
  keep(EventStoreDbEventStore.open({ connection: server.url, namespace, deadlines, signpostEvery: 25 }));

beforeEach(async () => {
  server = await EventStoreDbServer.start();
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
  await server.stop();
});

/** Streams that take turns, appends of several events, metadata of a stream. */
async function live(store: EventStore): Promise<void> {
  for (let n = 0; n < 60; n++)
    await store.append(
      `complaint-${n % 7}`,
      'any',
      times(1 + (n % 3), () => event()),
    );
  await writeStreamMetadata(store, 'complaint-1', '{"keptUntil":"2049-12-31"}');
  await store.append('投诉-1', 'none', [event('已受理'), event()]);
}

const everything = (store: EventStore) => store.readAll(0, 100_000);

async function expectSame(moved: EventStore, old: EventStore): Promise<void> {
  const events = await everything(old);
  expect(await everything(moved)).toEqual(events);
  expect(await moved.head()).toBe(await old.head());
  expect(await moved.verify()).toEqual(await old.verify());
  for (const { position } of events.filter((_, n) => n % 13 === 0)) {
    expect(await moved.hashAt(position)).toBe(await old.hashAt(position));
    expect(await moved.lastUntil({ position })).toEqual(await old.lastUntil({ position }));
    expect(await moved.readAll(position, 3)).toEqual(await old.readAll(position, 3));
    const part = { after: position, upTo: position + 4, limit: 10 };
    expect(await moved.scan(part)).toMatchObject((await old.scan(part)).map(({ data, recordedAt }) => ({ data, recordedAt })));
  }
}

describe.each([
  ['in memory', () => keep(new MemoryEventStore())],
  ['SQLite', () => keep(SqliteEventStore.open(newFolder()))],
])('a log (%s) that is brought over to EventStoreDB', (_, openOld) => {
  it('has the same events, ids, positions, times and hashes there', async () => {
    const old = openOld();
    await live(old);
    const moved = open();
    const told: number[] = [];
    expect(await bringOver(old, moved, (upTo) => told.push(upTo))).toBe(await old.head());
    expect(told.at(-1)).toBe(await old.head());
    await expectSame(moved, old);
    expect(await readStreamMetadata(moved, 'complaint-1')).toBe('{"keptUntil":"2049-12-31"}');
    // A process that was not there when it was brought over.
    await expectSame(open(moved.parts.names.namespace), old);
  });

  it('goes on behind the old one, in one chain', async () => {
    const old = openOld();
    await live(old);
    const moved = open();
    await bringOver(old, moved);
    const failures: unknown[] = [];
    const signposts = await startSignposts(moved, (error) => failures.push(error));
    const next = await moved.append('complaint-1', 'exists', [event()]);
    expect(next.position).toBeGreaterThan(await old.head());
    expect(await moved.hashAt(await old.head())).toBe((await old.verify()).digest);
    const [newest] = await moved.readAll(await old.head(), 10);
    expect(newest).toMatchObject({ position: next.position, stream: 'complaint-1' });
    expect((await moved.verify()).checked).toBe((await everything(old)).length + 1);
    while (signposts.position < next.position) await new Promise(setImmediate);
    expect(failures).toEqual([]);
    expect(await open(moved.parts.names.namespace).hashAt(next.position)).toBe((await moved.verify()).digest);
  });

  it('can be followed from any position of before', async () => {
    const old = openOld();
    await live(old);
    const moved = open();
    await bringOver(old, moved);
    const later = open(moved.parts.names.namespace);
    const seen: RecordedEvent[] = [];
    await new Promise<void>((resolve, reject) => {
      later.subscribe(17, {
        batchSize: 10,
        handle: async (events) => void seen.push(...events),
        caughtUp: () => resolve(),
        failed: reject,
      });
    });
    expect(seen).toEqual((await everything(old)).slice(17));
  });

  it('answers an append of before as it did then', async () => {
    const old = openOld();
    const events = [event(), event()];
    const first = await old.append('complaint-1', 'none', events);
    await old.append('complaint-1', 1, [event()]);
    const moved = open();
    await bringOver(old, moved);
    expect(await moved.append('complaint-1', 'none', events)).toEqual({ ...first, repeated: true });
    expect(await moved.append('complaint-1', 'any', events)).toEqual({ ...first, repeated: true });
  });
});

describe('bringing over', () => {
  it('goes on where it was broken off, wherever that was', async () => {
    const old = keep(new MemoryEventStore());
    await live(old);
    const events = await everything(old);
    const namespace = `spec-${randomUUID()}`;
    for (const upTo of [7, 30, 31, 80]) {
      const move = await BringOver.open(open(namespace));
      await move.add(events.slice(move.upTo, upTo));
    }
    // The next one dies after some appends and before its mark.
    const dying = open(namespace);
    dying.parts.migration.set = () => Promise.reject(new Error('killed'));
    await expect((await BringOver.open(dying)).add(events.slice(80, 95))).rejects.toThrow('killed');
    const last = open(namespace);
    expect((await BringOver.open(last)).upTo).toBe(95);
    await bringOver(old, last);
    await expectSame(open(namespace), old);
  });

  it('loses and repeats nothing on a bad connection', async () => {
    const old = keep(new MemoryEventStore());
    await live(old);
    const moved = open();
    for (const fault of ['timeout-after', 'cut-after', 'cut-before', 'timeout-before', 'not-leader', 'late'] as const)
      server.faults.onAppend(fault);
    await bringOver(old, moved);
    expect(server.faults.pending).toBe(0);
    await expectSame(moved, old);
  });

  it('is refused where events were recorded already', async () => {
    const moved = open();
    await moved.append('complaint-1', 'none', [event()]);
    await expect(bringOver(new MemoryEventStore(), moved)).rejects.toThrow(CannotBringOver);
  });

  it('is refused when somebody else writes meanwhile', async () => {
    const old = keep(new MemoryEventStore());
    await live(old);
    const moved = open();
    const move = await BringOver.open(moved);
    const events = await everything(old);
    await move.add(events.slice(0, 20));
    await open(moved.parts.names.namespace).append('complaint-1', 'exists', [event()]);
    await expect(move.add(events.slice(20))).rejects.toThrow(CannotBringOver);
  });

  it('is refused for positions that are beyond those of the new log', async () => {
    const moved = open();
    const far = { ...event(), stream: 'complaint-1', revision: 0, position: 2 ** 50, recordedAt: '2026-01-01T00:00:00.000Z' };
    await expect((await BringOver.open(moved)).add([far])).rejects.toThrow(CannotBringOver);
  });
});
