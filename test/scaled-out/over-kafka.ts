import { derivedId } from '@app/case-handling';
import { type OutgoingMessage, type Publisher, writeKafkaEvent } from '@app/messaging';
import type { CloudEvent } from 'cloudevents';
import { LoadingStopped } from '../../apps/cli/src/demo/load/api';
import type { Receipt, Send } from '../../apps/cli/src/demo/load/delivery';
import { chunks } from '../support/chunks';
import { until } from '../support/until';
import type { PatientApi } from './patient-api';

const askedAtOnce = 10;

/** In structured mode. */
export const structuredMessage = (event: CloudEvent<unknown>): OutgoingMessage => ({
  key: event.subject ?? event.id,
  value: JSON.stringify(event),
  headers: { 'content-type': 'application/cloudevents+json; charset=utf-8' },
});

/** In binary mode; its time as the SDK writes it in every mode: the same event in other words is another one. */
export const binaryMessage = ({ id, source, type, subject, time, data }: CloudEvent<unknown>): OutgoingMessage =>
  writeKafkaEvent({ id, source, type, subject, time: time && new Date(time).toISOString(), data });

/** As a sender has to: until the brokers have it. */
export const publishPatiently = async (publisher: Publisher, topic: string, messages: readonly OutgoingMessage[]): Promise<void> => {
  const kept = (): Promise<boolean> =>
    publisher.publish(topic, messages).then(
      () => true,
      () => false,
    );
  await until(`${messages.length} messages are published`, kept, { within: 240_000 });
};

export const receiptPath = ({ source, id }: Pick<CloudEvent<unknown>, 'source' | 'id'>): string =>
  `/intake/receipts/${derivedId('intake', source, id)}`;

export interface KafkaIntake {
  readonly publisher: Publisher;
  readonly topic: string;
  readonly api: PatientApi;
  readonly intakeKey: string;
}

/** Publishes events, and waits until each has a receipt that is final. What is parked resolves by itself or not at all. */
export const overKafka = ({ publisher, topic, api, intakeKey }: KafkaIntake): Send => {
  const receiptOf = async (event: CloudEvent<unknown>): Promise<Receipt | undefined> =>
    (await api.getWith({ 'x-api-key': intakeKey }, receiptPath(event))) as Receipt | undefined;
  return async (name, events) => {
    await publishPatiently(
      publisher,
      topic,
      events.map((event, index) => (index % 2 === 0 ? binaryMessage : structuredMessage)(event)),
    );
    const receipts = new Map<string, Receipt>();
    const waiting = () => events.filter(({ id }) => !receipts.has(id));
    const look = async (): Promise<boolean> => {
      for (const some of chunks(waiting(), askedAtOnce)) {
        const found = await Promise.all(some.map(receiptOf));
        for (const [index, receipt] of found.entries()) if (receipt && receipt.status !== 'parked') receipts.set(some[index]!.id, receipt);
        // The others come after them.
        if (some.some(({ id }) => !receipts.has(id))) return false;
      }
      return true;
    };
    await until(name, look, { within: 180_000 }).catch(async (error: unknown) => {
      const first = waiting()[0]!;
      throw new LoadingStopped(`${String(error)}: ${first.id} ${JSON.stringify(await receiptOf(first))}`, { cause: error });
    });
    return events.map(({ id }) => receipts.get(id)!);
  };
};
