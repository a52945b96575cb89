import { expectProblem } from '../support/answer';
import { disclosureForm } from '../support/forms';
import { archivist, clerk, signer as signerActor, waterStaff } from '../support/people';
import { type RunningServer, serversForSpecs } from '../support/running-server';
import type { Staff } from '../support/staff';

const { start, newFolder } = serversForSpecs();

const received = (where: object) => ({ measures: [{ basis: 'received', where: { caseType: 'disclosure', ...where } }] });

const change = {
  extends: 'gk-2021',
  version: 2,
  validYears: [2025, null],
  labels: { granted: { zh: '（一）同意公开' } },
  without: ['coercion'],
  rows: [
    {
      table: 'table-2',
      after: 'charges',
      code: 'platform',
      zh: '平台发布信息',
      unit: '条',
      figures: { issued: { declared: true }, 'in-force': { declared: true } },
    },
    {
      table: 'table-3',
      after: 'new-received',
      code: 'online',
      zh: '其中网络申请',
      unit: '件',
      figures: { total: received({ channel: ['online', 'app'] }) },
    },
    {
      table: 'table-3',
      after: 'online',
      code: 'elsewhere',
      zh: '其中其他渠道申请',
      unit: '件',
      figures: { total: received({ channel: ['letter', 'in-person', 'fax'] }) },
    },
    {
      table: 'table-3',
      after: 'elsewhere',
      code: 'by-channel',
      zh: '各渠道合计',
      unit: '件',
      figures: { total: { sumOf: ['online:total', 'elsewhere:total'] } },
    },
  ],
  identities: [
    { id: 'county-1', kind: 'eq', left: ['by-channel:total'], right: ['new-received:total'] },
    { id: 'county-2', kind: 'warn-eq', left: ['platform:in-force'], right: ['platform:in-force@previous', 'platform:issued'] },
  ],
};

const own = {
  id: 'county-visits',
  version: 1,
  validYears: [2020, null],
  title: { zh: '查阅点接待情况', en: 'Visits to reading points' },
  tables: [
    {
      code: 'visits',
      title: { zh: '接待情况' },
      lines: [{ code: 'visits', zh: '接待查阅', unit: '人次', figures: { count: { declared: 'county-visits' } } }],
    },
  ],
};

let server: RunningServer;
let signer: Staff;
let office: Staff;

beforeAll(async () => {
  server = await start(newFolder(), false, { forms: { forms: [change, own] } });
  [signer, office] = [await server.as(signerActor), await server.as(archivist)];
  for (const [channel, year] of [
    ['online', 2024],
    ['online', 2025],
    ['app', 2025],
    ['letter', 2025],
    ['phone', 2025],
  ])
    await office.register('disclosure', { ...disclosureForm, channel, occurredAt: `${year}-03-03T10:00:00+08:00` });
  await server.settled();
});

const declare = (year: number, code: string, value: string) =>
  signer.post(`/declared-figures/${year}`, { code, value, source: '政务公开办' });

const report = async (year: number, query = '') => {
  await server.settled();
  return (await office.get(`/reports/gk-2021/${year}${query}`)).body;
};

const cellOf = (body: any, code: string) => body.cells.find((each: any) => each.code === code);

describe('a form that the office has changed', () => {
  it('is listed in all its versions, each with its years, beside the office’s own form', async () => {
    const { body } = await office.get('/reports');
    const years = body.items.filter(({ id }: any) => ['gk-2021', 'county-visits'].includes(id));
    expect(years.map(({ id, version, validYears }: any) => [id, version, validYears])).toEqual([
      ['gk-2021', 1, [2021, 2024]],
      ['gk-2021', 2, [2025, 9999]],
      ['county-visits', 1, [2020, 9999]],
    ]);
  });

  it('is the one of the year that is reported, unless a version is named', async () => {
    const versions = await Promise.all([report(2024), report(2025), report(2025, '?version=1')]);
    expect(versions.map(({ form, outsideValidity }) => [form.version, outsideValidity])).toEqual([
      [1, false],
      [2, false],
      [1, true],
    ]);
  });

  it('has the figures that it declares declared at once, in their unit', async () => {
    expect((await declare(2025, 'platform:issued', '30')).status).toBe(201);
    expect(cellOf(await report(2025), 'platform:issued')).toMatchObject({ text: '30', origin: 'declared' });
    const { body } = await office.get('/declared-figures/2025?form=gk-2021');
    expect(body.items.find(({ code }: any) => code === 'platform:in-force')).toMatchObject({ state: 'blank', measure: '条' });
    expectProblem(await declare(2025, 'platform:issued', '2.5'), 409, 'not-allowed');
  });

  it('counts the lines of its own, and the cases behind them are as many', async () => {
    const body = await report(2025);
    expect(['online:total', 'elsewhere:total', 'by-channel:total'].map((code) => cellOf(body, code).text)).toEqual(['2', '1', '3']);
    const { body: cases } = await office.get('/reports/gk-2021/2025/cells/online:total/cases');
    expect([cases.total, cases.items.length]).toEqual([2, 2]);
  });

  it('has its own identities checked, over the year before too', async () => {
    await declare(2025, 'platform:in-force', '130');
    const checksNow = async () => Object.fromEntries((await report(2025)).checks.map(({ id, status }: any) => [id, status]));
    // The request by telephone is in neither line.
    expect(await checksNow()).toMatchObject({ 'county-1': 'fail', 'county-2': 'cannot-judge', 'b1:total': 'pass' });
  });
});

describe('last year under both versions of a form', () => {
  it('shows what is the same, what is new and what is gone, with both labels', async () => {
    await server.settled();
    const { status, body } = await signer.get('/reports/gk-2021/2024/versions');
    const line = (code: string) => body.lines.find((each: any) => each.code === code);
    expect(status).toBe(200);
    expect(body.versions.map(({ version, isAskedFor }: any) => [version, isAskedFor])).toEqual([
      [1, true],
      [2, false],
    ]);
    expect(line('granted:total')).toMatchObject({ change: 'same', relabelled: true });
    expect(line('granted:total').cells.map(({ label, text }: any) => [label.zh, text])).toEqual([
      ['（一）予以公开·总计', '0'],
      ['（一）同意公开·总计', '0'],
    ]);
    expect(line('online:total')).toMatchObject({ change: 'new', cells: [{ version: 2, text: '1' }] });
    expect(line('coercion:decisions')).toMatchObject({ change: 'gone', cells: [{ version: 1, state: 'blank' }] });
  });

  it('is of one moment, which may be in the past', async () => {
    const before = await server.head();
    await office.register('disclosure', { ...disclosureForm, channel: 'online', occurredAt: '2024-04-04T10:00:00+08:00' });
    await server.settled();
    const at = async (query: string) => (await signer.get(`/reports/gk-2021/2024/versions${query}`)).body;
    const requests = (body: any) => body.lines.find(({ code }: any) => code === 'new-received:total').cells.map(({ text }: any) => text);
    expect([requests(await at(`?atPosition=${before}`)), requests(await at(''))]).toEqual([
      ['1', '1'],
      ['2', '2'],
    ]);
  });

  it('is for office and signer, of forms that exist', async () => {
    expectProblem(await (await server.as(waterStaff)).get('/reports/gk-2021/2024/versions?unit=water-resources'), 403, 'forbidden');
    expectProblem(await signer.get('/reports/gk-2031/2024/versions'), 404, 'not-found');
    expectProblem(await signer.get('/reports/gk-2021/2024/versions?version=1'), 400, 'malformed');
  });
});

describe('a form of the office’s own', () => {
  it('is filled in like the others', async () => {
    await declare(2024, 'county-visits', '6000');
    await server.settled();
    const { body } = await office.get('/reports/county-visits/2024');
    expect(body).toMatchObject({ form: { title: { zh: '查阅点接待情况' } }, cells: [{ code: 'visits', text: '6000' }] });
  });
});

describe('a file of forms that cannot be used', () => {
  it('stops the start, and the message says where and what in both languages', () =>
    expect(start(newFolder(), false, { forms: { forms: [{ ...change, without: ['rules'] }] } })).rejects.toThrow(
      /forms\.json 中的报表不能使用 \(forms\.json does not hold forms that can be used\):\n {2}forms\[0\]\.without: 勾稽关系 c2:rules 用到了已去掉的 .*\(the identity c2:rules is over /,
    ));
});

describe('a server without a file', () => {
  it('has the forms that come with the program', async () => {
    const bare = await start();
    const { body } = await (await bare.as(clerk)).get('/reports');
    expect(body.items.filter(({ id }: any) => id === 'gk-2021')).toHaveLength(1);
  });
});
