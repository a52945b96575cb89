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
