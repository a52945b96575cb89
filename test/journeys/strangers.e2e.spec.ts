import { request } from 'node:http';
import { connect } from 'node:net';
import { issueIntakeKey, issueToken, openSigningKey, type SigningKey } from '@app/identity';
import { SignJWT } from 'jose';
import { type Answer, expectProblem } from '../support/answer';
import { complaintForm, reportedComplaint } from '../support/forms';
import { Hotline } from '../support/hotline';
import { clerk, operator, signer, waterStaff } from '../support/people';
import { leavesNothingBehind, type RunningServer, serversForSpecs } from '../support/running-server';
import { Staff } from '../support/staff';

const { start, newFolder } = serversForSpecs();

let server: RunningServer;
let key: SigningKey;
let id: string;

beforeAll(async () => {
  server = await start();
  key = await openSigningKey(server.folder);
  id = await (await server.as(clerk)).register('complaint', complaintForm);
});

/** Everything that is not public, with what it is asked by. */
const guarded = (): [string, string][] => [
  ['GET', '/cases'],
  ['HEAD', '/cases'],
  ['POST', '/cases/complaint'],
  ['GET', `/cases/complaint/${id}`],
  ['GET', `/cases/complaint/${id}/timeline`],
  ['GET', `/cases/complaint/${id}/commands`],
  ['GET', `/cases/complaint/${id}/personal`],
  ['DELETE', `/cases/complaint/${id}/personal`],
  ['POST', `/cases/complaint/${id}/commands/remind`],
  ['POST', '/intake/events'],
  ['GET', `/intake/receipts/${id}`],
  ['GET', '/declared-figures/2018'],
  ['POST', '/declared-figures/2018'],
  ['GET', '/statistics/satisfaction?year=2018'],
  ['GET', '/statistics/totals?year=2018'],
  ['GET', '/reports'],
  ['GET', '/reports/gk-2014/2018'],
  ['GET', '/reports/gk-2014/2018/checks'],
  ['GET', '/reports/gk-2014/2018/cells/replies/cases'],
  ['GET', '/parked-cases'],
  ['POST', `/parked-cases/complaint-${id}/retry`],
];

const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const claims = { sub: 'li-na', unit: 'gov-office', roles: ['office'], iss: 'huiying', aud: 'huiying' };

const signed = (payload: Record<string, unknown>, privateKey = key.privateKey, hours = 1) =>
  new SignJWT(payload)
    .setProtectedHeader({ alg: 'EdDSA' })
    .setExpirationTime(Math.floor(Date.now() / 1_000) + hours * 3_600)
    .sign(privateKey);

const knocks = async (token: string): Promise<Answer> =>
  leavesNothingBehind(server, () => new Staff(server.url, token).post('/cases/complaint', complaintForm));

describe('nobody', () => {
  it('gets through any door that is not public', async () => {
    for (const [method, path] of guarded()) {
      const answer = await leavesNothingBehind(server, () => server.ask(path, { method }));
      if (method === 'HEAD') expect(answer.status).toBe(401);
      else expectProblem(answer, 401, 'unauthenticated');
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    }
  });

  it('needs a key to see that the server lives, what it offers and what a problem means', async () => {
    for (const path of ['/healthz', '/readyz', '/metrics', '/openapi.json', '/docs', '/problems/not-allowed'])
      expect([path, (await server.ask(path)).status]).toEqual([path, 200]);
    expectProblem(await server.ask('/problems/constructor'), 404, 'not-found');
  });

  it('is let in by an address that is written strangely', async () => {
    const strange = [
      '/Cases',
      '/cases/',
      '//cases',
      '/cases//complaint',
      '/./cases',
      '/public/../cases',
      '/healthz/../cases',
      '/healthz/%2e%2e/cases',
      '/healthz/%2E%2E%2Fcases',
      '/docs/%2e%2e/cases',
      '/docs/..%2f..%2fpackage.json',
      '/docs/..%5c..%5cpackage.json',
      '/docs/%252e%252e/package.json',
      '/%63ases',
      '/cases%2Fcomplaint',
      '/cases%252Fcomplaint',
      '/cases;/complaint',
      '/cases%00',
      '/cases?year=2018#/healthz',
      '/parked-cases/%2e%2e/retry',
      `/cases/complaint/${id}%2Fpersonal`,
      `/cases/complaint/${id}/personal/`,
      `/CASES/complaint/${id}/personal`,
      '/cases/%E0%A4%A',
      '/%',
      `/cases/complaint/${'x'.repeat(2_000)}`,
      '/.env',
      '/keys/master.key',
    ];
    for (const path of strange) {
      for (const method of ['GET', 'POST']) {
        const { status, type, text } = await rawAsk(method, path);
        expect({ path, status, refused: [400, 401, 403, 404, 414].includes(status), text }).toEqual({ path, status, refused: true, text });
        expect([path, type]).toEqual([path, expect.stringContaining('application/problem+json')]);
        expect(text).not.toContain(complaintForm.phone.slice(-4));
      }
    }
  });

  it('is let in by another method or a header that claims another one', async () => {
    for (const method of ['PUT', 'PATCH', 'OPTIONS', 'PROPFIND'])
      expect([method, [400, 401, 404, 405].includes((await rawAsk(method, '/cases')).status)]).toEqual([method, true]);
    const override = { 'x-http-method-override': 'GET', 'x-original-url': '/healthz', 'x-forwarded-for': '127.0.0.1' };
    expectProblem(await server.ask('/cases', { headers: override }), 401, 'unauthenticated');
  });

  it('learns how the server is made from what is not found', async () => {
    const answer = await server.ask('/wp-admin');
    expectProblem(answer, 404, 'not-found');
    expect(answer.text).not.toMatch(/Nest|Fastify|node_modules|\bat /);
    expect(answer.headers.get('x-powered-by')).toBeNull();
  });

  it('puts a line of its own into a request or an answer', async () => {
    const answer = await overTheWire(
      `POST /cases/complaint HTTP/1.1\r\nhost: h\r\nidempotency-key: a\rset-cookie: b=c\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer.toLowerCase()).not.toContain('set-cookie');
    const token = await issueToken(key, clerk, 1);
    const encoded = await new Staff(server.url, token).post('/cases/complaint', complaintForm, {
      'idempotency-key': 'a%0d%0aset-cookie:b=c',
    });
    expect(encoded.status).toBe(201);
    expect(encoded.headers.get('set-cookie')).toBeNull();
  });
});

describe('a token', () => {
  it('without a signature is none', async () => {
    const exp = Math.floor(Date.now() / 1_000) + 3_600;
    const payload = base64({ ...claims, exp });
    for (const header of [{ alg: 'none' }, { alg: 'None', typ: 'JWT' }, { alg: 'EdDSA' }])
      expectProblem(await knocks(`${base64(header)}.${payload}.`), 401, 'unauthenticated');
  });

  it('signed by another key is none', async () => {
    const other = await openSigningKey(newFolder());
    expectProblem(await knocks(await signed(claims, other.privateKey)), 401, 'unauthenticated');
  });

  it('signed with the public key as if it were a password is none', async () => {
    const secret = Buffer.from(JSON.stringify(key.publicKey));
    const forged = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('1h').sign(new Uint8Array(secret));
    expectProblem(await knocks(forged), 401, 'unauthenticated');
  });

  it('is none after a change of a single letter, in any of its parts', async () => {
    const parts = (await signed(claims)).split('.');
    for (const index of [0, 1, 2]) {
      const changed = parts.with(
        index,
        (parts[index] ?? '').replace(/^../, (letters) => (letters === 'ey' ? 'ez' : 'AA')),
      );
      expectProblem(await knocks(changed.join('.')), 401, 'unauthenticated');
    }
  });

  it.each([
    ['that has expired', { ...claims, exp: Math.floor(Date.now() / 1_000) - 60 }],
    ['of another issuer', { ...claims, iss: 'elsewhere' }],
    ['for another audience', { ...claims, aud: 'elsewhere' }],
    ['that names nobody', { ...claims, sub: '' }],
    ['without a unit', { ...claims, unit: undefined }],
    ['without roles', { ...claims, roles: [] }],
    ['with a role that does not exist', { ...claims, roles: ['office', 'root'] }],
    ['with the role of the policies', { ...claims, roles: ['policy'] }],
    ['with the role of intake systems beside its own', { ...claims, roles: ['office', 'intake'] }],
  ])('%s is none', async (_, payload) => {
    const exp = Math.floor(Date.now() / 1_000) + 3_600;
    const token = await new SignJWT({ exp, ...payload }).setProtectedHeader({ alg: 'EdDSA' }).sign(key.privateKey);
    expectProblem(await knocks(token), 401, 'unauthenticated');
  });

  it('that never expires is none', async () => {
    const token = await new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA' }).sign(key.privateKey);
    expectProblem(await knocks(token), 401, 'unauthenticated');
  });

  it('of a unit that does not exist is forbidden', async () => {
    expectProblem(await knocks(await issueToken(key, { ...clerk, unit: 'ministry-of-truth' }, 1)), 403, 'forbidden');
  });

  it.each(['', 'Basic bGktbmE6', 'Bearer', 'Bearer ', 'Bearer  x', 'Bearer null', 'bearer.', `Bearer ${'x'.repeat(4_000)}`])(
    'is no %j',
    async (authorization) => {
      expectProblem(await server.ask('/cases', { headers: { authorization } }), 401, 'unauthenticated');
    },
  );

  it('opens no door of an intake system, nor its key a door of staff', async () => {
    const token = await issueToken(key, clerk, 1);
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/cloudevents+json' };
    expectProblem(await server.ask('/intake/events', { method: 'POST', headers, body: '{}' }), 401, 'unauthenticated');
    const { key: apiKey } = server.hotline();
    expectProblem(await server.ask('/cases', { headers: { 'x-api-key': apiKey } }), 401, 'unauthenticated');
    expectProblem(await server.ask('/cases', { headers: { authorization: `Bearer ${apiKey}` } }), 401, 'unauthenticated');
  });

  it('opens the doors of its roles only', async () => {
    const [water, signing, operating] = [await server.as(waterStaff), await server.as(signer), await server.as(operator)];
    for (const staff of [water, signing]) {
      expectProblem(await staff.get('/parked-cases'), 403, 'forbidden');
      expectProblem(await staff.post(`/parked-cases/complaint-${id}/retry`), 403, 'forbidden');
    }
    expect((await operating.get('/parked-cases')).status).toBe(200);
    expectProblem(await leavesNothingBehind(server, () => operating.act('complaint', id, 'remind')), 403, 'forbidden');
    expectProblem(await leavesNothingBehind(server, () => signing.act('complaint', id, 'route', { unit: 'transport' })), 403, 'forbidden');
  });
});

describe('an API key', () => {
  it.each(['', 'hyk_', 'hyk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'constructor', '*'])('is no %j', async (wrong) => {
    const hotline = new Hotline(server.url, wrong, 'urn:hotline:12345');
    const event = hotline.event('complaint.received', '1', 'S-1', '2018-06-04T09:00:00Z', reportedComplaint);
    expectProblem(await leavesNothingBehind(server, () => hotline.report(event)), 401, 'unauthenticated');
  });

  it('of another installation is none', async () => {
    const foreign = issueIntakeKey(newFolder(), { source: 'urn:hotline:12345', unit: 'hotline-centre' });
    expectProblem(await new Hotline(server.url, foreign, 'urn:hotline:12345').receipt(id), 401, 'unauthenticated');
  });

  it('made while the server runs is known at once', async () => {
    const hotline = server.hotline('urn:new-system', 'civil-affairs');
    const event = hotline.event('letter.received', '1', 'N-1', '2018-06-04T09:00:00Z', { channel: 'online', matter: '路', text: '路' });
    const { body } = await hotline.report(event);
    await server.settled();
    const { body: timeline } = await (await server.as(clerk)).get(`/cases/letter/${body.caseId}/timeline`);
    expect(timeline.items[0].by).toEqual({ id: 'intake:urn:new-system', unit: 'civil-affairs' });
  });
});

/** Asks for exactly this path: `fetch` would tidy it first. */
const rawAsk = (method: string, path: string): Promise<{ status: number; type: string; text: string }> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(server.url);
    const asking = request({ host: '127.0.0.1', port, method, path, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', text }));
    });
    asking.on('error', reject).end();
  });

const overTheWire = (bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () => socket.write(bytes));
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString('latin1')));
    socket.on('close', () => resolve(text)).on('error', reject);
  });
