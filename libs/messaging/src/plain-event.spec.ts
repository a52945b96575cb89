import fc from 'fast-check';
import { type HttpHeaders, NotACloudEvent, readEvent, readWithSdk } from './cloud-event';
import { isPlainEvent } from './plain-event';

const outcomeOf = (read: typeof readEvent, headers: HttpHeaders, body: unknown): unknown => {
  try {
    return read(headers, body);
  } catch (error) {
    if (error instanceof NotACloudEvent) return error.message;
    throw error;
  }
};

// Well-formed for the most part, so that generated events come as far as each of the rules.
const text = fc.string({
  unit: fc.constantFrom('a', 'Z', '0', '9', '-', '.', '_', '~', ':', '/', '@', '?', '#', '[', ']', '%', '+', ' ', 'é', '路', '😀'),
  maxLength: 6,
});
const number = (least: number, most: number) => fc.integer({ min: least, max: most }).map((n) => String(n).padStart(2, '0'));
const time = fc
  .tuple(fc.constantFrom('2018', '1000', '2999', '0000', '9999', '+010000'), number(0, 13), number(0, 32), number(0, 25), number(0, 61))
  .chain(([year, month, day, hour, minute]) =>
    fc
      .constantFrom('Z', '+08:00', '-12:00', '+23:59', '+99:99', '', '.5Z')
      .map((zone) => `${year}-${month}-${day}T${hour}:${minute}:00${zone}`),
  );
const source = fc
  .tuple(fc.constantFrom('urn:', 'http://', 'https://h', 'a:/', '1x:', '', '//'), text, fc.constantFrom('', ':8080', ':x', '/p', '/p:q'))
  .map((parts) => parts.join(''));
const odd = fc.constantFrom<unknown>(null, '', 0, 5, true, [], {}, ['1.0'], 1.5);
const name = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('traceparent', 'partitionkey', 'x1') },
  fc.constantFrom('trace-id', 'Upper', 'validate', 'emit', 'constructor', 'tostring', 'dataschema', 'data', 'data_base64', '__proto__'),
  fc.constantFrom('schemaurl', 'datacontentencoding', 'datacontenttype', 'ID', 'time', 'subject'),
);
const usually = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof({ weight: 12, arbitrary }, odd);
const right = { specversion: '1.0', id: 'a-1', source: 'urn:hotline:12345', type: 'cn.huiying.x.v1', time: '2018-06-04T09:00:00+08:00' };
const attributes = fc
  .tuple(
    fc.record(
      {
        specversion: usually(fc.constantFrom('1.0', '1.0', '1.0', '1.0', '1.0', '0.3', '2.0')),
        id: usually(text),
        source: usually(fc.oneof(fc.constant('urn:hotline:12345'), source)),
        type: usually(fc.oneof(fc.constant('cn.huiying.intake.complaint.received.v1'), text)),
        subject: usually(text),
        time: usually(time),
      },
      { requiredKeys: [] },
    ),
    fc.dictionary(name, fc.oneof({ weight: 3, arbitrary: text }, odd), { maxKeys: 2 }),
    fc.option(fc.nat(5), { freq: 3 }),
  )
  // A right event with one thing changed and some added, or whatever.
  .map(([stated, more, changed]) => ({
    ...(changed === null ? stated : { ...right, ...Object.fromEntries(Object.entries(stated).slice(changed, changed + 1)) }),
    ...more,
  }));
const data = fc.oneof(fc.dictionary(text, fc.jsonValue(), { maxKeys: 2 }), fc.jsonValue());
const contentType = fc.constantFrom(
  'application/json',
  'application/json; charset=utf-8',
  'application/json;charset=GBK',
  'text/plain',
  '',
);
const structuredType = fc.constantFrom('', '; charset=utf-8', '; charset=UTF-8').map((more) => `application/cloudevents+json${more}`);

const binary = fc.tuple(attributes, contentType, data, fc.constantFrom('ce-', 'ce-', 'ce-', 'Ce-')).map(([stated, type, body, prefix]) => {
  const headers = Object.entries(stated).map(([key, value]) => [prefix + key, value as string]);
  return { headers: { host: 'h', 'content-type': type, ...Object.fromEntries(headers) } as HttpHeaders, body };
});
const structured = fc.tuple(attributes, structuredType, fc.option(data, { nil: undefined })).map(([stated, type, body]) => ({
  headers: { 'content-type': type } as HttpHeaders,
  body: body === undefined ? stated : { data: body, ...stated },
}));

describe('an event that is read without the SDK', () => {
  it.each<[string, typeof binary]>([
    ['binary', binary],
    ['structured', structured as typeof binary],
  ])('is the one that the SDK reads, and what it refuses is refused in the same words: %s mode', (_, events) => {
    const seen = { plain: 0, others: 0 };
    const sample = fc.property(events, ({ headers, body }) => {
      seen[isPlainEvent(headers, body) ? 'plain' : 'others'] += 1;
      expect(outcomeOf(readEvent, headers, body)).toEqual(outcomeOf(readWithSdk, headers, body));
    });
    fc.assert(sample, { numRuns: 3_000 });
    expect(Math.min(seen.plain, seen.others)).toBeGreaterThan(100);
  });
});
