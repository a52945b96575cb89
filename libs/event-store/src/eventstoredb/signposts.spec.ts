import { randomUUID } from 'node:crypto';
import { setTimeout as milliseconds } from 'node:timers/promises';
import { EventStoreDbServer } from '@app/testing';
import { newEventId } from '../event-id';
import type { NewEvent, RecordedEvent } from '../event-store';
import { chained, chainStart } from '../hash-chain';
import { EventStoreDbEventStore } from './event-store-db-event-store';
import { startSignposts } from './signpost-writer';

const signpostEvery = 10;
const event = (): NewEvent => ({ id: newEventId(), type: 'Happened', data: '{"figure":1}', metadata: '{}' });
const times = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));

let server: EventStoreDbServer;
let store: EventStoreDbEventStore;
const opened: EventStoreDbEventStore[] = [];
const namespace = () => `spec-${randomUUID()}`;

function open(name = store.parts.names.namespace): EventStoreDbEventStore {
  const another = EventStoreDbEventStore.open({ connection: server.url, namespace: name, signpostEvery });
  opened.push(another);
  return another;
}

beforeEach(async () => {
  server = await EventStoreDbServer.start();
  store = open(namespace());
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
  await server.stop();
});

const fill = async (count: number) => {
  for (let n = 0; n < count; n++) await store.append(`complaint-${newEventId()}`, 'none', [event()]);
};
const log = () => store.readAll(0, 10_000);
const digest = (events: readonly RecordedEvent[]) => events.reduce(chained, chainStart);

/** Lets signposts be set for what is there. */
async function setSignposts(by = store): Promise<void> {
  const failures: unknown[] = [];
  const writer = await startSignposts(by, (error) => failures.push(error));
  const head = await by.head();
  while (writer.position < head && failures.length === 0) await milliseconds(2);
  await writer.stop();
  if (failures.length > 0) throw failures[0];
}

/** Somebody alters an event where it lies on the disk. */
const tamper = (position: number) => server.log.tamper(position, (record) => (record.data = new Uint8Array(Buffer.from('{"figure":2}'))));

describe('signposts', () => {
  it('stand behind every so many events and know the hash there; no reader of the log sees them', async () => {
    await fill(35);
    await setSignposts();
    const events = await log();
    expect(events).toHaveLength(35);
    expect(await store.parts.signposts.count()).toBe(3);
    const last = events[29]!;
    expect(await store.parts.signposts.last()).toEqual({
      position: last.position,
      commit: last.position,
      events: 30,
      recordedAt: last.recordedAt,
      hash: digest(events.slice(0, 30)),
    });
  });

  it('are gone on with from the last one', async () => {
    await fill(15);
    await setSignposts();
    await fill(15);
    await setSignposts(open());
    expect(await store.parts.signposts.last()).toMatchObject({ events: 30, hash: digest((await log()).slice(0, 30)) });
  });

  it('are each set once, however many processes do so', async () => {
    await fill(5);
    const writers = await Promise.all(times(3, () => startSignposts(open(), (error) => expect(error).toBeUndefined())));
    await fill(60);
    const head = await store.head();
    while (writers.some(({ position }) => position < head)) await milliseconds(2);
    await Promise.all(writers.map((writer) => writer.stop()));
    const { signposts } = store.parts;
    const set = await Promise.all(times(await signposts.count(), (index) => signposts.at(index)));
    expect(set.map((signpost) => signpost!.events)).toEqual([10, 20, 30, 40, 50, 60]);
  });

  it('are not set over others that do not agree: that is told, and no more are set', async () => {
    await fill(5);
    const failures: unknown[] = [];
    const writer = await startSignposts(open(), (error) => failures.push(error));
    await store.parts.signposts.set(0, newEventId(), { position: 1, commit: 1, events: 10, recordedAt: '', hash: 'of another log' });
    await fill(10);
    while (failures.length === 0) await milliseconds(2);
    expect(String(failures[0])).toMatch('does not agree with the log');
    await writer.stop();
    expect(await store.parts.signposts.count()).toBe(1);
  });

  it.each(['with', 'without', 'with some of the'])('%s them every place of the log is found', async (how) => {
    await fill(how === 'with some of the' ? 14 : 37);
    if (how !== 'without') await setSignposts();
    if (how === 'with some of the') await fill(23);
    const events = await log();
    for (const index of [0, 5, 9, 10, 11, 29, 30, 36]) {
      const { position, id } = events[index]!;
      expect(await store.lastUntil({ position })).toMatchObject({ id });
      expect(await store.lastUntil({ position: position + 1 })).toMatchObject({ id });
      expect(await store.hashAt(position)).toBe(digest(events.slice(0, index + 1)));
      expect(await store.hashAt(position + 1)).toBeUndefined();
    }
    expect(await store.lastUntil({ position: events[0]!.position - 1 })).toBeUndefined();
    const at = events[20]!.recordedAt;
    const known = events.findLast(({ recordedAt }) => recordedAt <= at)!;
    expect(await store.lastUntil({ recordedAt: at })).toMatchObject({ id: known.id });
  });

  it('spare reading the log from its start', async () => {
    await fill(300);
    await setSignposts();
    const { position } = (await log())[295]!;
    const fresh = open();
    const from: unknown[] = [];
    const pagesFrom = fresh.parts.reader.pagesFrom.bind(fresh.parts.reader);
    fresh.parts.reader.pagesFrom = (start, size) => {
      from.push(start);
      return pagesFrom(start, size);
    };
    await fresh.lastUntil({ position });
    await fresh.hashAt(position);
    expect(from).toEqual([(await log())[289]!.position, (await log())[289]!.position]);
  });
});

describe('verification against the signposts', () => {
  it('finds everything in order', async () => {
    await fill(35);
    await setSignposts();
    const told: number[] = [];
    expect(await store.verify((checked) => told.push(checked))).toEqual({ checked: 35, digest: digest(await log()) });
    expect(told.at(-1)).toBe(35);
    const { position } = (await log())[21]!;
    expect(await store.verify(undefined, position)).toEqual({ checked: 22, digest: digest((await log()).slice(0, 22)) });
  });

  it.each([
    [3, 0],
    [9, 0],
    [10, 10],
    [27, 20],
  ])('names, when event %i was altered, the first event behind the last signpost that agrees (%i)', async (altered, first) => {
    await fill(35);
    await setSignposts();
    const events = await log();
    tamper(events[altered]!.position);
    expect(await open().verify()).toEqual({
      checked: first,
      digest: digest(events.slice(0, first)),
      firstBad: events[first]!.position,
    });
  });

  it('cannot tell that one behind the last signpost was altered; the digest does', async () => {
    await fill(35);
    await setSignposts();
    const { digest: before } = await store.verify();
    tamper((await log())[32]!.position);
    const after = await store.verify();
    expect(after.firstBad).toBeUndefined();
    expect(after.digest).not.toBe(before);
  });

  it('finds that events are missing from the end', async () => {
    await fill(25);
    await setSignposts();
    const events = await log();
    const kept = server.log.records.findIndex(({ commit }) => commit === events[14]!.position);
    server.log.records.splice(kept, 11);
    expect(await open().verify()).toMatchObject({ checked: 10, firstBad: events[10]!.position });
  });

  it('finds an event that somebody else wrote into our streams', async () => {
    await fill(12);
    await setSignposts();
    const record = { id: newEventId(), type: 'Theirs', contentType: 'application/json', data: new Uint8Array(Buffer.from('{}')) };
    server.log.append(store.parts.names.inside('complaint-1'), 'any', [{ ...record, metadata: new Uint8Array() }]);
    const theirs = server.log.records.at(-1)!.commit;
    expect(await store.verify()).toMatchObject({ checked: 12, firstBad: theirs });
  });

  it('finds a signpost that was altered', async () => {
    await fill(25);
    await setSignposts();
    const [, second] = server.log.records.filter(({ stream }) => stream === store.parts.names.signposts);
    server.log.tamper(second!.commit, (record) => {
      record.data = new Uint8Array(
        Buffer.from(
          Buffer.from(record.data)
            .toString()
            .replace(/"hash":"./, '"hash":"x'),
        ),
      );
    });
    expect(await open().verify()).toMatchObject({ checked: 10, firstBad: (await log())[10]!.position });
  });
});
