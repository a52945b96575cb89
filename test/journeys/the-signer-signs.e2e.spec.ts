import type { Actor } from '@app/cases';
import { EventStore } from '@app/event-store';
import { expectProblem } from '../support/answer';
import { DrivenClock } from '../support/driven-clock';
import { complaintForm, disclosureForm } from '../support/forms';
import { archivist, signer as signerActor, waterStaff } from '../support/people';
import { leavesNothingBehind, type RunningServer, serversForSpecs } from '../support/running-server';
import type { Staff } from '../support/staff';

const { start } = serversForSpecs();

let server: RunningServer;
let [office, water, signer, colleague] = [] as unknown as [Staff, Staff, Staff, Staff];

const deputy: Actor = { ...signerActor, id: 'sun-wu' };
const on = (date: string) => ({ occurredAt: `${date}T10:00:00+08:00` });

const request = async (received: string, answered: string, kind = 'natural-person') => {
  const id = await office.register('disclosure', { ...disclosureForm, kind, ...on(received) });
  await office.does('disclosure', id, 'answer', { outcome: 'granted', text: '答复', ...on(answered) });
  return id;
};

const complaint = async (received: string) => {
  const id = await office.register('complaint', { ...complaintForm, ...on(received) });
  await office.does('complaint', id, 'route', { unit: 'water-resources', ...on(received) });
  await water.does('complaint', id, 'sign-in', on(received));
  await water.does('complaint', id, 'answer', { text: '已修', ...on(received) });
  await office.does('complaint', id, 'record-follow-up', { rating: 'satisfied', ...on(received) });
  await office.does('complaint', id, 'close', on(received));
  return id;
};

const report = '/reports/gk-2021/2024';
const statement = '/reports/annual-response/2024';

const checkIn = (body: any, id: string) => body.checks.find((each: any) => each.id === id);

const declare = (code: string, value: string, more: object = {}) =>
  signer.post('/declared-figures/2024', { code, value, source: '司法局', ...more });

beforeAll(async () => {
  server = await start(undefined, false, { clock: new DrivenClock('2025-01-10T01:00:00Z') });
  [office, water, signer, colleague] = [
    await server.as(archivist),
    await server.as(waterStaff),
    await server.as(signerActor),
    await server.as(deputy),
  ];
  await request('2024-03-04', '2024-03-20');
  await request('2024-05-04', '2024-05-20', 'enterprise');
  await complaint('2024-06-03');
  await complaint('2024-07-03');
  await server.settled();
});

describe('what stands behind a figure', () => {
  it('is its cases, and of each the events that put it there', async () => {
    const { body } = await signer.get(`${report}/cells/granted:enterprise/cases`);
    expect(body).toMatchObject({ total: 1, withheld: 0 });
    const [{ caseId, caseType, caseNumber }] = body.items;
    const evidence = await signer.get(`${report}/cells/granted:enterprise/cases/${caseType}/${caseId}`);
    expect(evidence.body).toMatchObject({ row: 'granted:enterprise', caseNumber });
    expect(evidence.body.items.map(({ type, facts }: any) => [type, facts.outcome, facts.kind])).toEqual([
      ['DisclosureRegistered', undefined, 'enterprise'],
      ['DisclosureAnswered', 'granted', undefined],
    ]);
    expect(evidence.text).not.toContain(disclosureForm.applicant);
  });

  it('is no case that is not counted there', async () => {
    const { body } = await signer.get(`${report}/cells/granted:natural-person/cases`);
    const [{ caseId }] = body.items;
    expectProblem(await signer.get(`${report}/cells/granted:enterprise/cases/disclosure/${caseId}`), 404, 'not-found');
    expectProblem(await signer.get(`${report}/cells/granted:natural-person/cases/letter/${caseId}`), 404, 'not-found');
  });
});

describe('the checks before signing', () => {
  it('tell of identities, of the years, of the cases behind figures and of the units', async () => {
    const { body } = await signer.get(`${report}/checks`);
    expect(checkIn(body, 'b1:total')).toMatchObject({ group: 'identity', status: 'pass', left: '2', right: '2', difference: '0' });
    expect(checkIn(body, 'c1:total')).toMatchObject({ group: 'years', status: 'cannot-judge' });
    expect(checkIn(body, 'drill-down')).toMatchObject({ status: 'pass', left: '190', right: '190' });
    expect(checkIn(body, 'units')).toMatchObject({ status: 'pass' });
    expect(body.counts.fail).toBe(0);
  });

  it('find declared figures that are not the sum of the units’', async () => {
    await declare('policy-interpretations', '30', { source: '宣传部' });
    await declare('policy-interpretations', '12', { unit: 'water-resources' });
    await declare('policy-interpretations', '17', { unit: 'transport' });
    await server.settled();
    const { body } = await signer.get(`${statement}/checks`);
    expect(checkIn(body, 'units:policy-interpretations')).toMatchObject({ status: 'fail', left: '30', right: '29', difference: '1' });
    expect(body.counts.fail).toBe(1);
  });

  it('keep a verdict over later runs, until the sides are others', async () => {
    const verdict = `${statement}/checks/units:policy-interpretations/verdict`;
    expect((await signer.post(verdict, { verdict: 'accepted', reason: '办公室另发1篇' })).status).toBe(201);
    const judged = checkIn((await signer.get(`${statement}/checks`)).body, 'units:policy-interpretations');
    expect(judged.verdict).toMatchObject({ verdict: 'accepted', reason: '办公室另发1篇', by: 'zhao-qian', stale: false });
    await declare('policy-interpretations', '18', { unit: 'transport', reason: '补报1篇' });
    await server.settled();
    await declare('policy-interpretations', '31', { reason: '补报1篇' });
    await declare('policy-interpretations', '20', { unit: 'transport', reason: '再补报' });
    await server.settled();
    expect(checkIn((await signer.get(`${statement}/checks`)).body, 'units:policy-interpretations').verdict).toMatchObject({ stale: true });
  });

  it('are judged only where they do not pass', async () => {
    expectProblem(await signer.post(`${report}/checks/b1:total/verdict`, { verdict: 'accepted', reason: 'x' }), 409, 'not-allowed');
    expectProblem(await signer.post(`${report}/checks/no-such/verdict`, { verdict: 'accepted', reason: 'x' }), 409, 'not-allowed');
    expectProblem(await signer.post(`${report}/checks/b1:total/verdict`, { verdict: 'accepted' }), 400, 'malformed');
    expectProblem(await office.post(`${report}/checks/b1:total/verdict`, { verdict: 'accepted', reason: 'x' }), 403, 'forbidden');
  });
});

describe('a seal', () => {
  it('is refused while a check fails, and says what stands against it', async () => {
    const answer = await leavesNothingBehind(server, () => signer.post(`${statement}/seal`, {}));
    expectProblem(answer, 409, 'not-allowed');
    expect(answer.body.detail).toContain('县');
    const { body } = await signer.get(`${statement}/file`);
    expect(body.obstacles.map(({ id }: any) => id)).toEqual(['units:policy-interpretations']);
  });

  it('waits for the units that were asked, each of which speaks for itself', async () => {
    expect((await signer.post(`${report}/confirmations`, { units: ['water-resources'] })).status).toBe(201);
    expectProblem(await signer.post(`${report}/confirmations`, { units: ['atlantis'] }), 400, 'malformed');
    expectProblem(await signer.post(`${report}/seal`, {}), 409, 'not-allowed');
    expectProblem(await signer.post(`${report}/confirmations/water-resources/confirm`, {}), 403, 'forbidden');
    expect((await water.post(`${report}/confirmations/water-resources/dispute`, { reason: '少计一件' })).status).toBe(200);
    expect((await signer.get(`${report}/file`)).body.obstacles).toMatchObject([{ id: 'unit:water-resources' }]);
    expect((await water.post(`${report}/confirmations/water-resources/confirm`, {})).body.events).toEqual(['ReportPartConfirmed']);
    expect((await signer.get(`${report}/file`)).body.obstacles).toEqual([]);
  });

  it('is given to one of two who seal at once; the other is told of it', async () => {
    const [one, other] = await Promise.all([signer.post(`${report}/seal`, {}), colleague.post(`${report}/seal`, {})]);
    expect([one.status, other.status].toSorted((a, b) => a - b)).toEqual([201, 409]);
    const refused = one.status === 409 ? one : other;
    expect(refused.body.detail).toContain('第1号');
    const { body: sealed } = await signer.get(`${report}/seals/1`);
    const { body: now } = await signer.get(`${report}?atPosition=${sealed.position}`);
    expect(sealed).toMatchObject({ number: 1, digest: now.digest, asOf: now.asOf, form: { id: 'gk-2021', version: 1 }, failing: [] });
    expect(sealed.log).toBe((await server.get(EventStore).verify(undefined, sealed.position)).digest);
    expect(sealed.cells).toEqual(now.cells.map(({ code, state, text }: any) => ({ code, state, text })));
  });

  it('is repeated under its key, and not recorded twice', async () => {
    const again = { replaces: 1, reason: '更正附注' };
    const first = await signer.post(`${report}/seal`, again, { 'idempotency-key': 'seal-2' });
    expect(first.status).toBe(201);
    expect((await signer.post(`${report}/seal`, again, { 'idempotency-key': 'seal-2' })).body).toMatchObject({ repeated: true });
    expect((await signer.get(`${report}/seals/2`)).body).toMatchObject({ replaces: 1, reason: '更正附注' });
  });

  it('is given with a reason to what does not balance, and to a year of which nothing is known', async () => {
    expect((await signer.post(`${statement}/seal`, { reason: '领导同意先行上报' })).status).toBe(201);
    expect((await signer.get(`${statement}/seals/1`)).body).toMatchObject({
      reason: '领导同意先行上报',
      failing: ['units:policy-interpretations'],
    });
    expectProblem(await signer.post('/reports/gk-2021/2015/seal', {}), 409, 'not-allowed');
    expectProblem(await signer.post('/reports/gk-2014/2024/seal', {}), 409, 'not-allowed');
  });

  it('comes before publication', async () => {
    const notice = { on: '2025-01-31', where: '县政府门户网站' };
    expectProblem(await signer.post('/reports/gk-2019-trial/2024/publish', notice), 409, 'not-allowed');
    expect((await signer.post(`${report}/publish`, notice)).status).toBe(201);
    expect((await signer.get(`${report}/file`)).body.published).toMatchObject([{ number: 2, ...notice }]);
    expectProblem(await signer.post(`${report}/publish`, { on: '2025-02-30', where: '网站' }), 400, 'malformed');
  });
});

describe('the restatement', () => {
  it('is empty while nothing has changed', async () => {
    expect((await signer.get(`${report}/restatement`)).body).toMatchObject({ seal: 2, cells: [] });
  });

  it('tells cell by cell what was published, what is known now, and what is behind the difference', async () => {
    await server.advanceTo('2025-03-01T01:00:00Z');
    const late = await request('2024-11-04', '2024-11-20');
    const [{ caseId }] = (await signer.get(`${report}/cells/granted:enterprise/cases`)).body.items;
    await office.does('disclosure', caseId, 'correct', { fact: 'kind', now: 'other', reason: '登记有误', approvedBy: '王主任' });
    await declare('licensing:decisions', '9487');
    await server.settled();
    const { body } = await signer.get(`${report}/restatement`);
    const cell = (code: string) => body.cells.find((each: any) => each.code === code);
    expect(cell('granted:natural-person')).toMatchObject({
      published: '1',
      now: '2',
      difference: '1',
      cases: [{ caseId: late, moved: 'in', positions: [expect.any(Number), expect.any(Number)] }],
    });
    expect(cell('granted:enterprise')).toMatchObject({ published: '1', now: '0', difference: '-1', cases: [{ caseId, moved: 'out' }] });
    expect(cell('granted:other-org')).toMatchObject({ published: '0', now: '1', cases: [{ caseId, moved: 'in' }] });
    expect(cell('licensing:decisions')).toMatchObject({ published: '', now: '9487', said: [{ type: 'FigureDeclared', source: '司法局' }] });
    expect(cell('carried-in:total')).toBeUndefined();
    for (const { difference, cases } of body.cells.filter((each: any) => each.cases.length > 0))
      expect(cases.reduce((sum: number, { moved }: any) => sum + (moved === 'in' ? 1 : -1), 0)).toBe(Number(difference));
  });

  it('is none where nothing was sealed', async () => {
    expectProblem(await signer.get('/reports/gk-2019-trial/2024/restatement'), 404, 'not-found');
    expectProblem(await signer.get(`${report}/seals/9`), 404, 'not-found');
  });
});

describe('next year’s checks', () => {
  it('compare with what the public has seen, not with what is known now', async () => {
    await server.advanceTo('2026-01-10T01:00:00Z');
    await office.register('disclosure', { ...disclosureForm, ...on('2025-05-06') });
    await server.settled();
    const { body } = await signer.get('/reports/gk-2021/2025/checks');
    expect(checkIn(body, 'c1:total')).toMatchObject({ status: 'pass', left: '0', right: '0' });
    await office.register('disclosure', { ...disclosureForm, ...on('2024-12-06') });
    await server.settled();
    const after = (await signer.get('/reports/gk-2021/2025/checks')).body;
    expect(checkIn(after, 'c1:total')).toMatchObject({ status: 'fail', left: '1', right: '0', difference: '1' });
  });
});
