import { MemoryEventStore, newEventId } from '@app/event-store';
import { type Delivered, memoryMessaging, type MemoryMessaging, MessagingUnavailable, type Publisher } from '@app/messaging';
import { openReadStore, type ReadStore } from '@app/read-store';
import { Logger } from '@nestjs/common';
import { Relay, relayCheckpoint } from './relay';

const topic = 'spec.cases';

let store: MemoryEventStore;
let rows: ReadStore;
let messaging: MemoryMessaging;
let publisher: Publisher;
let arrived: Delivered[];
const relays: Relay[] = [];

const record = (stream: string, type: string, data: object = {}, metadata: object = {}) =>
  store.append(stream, 'any', [
    {
      id: newEventId(),
      type,
      data: JSON.stringify(data),
      metadata: JSON.stringify({ occurredAt: '2018-06-04T09:00:00+08:00', by: { id: 'li-na', unit: 'gov-office' }, ...metadata }),
    },
  ]);

const failing = (): Publisher => ({
  publish: jest.fn().mockRejectedValue(new MessagingUnavailable('no leader')),
  trouble: () => undefined,
  close: async () => undefined,
});

const newRelay = (to: Publisher = publisher): Relay => {
  const relay = new Relay(store, rows, to, { topic, source: 'urn:huiying:spec', restartAfter: 5 });
  relays.push(relay);
  return relay;
};

/** Resolves when what is asked holds; the spec's own time limit says that it never does. */
const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await holds()))
    await new Promise((resolve) => {
      setTimeout(resolve, 2);
    });
};

const caughtUp = (relay: Relay): Promise<void> => until(async () => relay.progress().position === (await store.head()));

const told = ({ headers }: Delivered): string => `${headers['ce_subject']}@${headers['ce_revision']}`;

/** What a consumer is left with that throws away what it has seen. */
const distinct = (): readonly string[] => [...new Set(arrived.map(told))];

beforeAll(() => Logger.overrideLogger(false));

beforeEach(async () => {
  store = new MemoryEventStore();
  rows = await openReadStore({ memory: true });
  messaging = memoryMessaging();
  publisher = await messaging.publisher();
  await messaging.ensureTopics([{ topic, partitions: 3 }]);
  arrived = [];
  await messaging.consumer({ groupId: 'spec', topics: [topic] }).start(async (messages) => {
    arrived.push(...messages);
    return messages.map(() => 'done');
  });
});

afterEach(async () => {
  await Promise.all(relays.splice(0).map((relay) => relay.stop()));
  await messaging.close();
  await rows.close();
});

describe('the relay', () => {
  it('publishes what happens to cases and nothing else, in the order of each case', async () => {
    const relay = newRelay();
    await relay.start();
    await record('complaint-a', 'ComplaintSignedIn');
    await record('numbering-RX-2018', 'CaseNumbersTaken', { upTo: 50 });
    await record('complaint-b', 'ComplaintSignedIn');
    await record('complaint-a', 'ComplaintReviewed');
    await record('complaint-a', 'ComplaintClosed');
    await until(() => arrived.length >= 4);
    expect(arrived.map(told).filter((each) => each.startsWith('complaint-a'))).toEqual(['complaint-a@0', 'complaint-a@1', 'complaint-a@2']);
    expect(arrived.map(told)).toContain('complaint-b@0');
    await caughtUp(relay);
    expect(arrived).toHaveLength(4);
    expect(relay.progress().published).toBe(4);
  });

  it('goes on where it stopped', async () => {
    const first = newRelay();
    await first.start();
    await record('complaint-a', 'ComplaintSignedIn');
    await until(() => arrived.length === 1);
    await first.stop();
    await record('complaint-a', 'ComplaintReviewed');
    const second = newRelay();
    await second.start();
    await until(() => arrived.length >= 2);
    await caughtUp(second);
    expect(arrived.map(told)).toEqual(['complaint-a@0', 'complaint-a@1']);
  });

  it('that dies between publishing and noting it publishes again, leaves nothing out, and keeps the order of each case', async () => {
    for (let index = 0; index < 30; index += 1) await record(`complaint-${index % 3}`, 'ComplaintReminded');
    const dying = newRelay();
    const apply = jest.spyOn(rows, 'apply').mockRejectedValue(new Error('the process is gone'));
    await dying.start();
    await until(() => dying.trouble() !== undefined);
    await dying.stop();
    apply.mockRestore();
    expect(await rows.checkpoint(relayCheckpoint)).toBe(0);
    const second = newRelay();
    await second.start();
    await record('complaint-0', 'ComplaintClosed');
    await caughtUp(second);
    await until(() => distinct().length === 31);
    expect(arrived.length).toBeGreaterThan(31);
    for (const stream of ['complaint-0', 'complaint-1', 'complaint-2']) {
      const revisions = distinct().filter((each) => each.startsWith(stream));
      expect(revisions).toEqual(revisions.map((_, revision) => `${stream}@${revision}`));
    }
  });

  it('waits while the brokers are down, says so, and comes back by itself', async () => {
    messaging.break();
    const relay = newRelay();
    await relay.start();
    await record('complaint-a', 'ComplaintSignedIn');
    await until(() => relay.trouble() !== undefined);
    await record('complaint-a', 'ComplaintReviewed');
    expect(arrived).toEqual([]);
    messaging.mend();
    await until(() => arrived.length >= 2);
    await caughtUp(relay);
    expect(relay.trouble()).toBeUndefined();
    expect(distinct()).toEqual(['complaint-a@0', 'complaint-a@1']);
  });

  it('takes down nothing as published that the brokers have not acknowledged', async () => {
    const relay = newRelay(failing());
    await relay.start();
    await record('complaint-a', 'ComplaintSignedIn');
    await until(() => relay.trouble() === 'no leader');
    expect(await rows.checkpoint(relayCheckpoint)).toBe(0);
    expect(relay.progress().position).toBe(0);
  });

  it('passes over an event that cannot be read, and counts it', async () => {
    const relay = newRelay();
    await relay.start();
    await store.append('complaint-a', 'none', [{ id: newEventId(), type: 'ComplaintSignedIn', data: '[', metadata: '{}' }]);
    await record('complaint-b', 'ComplaintSignedIn');
    await until(() => arrived.length === 1);
    await caughtUp(relay);
    expect(relay.progress()).toMatchObject({ published: 1, unreadable: 1 });
  });

  it('reads no more than it can publish', async () => {
    for (let index = 0; index < 2_500; index += 1) await record('complaint-a', 'ComplaintReminded');
    const sizes: number[] = [];
    let underWay = 0;
    const slow: Publisher = {
      publish: async (_, messages) => {
        underWay += 1;
        expect(underWay).toBe(1);
        sizes.push(messages.length);
        await new Promise(setImmediate);
        underWay -= 1;
      },
      trouble: () => undefined,
      close: async () => undefined,
    };
    const relay = newRelay(slow);
    await relay.start();
    await caughtUp(relay);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1_000);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(2_500);
  });

  it('that was stopped in trouble has none any more: another process goes on', async () => {
    const relay = newRelay(failing());
    await relay.start();
    await record('complaint-a', 'ComplaintSignedIn');
    await until(() => relay.trouble() !== undefined);
    await relay.stop();
    expect(relay.trouble()).toBeUndefined();
  });

  it('that is stopped and started while it asks where it stood follows once', async () => {
    const subscribing = jest.spyOn(store, 'subscribe');
    let answer = (): void => undefined;
    const asked = jest.spyOn(rows, 'checkpoint').mockImplementationOnce(
      () =>
        new Promise((resolve) => {
          answer = () => resolve(0);
        }),
    );
    const relay = newRelay();
    const first = relay.start();
    await until(() => asked.mock.calls.length === 1);
    await relay.stop();
    await relay.start();
    answer();
    await first;
    expect(subscribing).toHaveBeenCalledTimes(1);
  });
});
