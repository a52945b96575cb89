import { CloudEvent, HTTP } from 'cloudevents';
import { isBatch, NotACloudEvent, readHttpEvents } from './cloud-event';

const sent = new CloudEvent({
  id: 'a-1',
  source: 'urn:hotline',
  type: 'cn.huiying.intake.complaint.received.v1',
  subject: 'YS-1',
  time: '2018-06-01T02:00:00.000Z',
  data: { matter: '路灯' },
});

const structured = { 'content-type': 'application/cloudevents+json' };
const batched = { 'content-type': 'application/cloudevents-batch+json' };

describe('a CloudEvent over HTTP', () => {
  it.each(['structured', 'binary'] as const)('made with the SDK in %s mode arrives whole', (mode) => {
    const { headers, body } = HTTP[mode](sent);
    expect(readHttpEvents(headers as Record<string, string>, JSON.parse(body as string))).toEqual([
      { id: 'a-1', source: 'urn:hotline', type: sent.type, subject: 'YS-1', time: '2018-06-01T02:00:00.000Z', data: { matter: '路灯' } },
    ]);
  });

  it('keeps its time as it was sent, so that a day that does not exist can be refused', () => {
    const [event] = readHttpEvents(structured, { ...sent.toJSON(), time: '2018-02-30T00:00:00Z' });
    expect(event).toMatchObject({ time: '2018-02-30T00:00:00Z' });
  });

  it('without a time has none: nobody fills in a clock', () => {
    const { time, ...timeless } = sent.toJSON();
    expect(time).toBeDefined();
    expect(readHttpEvents(structured, timeless)[0]).toMatchObject({ time: undefined });
  });

  it('has the time that is in it, not one in a header beside it', () => {
    const headers = { ...structured, 'ce-time': '2019-01-01T00:00:00Z' };
    expect(readHttpEvents(headers, sent.toJSON())[0]).toMatchObject({ time: '2018-06-01T02:00:00.000Z' });
  });

  it('is not given an id: a repeat of it could not be recognised', () => {
    for (const id of [undefined, '', 5]) expect(() => readHttpEvents(structured, { ...sent.toJSON(), id })).toThrow(NotACloudEvent);
  });

  it('is of version 1.0 and no other', () => {
    for (const specversion of [undefined, '0.3', '2.0', 1])
      expect(() => readHttpEvents(structured, { ...sent.toJSON(), specversion })).toThrow('specversion');
    const { headers, body } = HTTP.binary(sent);
    const older = { ...(headers as Record<string, string>), 'ce-specversion': '0.3' };
    expect(() => readHttpEvents(older, JSON.parse(body as string))).toThrow(NotACloudEvent);
  });

  it('keeps data as it came: JSON in a text stays a text, and base64 is not opened', () => {
    const text = JSON.stringify(sent.data);
    expect(readHttpEvents(structured, { ...sent.toJSON(), data: text })[0]).toMatchObject({ data: text });
    const { data: _, ...rest } = sent.toJSON();
    const inBase64 = { ...rest, data_base64: Buffer.from(text).toString('base64') };
    expect(readHttpEvents(structured, inBase64)[0]).toMatchObject({ data: undefined });
    const { headers } = HTTP.binary(sent);
    expect(readHttpEvents(headers as Record<string, string>, text)[0]).toMatchObject({ data: text });
  });

  it('is refused with what is missing', () => {
    expect(() => readHttpEvents(structured, { specversion: '1.0', id: '1', type: 't' })).toThrow('source');
  });

  it('is refused when the body is no object', () => {
    for (const body of [null, 'text', 3, []]) expect(() => readHttpEvents(structured, body)).toThrow(NotACloudEvent);
  });
});

describe('a batch of CloudEvents', () => {
  it('is known by its content type', () => {
    expect(isBatch(batched)).toBe(true);
    expect(isBatch(structured)).toBe(false);
  });

  it('gives each element its own place, the bad ones too', () => {
    const [good, bad, alsoGood] = readHttpEvents(batched, [sent.toJSON(), { id: 'half' }, sent.toJSON()]);
    expect(good).toMatchObject({ id: 'a-1' });
    expect(bad).toBeInstanceOf(NotACloudEvent);
    expect(alsoGood).toMatchObject({ id: 'a-1' });
  });

  it('that is no array is refused', () => {
    expect(() => readHttpEvents(batched, {})).toThrow(NotACloudEvent);
  });
});
