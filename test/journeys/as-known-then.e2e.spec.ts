import { expectProblem } from '../support/answer';
import { DrivenClock } from '../support/driven-clock';
import { complaintForm, disclosureForm } from '../support/forms';
import { archivist, signer as signerActor, waterStaff } from '../support/people';
import { type RunningServer, serversForSpecs } from '../support/running-server';
import type { Staff } from '../support/staff';

const { start } = serversForSpecs();

let server: RunningServer;
let [office, water, signer] = [] as unknown as [Staff, Staff, Staff];
let inJanuary: { position: number; text: string };

const on = (date: string) => ({ occurredAt: `${date}T10:00:00+08:00` });

const request = async (received: string, answered?: string) => {
  const id = await office.register('disclosure', { ...disclosureForm, ...on(received) });
  if (answered) await office.does('disclosure', id, 'answer', { outcome: 'granted', text: '答复', ...on(answered) });
  return id;
};

const report = '/reports/gk-2021/2024';

const cellIn = (body: any, code: string): string => body.cells.find((each: any) => each.code === code).text;

beforeAll(async () => {
  server = await start(undefined, false, { clock: new DrivenClock('2025-01-10T01:00:00Z') });
  [office, water, signer] = [await server.as(archivist), await server.as(waterStaff), await server.as(signerActor)];
  await request('2023-12-20', '2024-01-05');
  await request('2024-03-04', '2024-03-20');
  await request('2024-12-20');
  await server.settled();
  const { body, text } = await signer.get(report);
  inJanuary = { position: body.position, text };
  await server.advanceTo('2025-06-01T01:00:00Z');
  // Found in a drawer in June.
  await request('2024-05-06', '2024-05-20');
  const wrong = (await signer.get(`${report}/cells/granted:total/cases`)).body.items[0];
  await office.does('disclosure', wrong.caseId, 'correct', {
    fact: 'outcome',
    now: 'partly-granted',
    reason: '登记有误',
    approvedBy: '王主任',
  });
  await server.settled();
});

describe('a report as of a moment', () => {
  it('is what it was then, to the byte, whatever has been learned since', async () => {
    for (const moment of ['asOf=2025-01-11T00:00:00%2B08:00', `atPosition=${inJanuary.position}`, `atPosition=${inJanuary.position}`])
      expect((await signer.get(`${report}?${moment}`)).text === inJanuary.text).toBe(true);
  });

  it('differs from what is known now', async () => {
    const now = (await signer.get(report)).body;
    const then = (await signer.get(`${report}?asOf=2025-01-31T00:00:00%2B08:00`)).body;
    const both = (code: string) => [cellIn(then, code), cellIn(now, code)];
    expect(both('new-received:total')).toEqual(['2', '3']);
    expect(both('granted:total')).toEqual(['2', '2']);
    expect(both('partly-granted:total')).toEqual(['0', '1']);
    expect(both('carried-in:total')).toEqual(['1', '1']);
    expect(both('carried-out:total')).toEqual(['1', '1']);
    expect(then.digest).not.toBe(now.digest);
  });

  it('lists the cases of then, with the facts of then', async () => {
    const { body } = await signer.get(`${report}/cells/granted:total/cases?atPosition=${inJanuary.position}`);
    expect(body).toMatchObject({ total: 2, items: [{ outcome: 'granted' }, { outcome: 'granted' }] });
  });

  it('of now by its position is that of now', async () => {
    const now = await signer.get(report);
    expect((await signer.get(`${report}?atPosition=${now.body.position}`)).text === now.text).toBe(true);
  });

  it('is set beside what is known now, cell by cell', async () => {
    const { body } = await signer.get(`${report}/then-and-now?atPosition=${inJanuary.position}`);
    expect(body.before.position).toBe(inJanuary.position);
    const changed = Object.fromEntries(
      body.cells.map(({ code, before, after, difference }: any) => [code, [before.text, after.text, difference]]),
    );
    expect(changed['new-received:total']).toEqual(['2', '3', '1']);
    expect(changed['partly-granted:total']).toEqual(['0', '1', '1']);
    expect(changed['granted:total']).toBeUndefined();
    const all = (await signer.get(`${report}/then-and-now?atPosition=${inJanuary.position}&all=true`)).body.cells;
    expect(all.find(({ code }: any) => code === 'granted:total')).toMatchObject({ differs: false, difference: '0' });
    expectProblem(await signer.get(`${report}/then-and-now`), 400, 'malformed');
  });

  it('tells how far it has come', async () => {
    const { body } = await signer.get(`/reports/replays/${inJanuary.position}`);
    expect(body).toEqual({ position: inJanuary.position, done: inJanuary.position, ready: true });
    expectProblem(await signer.get('/reports/replays/1'), 404, 'not-found');
  });

  it.each([
    ['before the first event', 'asOf=2024-12-31T00:00:00%2B08:00', '/asOf'],
    ['in the future', 'asOf=2025-06-02T00:00:00%2B08:00', '/asOf'],
    ['that is none', 'asOf=2025-02-30', '/asOf'],
    ['after the last position', 'atPosition=100000', '/atPosition'],
    ['that is stated twice', 'asOf=2025-01-31T00:00:00%2B08:00&atPosition=1', '/atPosition'],
  ])('is refused for one %s', async (_, moment, pointer) => {
    const answer = await signer.get(`${report}?${moment}`);
    expectProblem(answer, 400, 'malformed');
    expect(answer.body.errors).toMatchObject([{ pointer }]);
  });
});

describe('a statistic as of a moment', () => {
  const received = '/statistics/requests-received?period=2024';

  it('is what it was then, with the cases of then', async () => {
    const { body: now } = await signer.get(received);
    const { body: before } = await signer.get(`${received}&atPosition=${inJanuary.position}`);
    expect([before.value, now.value]).toEqual(['2', '3']);
    expect(before).toMatchObject({ position: inJanuary.position, asOf: '2025-01-10T01:00:00.000Z' });
    const cases = `/statistics/requests-received/cases?period=2024&atPosition=${inJanuary.position}`;
    expect((await signer.get(cases)).body).toMatchObject({ total: 2, items: [{ outcome: 'granted' }, { status: 'received' }] });
  });

  it('of now by its position is that of now', async () => {
    for (const path of [received, `${received}&by=unit`, '/statistics/bulletins/hotline-bulletin?period=2024-03']) {
      const now = await signer.get(path);
      expect(now.status).toBe(200);
      expect((await signer.get(`${path}&atPosition=${now.body.position}`)).text).toBe(now.text);
    }
  });

  it('is refused for a moment that was not', async () => {
    expectProblem(await signer.get(`${received}&asOf=2999-01-01T00:00:00Z`), 400, 'malformed');
  });
});

describe('a report of a unit', () => {
  it('counts what the unit has, and is for the unit itself to see', async () => {
    const id = await office.register('complaint', { ...complaintForm, ...on('2024-04-01') });
    await office.does('complaint', id, 'route', { unit: 'water-resources', ...on('2024-04-01') });
    await water.does('complaint', id, 'sign-in', on('2024-04-02'));
    await water.does('complaint', id, 'answer', { text: '已修', ...on('2024-04-02') });
    await office.does('complaint', id, 'close', on('2024-04-03'));
    await server.settled();
    const own = '/reports/annual-response/2024?unit=water-resources';
    expect(cellIn((await water.get(own)).body, 'hotline')).toBe('1');
    expect((await signer.get(own)).body).toMatchObject({ unit: 'water-resources' });
    expect(cellIn((await signer.get('/reports/annual-response/2024?unit=transport')).body, 'hotline')).toBe('0');
    expectProblem(await water.get('/reports/annual-response/2024?unit=transport'), 403, 'forbidden');
    expectProblem(await signer.get('/reports/annual-response/2024?unit=atlantis'), 400, 'malformed');
  });
});

describe('what has been counted in a year with other years', () => {
  it('is told with the form: which is asked for, and whether the year is known', async () => {
    const { body } = await signer.get('/reports/gk-2021/2018');
    expect(body).toMatchObject({ outsideValidity: true });
    expect(body.notices.map(({ en }: any) => en)).toEqual([
      'this form is asked for in 2021–, not in 2018',
      'no cases of 2018 are known here: what is counted from cases is blank',
    ]);
    expect(cellIn(body, 'granted:total')).toBe('');
  });
});
