import { caseTypes, type CaseType } from '@app/cases';
import fc from 'fast-check';
import { type Answer, expectProblem } from '../support/answer';
import { complaintForm, reportedComplaint } from '../support/forms';
import type { Hotline } from '../support/hotline';
import { archivist, clerk } from '../support/people';
import { leavesNothingBehind, type RunningServer, serversForSpecs } from '../support/running-server';
import type { Staff } from '../support/staff';

const { start } = serversForSpecs();

let server: RunningServer;
let office: Staff;
let backdating: Staff;
let hotline: Hotline;
let id: string;

beforeAll(async () => {
  server = await start();
  [office, backdating, hotline] = [await server.as(clerk), await server.as(archivist), server.hotline()];
  id = await office.register('complaint', complaintForm);
});

const refused = async (work: () => Promise<Answer>, status: number, type: string): Promise<Answer> => {
  const answer = await leavesNothingBehind(server, work);
  expectProblem(answer, status, type);
  return answer;
};

const pointers = ({ body }: Answer): string[] => body.errors.map(({ pointer }: any) => pointer);

const form = JSON.stringify(complaintForm);
const withText = (json: string): string => form.replace(JSON.stringify(complaintForm.text), json);
const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('a body that is no proper JSON', () => {
  it.each([
    ['half an object', '{"channel":'],
    ['words', 'phone'],
    ['a trailing comma', `${form.slice(0, -1)},}`],
    ['NaN', withText('NaN')],
    ['a byte-order mark', `\uFEFF${form}`],
    ['two objects', `${form}${form}`],
    ['a comment', `/* */${form}`],
  ])('is refused: %s', async (_, body) => {
    expect(pointers(await refused(() => office.send('/cases/complaint', body), 400, 'malformed'))).toEqual(['']);
  });

  it('is refused when its bytes are no UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from(form.slice(0, -2)), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from('"}')]);
    await refused(() => office.send('/cases/complaint', bytes), 400, 'malformed');
    const gbk = Buffer.concat([Buffer.from('{"text":"'), Buffer.from([0xd7, 0xd4]), Buffer.from('"}')]);
    await refused(() => office.send('/cases/complaint', gbk), 400, 'malformed');
  });

  it('is refused when nested too deeply, long before it could hurt', async () => {
    expect((await office.send('/cases/complaint', withText(nested(30)))).body.errors[0].pointer).toBe('/text');
    for (const depth of [32, 33, 10_000]) {
      const answer = await refused(() => office.send('/cases/complaint', withText(nested(depth))), 400, 'malformed');
      expect(answer.body.errors[0].message).toContain('nested deeper than 32');
    }
  });

  it('is refused where a text holds what no database keeps', async () => {
    for (const json of ['"\\ud800"', '"水\\udc00"', '"a\\u0000b"', JSON.stringify('水'.repeat(10_001))]) {
      const answer = await refused(() => office.send('/cases/complaint', withText(json)), 400, 'malformed');
      expect(pointers(answer)).toEqual(['/text']);
    }
    for (const name of ['\\ud800', '\\u0000', 'x'.repeat(10_001)])
      await refused(() => office.send('/cases/complaint', `{"${name}":1,${form.slice(1)}`), 400, 'malformed');
  });

  it('is refused with a pointer by RFC 6901, whatever the name of the field', async () => {
    const answer = await refused(() => office.send('/cases/complaint', `{"a/b~c":"\\ud800",${form.slice(1)}`), 400, 'malformed');
    expect(pointers(answer)).toEqual(['/a~1b~0c']);
  });
});

describe('a body of the wrong shape', () => {
  it.each([
    ['an array', '[]'],
    ['a string', '"phone"'],
    ['a number', '1'],
    ['an array of one good form', `[${form}]`],
  ])('is refused: %s', async (_, body) => {
    await refused(() => office.send('/cases/complaint', body), 400, 'malformed');
  });

  it.each([
    ['nothing at all', undefined],
    ['an empty body', ''],
    ['null', 'null'],
    ['an empty object', '{}'],
  ])('is refused with every field that is missing: %s', async (_, body) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await refused(() => office.send('/cases/complaint', body, headers), 400, 'malformed');
    expect(pointers(answer)).toEqual(['/channel', '/kind', '/matter', '/text']);
  });

  it.each([
    ['an unknown field', { colour: 'red' }, '/colour'],
    ['a field that looks like one of ours', { ｔext: '全角' }, '/ｔext'],
    ['a field that differs by a space', { 'text ': '空格' }, '/text '],
    ['a field in capitals', { TEXT: '大写' }, '/TEXT'],
    ['constructor', { constructor: { prototype: {} } }, '/constructor'],
    ['a number for a text', { text: 5 }, '/text'],
    ['an object for a text', { text: { $gt: '' } }, '/text'],
    ['an array for a text', { text: ['水'] }, '/text'],
    ['white space for a text', { text: ' \n\t　' }, '/text'],
    ['a channel we do not have', { channel: 'telepathy' }, '/channel'],
    ['a label that is too long', { matter: '水'.repeat(101) }, '/matter'],
    ['null for an optional field', { area: null }, '/area'],
  ])('is refused: %s', async (_, field, pointer) => {
    const answer = await refused(() => office.post('/cases/complaint', { ...complaintForm, ...field }), 400, 'malformed');
    expect(pointers(answer)).toContain(pointer);
  });

  it('is refused with __proto__ in it, and no prototype is touched', async () => {
    const body = `{"__proto__":{"channel":"phone","polluted":true},${form.slice(1)}`;
    expect(pointers(await refused(() => office.send('/cases/complaint', body), 400, 'malformed'))).toEqual(['/__proto__']);
    const inside = `{"contests":{"__proto__":{},"type":"disclosure","id":"${id}"},"channel":"letter","kind":"litigation","forum":"f","matter":"m"}`;
    await refused(() => office.send('/cases/proceeding', inside), 400, 'malformed');
    expect(({} as any).polluted).toBeUndefined();
  });

  it('is refused where a number overflows', async () => {
    await refused(() => office.send('/cases/complaint', withText('1e999')), 400, 'malformed');
    await refused(() => office.send('/cases/complaint', `{"weight":-1e999,${form.slice(1)}`), 400, 'malformed');
  });
});

describe('a body that is too large or of another kind', () => {
  it('is refused beyond 64 KiB for a command, 256 KiB for an event, 1 MiB for a batch', async () => {
    const filler = (bytes: number) => JSON.stringify({ text: 'x'.repeat(bytes) });
    const structured = { 'content-type': 'application/cloudevents+json' };
    const batch = { 'content-type': 'application/cloudevents-batch+json' };
    expect((await refused(() => office.send('/cases/complaint', filler(64 * 1024)), 413, 'too-large')).body.limit).toBe(65_536);
    await refused(() => office.send('/cases/complaint', filler(2 ** 21)), 413, 'too-large');
    await refused(() => hotline.send(filler(256 * 1024), structured), 413, 'too-large');
    await refused(() => hotline.send(filler(256 * 1024), { 'content-type': 'application/json', 'ce-id': '1' }), 413, 'too-large');
    await refused(() => hotline.send(filler(2 ** 20), batch), 413, 'too-large');
  });

  it('of a command is not made larger by calling it a batch', async () => {
    const large = JSON.stringify({ ...complaintForm, more: Array(20).fill('水'.repeat(5_000)) });
    for (const type of ['application/cloudevents-batch+json', 'application/cloudevents+json'])
      await refused(() => office.send('/cases/complaint', large, { 'content-type': type }), 413, 'too-large');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml', 'nonsense'])(
    'is refused as %s',
    async (type) => {
      await refused(() => office.send('/cases/complaint', form, { 'content-type': type }), 415, 'unsupported-media-type');
    },
  );

  it('that is compressed is not guessed at', async () => {
    const gzip = { 'content-encoding': 'gzip' };
    await refused(() => office.send('/cases/complaint', new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]), gzip), 400, 'malformed');
  });
});

const impossible = [
  ['a day that does not exist', '2018-02-30T09:00:00+08:00'],
  ['29 February of an ordinary year', '2018-02-29T09:00:00+08:00'],
  ['an hour that does not exist', '2018-06-04T25:00:00+08:00'],
  ['no offset', '2018-06-04T09:00:00'],
  ['a date alone', '2018-06-04'],
  ['words', 'yesterday'],
  ['the future', new Date(Date.now() + 3_600_000).toISOString()],
  ['the far future', '9999-12-31T23:59:59Z'],
  ['a year no case is from', '0000-01-01T00:00:00+08:00'],
  ['a year before the offset was constant', '1991-12-31T12:00:00+08:00'],
  ['the empty text', ''],
] as const;

describe('a business time', () => {
  it.each(impossible)('is refused from staff: %s', async (_, occurredAt) => {
    const answer = await refused(() => backdating.post('/cases/complaint', { ...complaintForm, occurredAt }), 400, 'malformed');
    expect(pointers(answer)).toEqual(['/occurredAt']);
  });

  it.each(impossible)('is refused from an intake system: %s', async (_, time) => {
    const event = { ...hotline.event('complaint.received', 'bad-time', 'T-1', '2018-06-04T09:00:00Z', reportedComplaint).toJSON(), time };
    const answer = await leavesNothingBehind(server, () =>
      hotline.send(JSON.stringify(event), { 'content-type': 'application/cloudevents+json' }),
    );
    expect([400, answer.status]).toEqual([answer.status, 400]);
  });

  it.each([5, null, ['2018-06-04T09:00:00Z'], {}])('is refused when it is no text: %j', async (occurredAt) => {
    await refused(() => backdating.post('/cases/complaint', { ...complaintForm, occurredAt }), 400, 'malformed');
  });

  it('is stated by nobody without the right to backdate', async () => {
    const body = { ...complaintForm, occurredAt: '2018-06-04T09:00:00+08:00' };
    await refused(() => office.post('/cases/complaint', body), 403, 'forbidden');
    await refused(() => office.act('complaint', id, 'remind', { occurredAt: '2018-06-04T09:00:00+08:00' }), 403, 'forbidden');
  });

  it('before the case was received is no time for its next step', async () => {
    const early = { unit: 'transport', occurredAt: '2018-06-04T09:00:00+08:00' };
    await refused(() => backdating.act('complaint', id, 'route', early), 409, 'not-allowed');
  });
});

describe('a command', () => {
  it('that names a unit that does not exist is refused', async () => {
    const answer = await refused(() => office.act('complaint', id, 'route', { unit: 'ministry-of-truth' }), 400, 'unknown-unit');
    expect(pointers(answer)).toEqual(['/unit']);
    await refused(() => office.act('complaint', id, 'route', { unit: '../../etc' }), 400, 'malformed');
  });

  it.each(['1', 'undefined', '%00', "1' OR 1=1--", '01890000-0000-7000-8000-00000000000', 'constructor'])(
    'to the id %s is refused',
    async (bad) => {
      const path = `/cases/complaint/${encodeURIComponent(bad)}`;
      await refused(() => office.post(`${path}/commands/remind`, {}), 400, 'malformed');
      for (const part of ['', '/timeline', '/commands', '/personal']) expectProblem(await office.get(`${path}${part}`), 400, 'malformed');
    },
  );

  it('to a case that does not exist is not found', async () => {
    await refused(() => office.act('complaint', '01890000-0000-7000-8000-0000000000ff', 'remind'), 404, 'not-found');
  });

  it.each(['fly', 'constructor', '__proto__', 'RouteComplaint', 'Route', 'toString', 'register'])(
    'that is unknown is not found: %s',
    async (name) => {
      await refused(() => office.act('complaint', id, name, {}), 404, 'not-found');
    },
  );

  it.each(['grievance', 'constructor', '__proto__', 'Complaint', 'complaints', 'numbering', 'figures', 'intake', '$complaint'])(
    'to an unknown type of case is not found: %s',
    async (type) => {
      await refused(() => office.post(`/cases/${type}`, complaintForm), 404, 'not-found');
      await refused(() => office.act(type, id, 'remind'), 404, 'not-found');
      expectProblem(await office.get(`/cases/${type}/${id}`), 404, 'not-found');
    },
  );
});

describe('an event that is not one of ours', () => {
  const good = () => hotline.event('complaint.received', 'e-1', 'E-1', '2018-06-04T09:00:00Z', reportedComplaint).toJSON();
  const structured = { 'content-type': 'application/cloudevents+json' };
  const send = (event: unknown) => () => hotline.send(JSON.stringify(event), structured);

  it.each([
    'cn.huiying.intake.complaint.received.v2',
    'cn.huiying.intake.complaint.received',
    'cn.huiying.intake.complaint.routed.v1',
    'cn.huiying.intake.constructor.received.v1',
    'constructor',
    'ComplaintRegistered',
  ])('is refused by its type %s', async (type) => {
    await refused(send({ ...good(), type }), 422, 'unknown-event-type');
  });

  it.each([
    ['no specversion', { specversion: undefined }],
    ['another specversion', { specversion: '2.0' }],
    ['the old specversion', { specversion: '0.3' }],
    ['no id', { id: undefined }],
    ['an empty id', { id: '' }],
    ['a number for an id', { id: 5 }],
    ['no source', { source: undefined }],
    ['no type', { type: undefined }],
    ['an extension in capitals', { WorkOrder: 'x' }],
  ])('is refused with %s', async (_, change) => {
    await refused(send({ ...good(), ...change }), 400, 'not-a-cloudevent');
  });

  it.each([
    ['no subject', { subject: undefined }, '/subject'],
    ['a blank subject', { subject: '   ' }, '/subject'],
    ['a subject that is no number of a work order', { subject: 'x'.repeat(101) }, '/subject'],
    ['an id without end', { id: 'x'.repeat(201) }, '/id'],
    ['no time', { time: undefined }, '/time'],
    ['no data', { data: undefined }, '/data'],
    ['an array for data', { data: [reportedComplaint] }, '/data'],
    ['an unknown field in data', { data: { ...reportedComplaint, colour: 'red' } }, '/data/colour'],
    ['a time in data', { time: undefined, data: { ...reportedComplaint, time: '2018-06-04T09:00:00Z' } }, '/time'],
  ])('is refused with %s', async (_, change, pointer) => {
    expect(pointers(await refused(send({ ...good(), ...change }), 400, 'malformed'))).toEqual([pointer]);
  });

  it('is refused when it hides its content from the checks: JSON in a text, or in base64', async () => {
    const { data, ...rest } = good();
    const hidden = JSON.stringify(good()).replace('供水', '\\ud800');
    const inBase64 = Buffer.from(JSON.stringify(data)).toString('base64');
    for (const body of [
      JSON.stringify(hidden),
      JSON.stringify({ ...rest, data: hidden }),
      JSON.stringify({ ...rest, data_base64: inBase64 }),
    ]) {
      const answer = await leavesNothingBehind(server, () => hotline.send(body, structured));
      expect({ status: answer.status, text: answer.text }).toEqual({ status: 400, text: answer.text });
    }
    const { id: ceId, source, type, subject, time } = good() as Record<string, string>;
    const headers = {
      'ce-specversion': '1.0',
      'ce-id': ceId!,
      'ce-source': source!,
      'ce-type': type!,
      'ce-subject': subject!,
      'ce-time': time!,
    };
    const json = JSON.stringify(JSON.stringify(data).replace('供水', '\\ud800'));
    const binary = await leavesNothingBehind(server, () => hotline.send(json, { ...headers, 'content-type': 'application/json' }));
    expect({ status: binary.status, text: binary.text }).toEqual({ status: 400, text: binary.text });
  });

  it('takes its time from the event, not from a header beside it', async () => {
    const answer = await leavesNothingBehind(server, () =>
      hotline.send(JSON.stringify({ ...good(), time: undefined }), { ...structured, 'ce-time': '2018-06-04T09:00:00Z' }),
    );
    expectProblem(answer, 400, 'malformed');
    const other = { ...structured, 'ce-time': '2018-02-30T09:00:00Z' };
    expect((await hotline.send(JSON.stringify({ ...good(), id: 'e-2', subject: 'E-2' }), other)).status).toBe(202);
  });

  it.each([
    ['plain JSON', 'application/json', '{}'],
    ['an empty structured body', 'application/cloudevents+json', ''],
    ['an array in structured mode', 'application/cloudevents+json', '[]'],
    ['a text in structured mode', 'application/cloudevents+json', '"event"'],
    ['null', 'application/cloudevents+json', 'null'],
    ['an object as batch', 'application/cloudevents-batch+json', '{}'],
    ['an empty batch body', 'application/cloudevents-batch+json', ''],
  ])('is refused: %s', async (_, type, body) => {
    await refused(() => hotline.send(body, { 'content-type': type }), 400, 'not-a-cloudevent');
  });

  it.each(['application/cloudevents+xml', 'application/cloudevents+avro', 'text/plain'])('is refused as %s', async (type) => {
    await refused(() => hotline.send('{}', { 'content-type': type }), 415, 'unsupported-media-type');
  });
});

describe('arbitrary JSON', () => {
  const commandPaths = (Object.values(caseTypes) as CaseType[]).flatMap((type) =>
    Object.values(type.commands as Record<string, { path: string }>).map(({ path }) => [type.name, path] as const),
  );
  const value = fc.oneof(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(...Object.values(complaintForm), id, 'transport', 'satisfied'));
  const fields = fc.dictionary(
    fc.oneof(fc.constantFrom('text', 'unit', 'channel', 'matter', 'kind', 'rating', 'contests', 'occurredAt', '__proto__'), fc.string()),
    value,
    { maxKeys: 6 },
  );
  const body = fc.oneof(fields, value);

  it('to any command is taken or refused, and never breaks anything', async () => {
    const everybody = await server.as({ ...clerk, roles: ['office', 'unit', 'signer', 'operator', 'backdate'] });
    const command = fc.tuple(fc.constantFrom(...commandPaths), fc.boolean(), body);
    await fc.assert(
      fc.asyncProperty(command, async ([[type, path], opens, json]) => {
        const address = opens ? `/cases/${type}` : `/cases/${type}/${id}/commands/${path}`;
        const answer = await everybody.send(address, JSON.stringify(json));
        expect({ address, below500: answer.status < 500, text: answer.text }).toEqual({ address, below500: true, text: answer.text });
        if (answer.status >= 400) expect(answer.headers.get('content-type')).toContain('application/problem+json');
      }),
      { numRuns: 200 },
    );
  });

  it('as an event is taken or refused, and never breaks anything', async () => {
    const types = fc.constantFrom(
      'cn.huiying.intake.complaint.received.v1',
      'cn.huiying.intake.complaint.rated.v1',
      'cn.huiying.intake.letter.received.v1',
    );
    const event = fc.record({
      specversion: fc.constantFrom('1.0', '0.3', 1),
      id: fc.oneof(fc.string(), value),
      source: fc.oneof({ weight: 4, arbitrary: fc.constant('urn:hotline:12345') }, { weight: 1, arbitrary: value }),
      type: fc.oneof({ weight: 4, arbitrary: types }, { weight: 1, arbitrary: value }),
      subject: fc.oneof(fc.string(), value),
      time: fc.oneof(fc.constant('2018-06-04T09:00:00Z'), value),
      data: fc.oneof(fields, fc.constant(reportedComplaint)),
    });
    await fc.assert(
      fc.asyncProperty(fc.oneof(event, body), async (json) => {
        const answer = await hotline.send(JSON.stringify(json), { 'content-type': 'application/cloudevents+json' });
        expect({ below500: answer.status < 500, text: answer.text }).toEqual({ below500: true, text: answer.text });
        await server.settled();
      }),
      { numRuns: 200 },
    );
  });
});
