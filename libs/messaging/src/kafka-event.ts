import { type IntakeMessage, isBatch, NotACloudEvent, readEvent } from './cloud-event';
import type { OutgoingMessage } from './message';
import { inspectText, limits, readStrictJson } from './strict-json';

/** An event to be published. */
export interface OutgoingEvent {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject?: string | undefined;
  /** RFC 3339. */
  readonly time?: string | undefined;
  readonly dataschema?: string | undefined;
  /** Further attributes by their names: lower-case letters and digits. */
  readonly extensions?: Readonly<Record<string, string | number | boolean | undefined>>;
  /** Put down as JSON; a Buffer is JSON already and is sent as it is. */
  readonly data: unknown;
  /** What keeps its order; the subject when not stated, else the id. */
  readonly key?: string | undefined;
}

const json = 'application/json';
const structured = 'application/cloudevents+json';

const isJson = (contentType: string): boolean => /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(contentType);

/** `ce_id` in Kafka is `ce-id` over HTTP. */
const attributesIn = (headers: Readonly<Record<string, string>>): Record<string, string> => {
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (!name.startsWith('ce_')) continue;
    inspectText(value);
    attributes[`ce-${name.slice(3)}`] = value;
  }
  return attributes;
};

const read = (headers: Readonly<Record<string, string>>, value: Buffer): IntakeMessage => {
  const contentType = headers['content-type'] ?? json;
  if (isBatch({ 'content-type': contentType })) throw new NotACloudEvent('Kafka carries one event in a message, no batch');
  if (contentType.startsWith(structured)) return readEvent({ 'content-type': structured }, readStrictJson(value));
  if (!isJson(contentType)) throw new NotACloudEvent('data must be JSON (content-type)');
  return readEvent(Object.assign(attributesIn(headers), { 'content-type': json }), readStrictJson(value));
};

/**
 * The event in a Kafka message in binary or structured mode (CloudEvents 1.0.2, Kafka binding), as strictly as over HTTP.
 * @throws NotACloudEvent
 */
export const readKafkaEvent = (headers: Readonly<Record<string, string>>, value: Buffer | null): IntakeMessage => {
  if (value === null) throw new NotACloudEvent('the message is empty (a tombstone)');
  const event = read(headers, value);
  if (value.length > limits.data && Buffer.byteLength(JSON.stringify(event.data ?? null)) > limits.data)
    throw new NotACloudEvent(`data is longer than ${limits.data} bytes`);
  return event;
};

/** A Kafka message in binary mode. What is undefined has no header: the client library would fail on it. */
export const writeKafkaEvent = (event: OutgoingEvent): OutgoingMessage => {
  const { id, source, type, subject, time, dataschema, extensions, data } = event;
  const attributes: Record<string, string | number | boolean | undefined> = {
    specversion: '1.0',
    id,
    source,
    type,
    subject,
    time,
    dataschema,
    ...extensions,
  };
  for (const name of Object.keys(attributes)) if (!/^[a-z0-9]+$/.test(name)) throw new Error(`${name} cannot be an attribute's name`);
  for (const required of [id, source, type]) if (!required) throw new Error('an event has an id, a source and a type');
  const stated = Object.entries(attributes).flatMap(([name, value]) => (value === undefined ? [] : [[`ce_${name}`, String(value)]]));
  return {
    key: event.key ?? subject ?? id,
    value: Buffer.isBuffer(data) ? data : JSON.stringify(data ?? null),
    headers: { 'content-type': json, ...Object.fromEntries(stated) },
  };
};
