import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tables } from '@app/projections';
import { ReadStore } from '@app/read-store';
import { readSettings } from '@app/config';
import { whatIf } from '../../apps/cli/src/commands/what-if.command';
import { type Answer, expectProblem } from '../support/answer';
import { DrivenClock } from '../support/driven-clock';
import { complaintForm, disclosureForm } from '../support/forms';
import { archivist, operator, signer as signerActor, waterStaff } from '../support/people';
import { leavesNothingBehind, type RunningServer, serversForSpecs } from '../support/running-server';
import type { Staff } from '../support/staff';

const { start } = serversForSpecs();

let server: RunningServer;
let [office, water, signer] = [] as unknown as [Staff, Staff, Staff];
let inMarch: number;

const on = (date: string) => ({ occurredAt: `${date}T10:00:00+08:00` });

const complaint = async (answered?: string, rating?: string) => {
  const id = await office.register('complaint', { ...complaintForm, ...on('2024-03-04') });
  await office.does('complaint', id, 'route', { unit: 'water-resources', ...on('2024-03-04') });
  await water.does('complaint', id, 'sign-in', on('2024-03-04'));
  if (answered === undefined) return;
  await water.does('complaint', id, 'answer', { text: '已修', ...on(answered) });
  if (rating !== undefined) await office.does('complaint', id, 'record-follow-up', { rating, ...on(answered) });
  await office.does('complaint', id, 'close', on(answered));
};

const request = async (answered: string) => {
  const id = await office.register('disclosure', { ...disclosureForm, ...on('2024-03-04') });
  await office.does('disclosure', id, 'answer', { outcome: 'granted', text: '答复', ...on(answered) });
};

beforeAll(async () => {
  server = await start(undefined, false, { clock: new DrivenClock('2024-03-31T01:00:00Z') });
  [office, water, signer] = [await server.as(archivist), await server.as(waterStaff), await server.as(signerActor)];
  await complaint('2024-03-05', 'satisfied');
  await complaint('2024-03-08', 'basically-satisfied');
  await complaint('2024-03-20', 'dissatisfied');
  inMarch = await server.head();
  await complaint();
  await request('2024-03-12');
  await request('2024-03-20');
  await server.advanceTo('2025-01-10T01:00:00Z');
});

const response = '/reports/annual-response/2024/what-if';
const disclosures = '/reports/gk-2021/2024/what-if';

const told = ({ body }: Answer): string[] =>
  body.cells.map(({ code, actual, supposed }: any) => `${code} ${actual.text} → ${supposed.text}`);

const metric = ({ body }: Answer, id: string, caseType: string): any =>
  body.metrics.find((each: any) => each.metric === id && each.caseType === caseType);

const twoDays = { terms: [{ caseType: 'complaint', rule: 'hotline-ordinary', amount: 2 }] };

describe('the signer supposes', () => {
  it('a shorter term of the hotline, and sees who would have been late', async () => {
    const answer = await signer.post(response, twoDays);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      year: 2024,
      position: await server.head(),
      supposed: { ...twoDays, titles: [{ zh: expect.stringContaining('2个工作日') }] },
    });
    expect(metric(answer, 'on-time-rate', 'complaint')).toMatchObject({
      actual: { numerator: 2, denominator: 4, text: '50.00%' },
      supposed: { numerator: 1, denominator: 4, text: '25.00%' },
      units: [{ unit: 'water-resources', actual: { numerator: 2 }, supposed: { numerator: 1 } }],
    });
    expect(metric(answer, 'overdue-rate', 'complaint')).toMatchObject({ actual: { numerator: 2 }, supposed: { numerator: 3 } });
  });

  it('another meaning of satisfied, and sees the rate on the form', async () => {
    const answer = await signer.post(response, { formula: 'with-basic' });
    expect(told(answer)).toEqual(['hotline-satisfaction 33.3 → 66.7']);
    expect(answer.body.cells[0].cases.numerator.cameIn).toMatchObject({ total: 1, cases: [expect.stringMatching(/^RX-2024-/)] });
  });

  it('results under another code, and sees them move', async () => {
    const answer = await signer.post(disclosures, { outcomes: { granted: 'partly-granted' } });
    expect(told(answer)).toEqual([
      'granted:natural-person 2 → 0',
      'granted:total 2 → 0',
      'partly-granted:natural-person 0 → 2',
      'partly-granted:total 0 → 2',
    ]);
    expect(answer.body.cells[1]).toMatchObject({
      difference: '-2',
      cases: { wentOut: { total: 2, cases: [expect.any(String), expect.any(String)] } },
    });
  });

  it('a unit to have been part of another, and sees it in the reports of both', async () => {
    const units = { 'water-resources': 'transport' };
    expect(told(await signer.post(`${response}?unit=transport`, { units }))).toEqual(['hotline 0 → 3', 'hotline-satisfaction — → 33.3']);
    expect(told(await signer.post(response, { units }))).toEqual([]);
  });

  it('something of an earlier moment', async () => {
    const answer = await signer.post(`${response}?atPosition=${inMarch}`, twoDays);
    expect(answer.body.position).toBe(inMarch);
    expect(metric(answer, 'on-time-rate', 'complaint').actual.denominator).toBe(3);
    expectProblem(await signer.post(`${response}?asOf=2026-01-01T00:00:00%2B08:00`, twoDays), 400, 'malformed');
  });

  it('and sees what is, as the report and the statistics tell it', async () => {
    const answer = await signer.post(`${disclosures}?all=true`, { holidays: [{ on: '2024-03-05', works: false, name: '假日' }] });
    const { body } = await signer.get('/reports/gk-2021/2024');
    const texts = new Map(body.cells.map(({ code, text }: any) => [code, text]));
    expect(answer.body.cells.length).toBeGreaterThan(100);
    for (const { code, actual } of answer.body.cells) expect([code, actual.text]).toEqual([code, texts.get(code)]);
    for (const { metric: id, caseType, actual } of answer.body.metrics) {
      const statistic = (await signer.get(`/statistics/${id}?period=2024&caseType=${caseType}`)).body;
      expect([id, caseType, actual.text, actual.numerator]).toEqual([id, caseType, statistic.text, statistic.numerator]);
    }
  });
});

const everyRow = async (): Promise<string> => {
  const rows = await Promise.all(tables.map((table) => server.get(ReadStore).rows(table, { orderBy: [...table.key] })));
  return JSON.stringify(rows);
};

describe('a supposition', () => {
  it('leaves log and rows as they are', async () => {
    const [head, rows] = [await server.head(), await everyRow()];
    expect(rows).toContain('RX-2024-');
    await signer.post(response, {
      ...twoDays,
      countMerged: true,
      units: { 'water-resources': 'transport' },
      outcomes: { granted: 'other-other' },
    });
    await server.settled();
    expect([await server.head(), (await everyRow()) === rows]).toEqual([head, true]);
  });

  it('is for those who see the whole county', async () => {
    expect((await office.post(response, twoDays)).status).toBe(200);
    expectProblem(await water.post(`${response}?unit=water-resources`, twoDays), 403, 'forbidden');
    expectProblem(await (await server.as(operator)).post(response, twoDays), 403, 'forbidden');
  });

  it.each([
    ['nothing', undefined, ''],
    ['an empty body', {}, ''],
    ['a list', [], ''],
    ['an unknown type of case', { terms: [{ caseType: 'petition', amount: 5 }] }, '/terms/0/caseType'],
    ['an unknown rule', { terms: [{ caseType: 'complaint', rule: 'hotline', amount: 5 }] }, '/terms/0/rule'],
    ['a half day', { terms: [{ caseType: 'complaint', amount: 0.5 }] }, '/terms/0/amount'],
    ['an unknown unit', { units: { atlantis: 'transport' } }, '/units/atlantis'],
    ['an unknown result', { outcomes: { granted: '准予' } }, '/outcomes/granted'],
    ['an unknown formula', { formula: 'lenient' }, '/formula'],
    ['too many decimals', { places: 9 }, '/places'],
  ])('of %s is refused', async (_, body, pointer) => {
    const answer = await leavesNothingBehind(server, () => signer.post(response, body));
    expectProblem(answer, 400, 'malformed');
    expect(answer.body.errors).toMatchObject([{ pointer }]);
  });

  it('about a form or in words that there are not is refused', async () => {
    expectProblem(await signer.post('/reports/gk-1999/2024/what-if', twoDays), 404, 'not-found');
    expectProblem(await signer.post(`${response}?every=true`, twoDays), 400, 'malformed');
  });
});

describe('the command line', () => {
  const run = async (body: object, values: object = {}): Promise<string> => {
    const file = join(server.folder, 'supposed.json');
    writeFileSync(file, JSON.stringify(body));
    const printed: string[] = [];
    const outs = [jest.spyOn(process.stdout, 'write'), jest.spyOn(process.stderr, 'write')] as const;
    outs[0].mockImplementation((text) => printed.push(String(text)) > 0);
    outs[1].mockImplementation(() => true);
    try {
      const settings = readSettings({ HUIYING_DATA: server.folder });
      await whatIf.run({ ...values }, ['annual-response', '2024', file], settings);
      return printed.join('');
    } finally {
      for (const out of outs) out.mockRestore();
    }
  };

  it('answers the same beside the running server', async () => {
    const { body } = await signer.post(response, { formula: 'with-basic' });
    expect(JSON.parse(await run({ formula: 'with-basic' }, { json: true }))).toEqual(body);
  });

  it('prints what differs', async () => {
    const printed = await run({ formula: 'with-basic' });
    for (const words of ['回应解读情况', '假设：满意率按（满意＋基本满意）', '政府服务热线满意率', '33.3', '66.7', '33.4'])
      expect(printed).toContain(words);
  });

  it('names the units that it touches', async () => {
    expect(await run(twoDays)).toMatch(/water-resources.*50\.00% 2\/4.*25\.00% 1\/4/);
    expect(await run({ ...twoDays, terms: [{ caseType: 'complaint', amount: 5 }] })).not.toContain('water-resources');
  });

  it('says in words what it cannot suppose', async () => {
    await expect(run({})).rejects.toThrow('至少作一项假设');
  });
});
