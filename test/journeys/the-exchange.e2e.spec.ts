import { EventStore } from '@app/event-store';
import { issueIntakeKey } from '@app/identity';
import { type Delivered, memoryMessaging, type MemoryMessaging, type OutgoingMessage, writeKafkaEvent } from '@app/messaging';
import { caseFactsTable } from '@app/projections';
import { ReadStore } from '@app/read-store';
import { temporaryFolders } from '@app/testing';
import { reportedComplaint } from '../support/forms';
import { RunningExchange } from '../support/running-exchange';

const newFolder = temporaryFolders();
const source = 'urn:hotline:12345';

const event = (kind: string, order: string, data: object, time = '2018-06-04T09:00:00+08:00'): OutgoingMessage =>
  writeKafkaEvent({ id: `${order}-${kind}`, source, type: `cn.huiying.intake.complaint.${kind}.v1`, subject: order, time, data });

const received = (order: string): OutgoingMessage => event('received', order, reportedComplaint);

let folder: string;
let messaging: MemoryMessaging;
let exchange: RunningExchange;
let told: Delivered[];

const publish = async (...messages: readonly OutgoingMessage[]): Promise<void> =>
  (await messaging.publisher()).publish('spec.intake', messages);

/** Resolves when what is asked holds; the spec's own time limit says that it never does. */
const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await holds()))
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
};

const isReady = async (): Promise<boolean> => (await exchange.ask('/readyz')).status === 200;

const listen = (): Promise<void> =>
  messaging.consumer({ groupId: 'listener', topics: ['spec.cases'] }).start(async (messages) => {
    told.push(...messages);
    return messages.map(() => 'done');
  });

beforeEach(async () => {
  folder = newFolder();
  issueIntakeKey(folder, { source, unit: 'hotline-centre' });
  messaging = memoryMessaging();
  told = [];
  exchange = await RunningExchange.start(folder, () => messaging);
});

afterEach(() => exchange.stop());

describe('the exchange', () => {
  it('records what is published to it, and tells of it without what is personal', async () => {
    await until(isReady);
    await listen();
    await publish(received('YS-1'), event('answered', 'YS-1', { text: '已告知' }, '2018-06-05T09:00:00+08:00'));
    await until(() => told.length === 2);
    expect(told.map(({ headers }) => [headers['ce_type'], headers['ce_revision'], headers['ce_intakeid']])).toEqual([
      ['cn.huiying.case.ComplaintRegistered.v1', '0', 'YS-1-received'],
      ['cn.huiying.case.ComplaintAnsweredDirectly.v1', '1', 'YS-1-answered'],
    ]);
    const whole = told.map(({ headers, value }) => JSON.stringify(headers) + String(value)).join('\n');
    for (const personal of [reportedComplaint.text, reportedComplaint.phone, reportedComplaint.complainant, '已告知'])
      expect(whole).not.toContain(personal);
  });

  it('puts aside what can never be recorded, where its source finds it', async () => {
    await until(isReady);
    await publish(event('invented', 'YS-1', {}), received('YS-2'));
    await until(async () => (await messaging.deadLetters('spec.intake')).length === 1);
    const [letter] = await messaging.deadLetters('spec.intake');
    expect(letter).toMatchObject({ code: 'unknown-event-type', headers: { ce_source: source, ce_id: 'YS-1-invented' } });
    await until(async () => (await exchange.ask('/metrics')).text.includes('huiying_intake_messages{outcome="dead"} 1'));
    expect((await exchange.ask('/metrics')).text).toContain('huiying_intake_messages{outcome="recorded"} 1');
  });

  it('records again what was put aside, once it is replayed and what was wrong is mended', async () => {
    await until(isReady);
    const stranger = { ...received('YS-9'), headers: { ...received('YS-9').headers, ce_source: 'urn:mailbox' } };
    await publish(stranger);
    await until(async () => (await messaging.deadLetters('spec.intake')).length === 1);
    issueIntakeKey(folder, { source: 'urn:mailbox', unit: 'gov-office' });
    await messaging.replayDeadLetters('spec.intake', { code: 'unknown-source' });
    await until(async () => (await exchange.get(ReadStore).count(caseFactsTable, { source: 'urn:mailbox' })) === 1);
  });

  it('is not ready while the brokers are down, and comes back by itself with nothing lost', async () => {
    await until(isReady);
    await listen();
    await publish(received('YS-1'));
    await until(() => told.length === 1);
    messaging.break();
    await until(async () => !(await isReady()));
    expect((await exchange.ask('/healthz')).status).toBe(200);
    messaging.mend();
    await publish(received('YS-2'));
    await until(isReady);
    await until(() => told.some(({ headers }) => headers['ce_intakeid'] === 'YS-2-received'));
  });

  it('waits with what it was given while the log takes nothing', async () => {
    await until(isReady);
    const trouble = jest.spyOn(exchange.get(EventStore), 'trouble').mockReturnValue('磁盘故障 (the disk failed)');
    await publish(received('YS-1'), received('YS-2'));
    await until(async () => (await exchange.ask('/readyz')).text.includes('磁盘故障'));
    trouble.mockRestore();
    await until(async () => (await exchange.get(ReadStore).count(caseFactsTable)) === 2);
    await until(isReady);
    expect(await messaging.deadLetters('spec.intake')).toEqual([]);
    expect((await exchange.ask('/metrics')).text).toContain('huiying_intake_messages{outcome="retried"} 0');
  });
});

describe('an exchange that is started before its brokers', () => {
  it('waits for them', async () => {
    await exchange.stop();
    messaging = memoryMessaging();
    messaging.break();
    exchange = await RunningExchange.start(newFolder(), () => messaging);
    expect(await isReady()).toBe(false);
    messaging.mend();
    await until(isReady);
  });
});

describe('an exchange that is stopped and started again', () => {
  it('goes on where it was, in both directions', async () => {
    await until(isReady);
    await listen();
    await publish(received('YS-1'));
    await until(() => told.length === 1);
    await exchange.stop();
    // What a process opened it closes; the brokers are still the same.
    expect(await messaging.deadLetters('spec.intake')).toEqual([]);
    exchange = await RunningExchange.start(folder, () => messaging);
    await listen();
    await publish(received('YS-2'), received('YS-1'));
    await until(() => told.length >= 2);
    await until(async () => (await exchange.ask('/metrics')).text.includes('huiying_intake_messages{outcome="duplicates"} 1'));
    expect(told.map(({ headers }) => headers['ce_intakeid'])).toEqual(['YS-1-received', 'YS-2-received']);
  });
});
