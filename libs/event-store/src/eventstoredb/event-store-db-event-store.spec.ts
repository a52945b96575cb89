import { randomUUID } from 'node:crypto';
import { EventStoreDbServer, eventStoreContract } from '@app/testing';
import { EventStoreDbEventStore } from './event-store-db-event-store';

let server: EventStoreDbServer;
beforeAll(async () => {
  server = await EventStoreDbServer.start();
});
afterAll(() => server.stop());

const namespace = () => `spec-${randomUUID()}`;

eventStoreContract('EventStoreDB, on the wire', () => EventStoreDbEventStore.open({ connection: server.url, namespace: namespace() }), {
  positions: 'rising',
});

const url = process.env['EVENTSTORE_URL'];
if (url)
  eventStoreContract('EventStoreDB', () => EventStoreDbEventStore.open({ connection: url, namespace: namespace() }), {
    positions: 'rising',
  });
else
  console.warn(
    '!!! SKIPPED: 没有真实的事件库，未对其运行约定 (EVENTSTORE_URL is not set: the contract did not run against a real EventStoreDB)',
  );
