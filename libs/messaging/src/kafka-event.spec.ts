import { CloudEvent, HTTP, Kafka } from 'cloudevents';
import { NotACloudEvent, readHttpEvents } from './cloud-event';
import { readKafkaEvent, writeKafkaEvent } from './kafka-event';
import { limits } from './strict-json';

const sent = new CloudEvent({
  id: 'a-1',
  source: 'urn:hotline',
  type: 'cn.huiying.intake.complaint.received.v1',
  subject: 'YS-1',
  time: '2018-06-01T02:00:00.000Z',
  data: { matter: '路灯' },
});

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const structured = { 'content-type': 'application/cloudevents+json; charset=UTF-8' };
const binary = {
  'content-type': 'application/json',
  ce_specversion: '1.0',
  ce_id: 'a-1',
  ce_source: 'urn:hotline',
  ce_type: sent.type,
  ce_subject: 'YS-1',
  ce_time: '2018-06-01T02:00:00.000Z',
};

describe('a CloudEvent in a Kafka message', () => {
  const { headers, body } = HTTP.structured(sent);
  const [overHttp] = readHttpEvents(headers, JSON.parse(body as string));

  it('is the same event as over HTTP, in binary and in structured mode', () => {
    expect(readKafkaEvent(binary, json(sent.data))).toEqual(overHttp);
    expect(readKafkaEvent(structured, json(sent.toJSON()))).toEqual(overHttp);
  });

  it('as the SDK of others writes it arrives whole', () => {
    const message = Kafka.binary(sent);
    const stated = Object.entries(message.headers).filter(([, value]) => value !== undefined);
    expect(readKafkaEvent(Object.fromEntries(stated) as Record<string, string>, json(message.value))).toEqual(overHttp);
    const whole = Kafka.structured(sent);
    expect(readKafkaEvent(whole.headers as Record<string, string>, Buffer.from(whole.value))).toEqual(overHttp);
  });

  it('in binary mode is JSON when it does not say what it is', () => {
    const { 'content-type': _, ...silent } = binary;
    expect(readKafkaEvent(silent, json(sent.data))).toEqual(overHttp);
  });

  it('is given no id and no time, and keeps a day that does not exist for somebody to refuse', () => {
    const { ce_time: _, ...timeless } = binary;
    expect(readKafkaEvent(timeless, json({}))).toMatchObject({ time: undefined });
    expect(readKafkaEvent({ ...binary, ce_time: '2018-02-30T00:00:00Z' }, json({}))).toMatchObject({ time: '2018-02-30T00:00:00Z' });
    expect(() => readKafkaEvent({ ...binary, ce_id: '' }, json({}))).toThrow(NotACloudEvent);
  });

  const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)]);
  it.each<[string, Record<string, string>, Buffer | null, string]>([
    ['a tombstone', binary, null, 'tombstone'],
    ['no JSON', binary, Buffer.from('{'), 'not valid JSON'],
    ['no UTF-8', binary, Buffer.from([0x22, 0xff, 0x22]), 'UTF-8'],
    ['too large as a whole', binary, Buffer.alloc(limits.value + 1, 0x20), 'longer than'],
    ['too large in its data', binary, json(Array.from({ length: 40 }, () => '长'.repeat(3_000))), 'data is longer'],
    ['a text that is too long', binary, json('长'.repeat(limits.text + 1)), 'longer than'],
    ['nested too deeply', binary, json(deep(33)), 'nested'],
    ['half of a character', binary, Buffer.from(String.raw`"\ud800"`), 'surrogate'],
    ['a NUL', binary, Buffer.from(String.raw`"\u0000"`), 'NUL'],
    ['a NUL in an attribute', { ...binary, ce_subject: 'a\0b' }, json({}), 'NUL'],
    ['a hidden prototype', binary, Buffer.from('{"__proto__":{}}'), '__proto__'],
    ['a batch', { 'content-type': 'application/cloudevents-batch+json' }, json([sent.toJSON()]), 'batch'],
    ['data that is no JSON', { ...binary, 'content-type': 'application/avro' }, json({}), 'content-type'],
    ['no attributes', {}, json({}), 'no cloud event'],
    ['another version', { ...binary, ce_specversion: '0.3' }, json({}), ''],
    ['no source', { 'content-type': structured['content-type'] }, json({ specversion: '1.0', id: '1', type: 't' }), 'source'],
    ['no object', structured, json([]), 'JSON object'],
  ])('is refused with a reason: %s', (_, headersOfIt, value, reason) => {
    expect(() => readKafkaEvent(headersOfIt, value)).toThrow(NotACloudEvent);
    expect(() => readKafkaEvent(headersOfIt, value)).toThrow(reason);
  });
});

describe('an event that is published', () => {
  const event = { id: 'e-1', source: 'urn:huiying', type: 'cn.huiying.case.ComplaintRouted', data: { unit: '城管局' } };

  it('is read by the SDK of others as it was meant', () => {
    const { headers, value, key } = writeKafkaEvent({
      ...event,
      subject: 'complaint-1',
      time: '2018-06-01T02:00:00.000Z',
      extensions: { position: 7, traceparent: undefined },
    });
    expect(key).toBe('complaint-1');
    expect(Object.values(headers)).not.toContain(undefined);
    expect(Kafka.toEvent({ headers, value: Buffer.from(value), body: undefined, key, timestamp: undefined } as never)).toMatchObject({
      ...event,
      subject: 'complaint-1',
      time: '2018-06-01T02:00:00.000Z',
      position: '7',
    });
  });

  it('goes through its own reading unchanged, and carries bytes that are JSON already as they are', () => {
    const bytes = Buffer.from('{ "a" : 1.0 }');
    const { headers, value } = writeKafkaEvent({ ...event, data: bytes });
    expect(value).toBe(bytes);
    expect(readKafkaEvent(headers, bytes)).toMatchObject({ id: 'e-1', data: { a: 1 }, time: undefined });
  });

  it('keeps order by what is named, else by its subject, else by itself', () => {
    expect(writeKafkaEvent({ ...event, key: 'k', subject: 's' }).key).toBe('k');
    expect(writeKafkaEvent({ ...event, subject: 's' }).key).toBe('s');
    expect(writeKafkaEvent(event).key).toBe('e-1');
  });

  it('without an id, or with a name that no attribute may have, is a mistake of ours', () => {
    expect(() => writeKafkaEvent({ ...event, id: '' })).toThrow('id');
    expect(() => writeKafkaEvent({ ...event, extensions: { 'trace-id': '1' } })).toThrow('trace-id');
  });
});
