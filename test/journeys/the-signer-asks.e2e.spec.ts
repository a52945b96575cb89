import { forms } from '@app/reports';
import { expectProblem } from '../support/answer';
import { complaintForm, disclosureForm, inquiryForm, letterForm, proposalForm } from '../support/forms';
import { archivist, operator, signer as signerActor, waterStaff } from '../support/people';
import { leavesNothingBehind, type RunningServer, serversForSpecs } from '../support/running-server';
import type { Staff } from '../support/staff';

const { start } = serversForSpecs();

let server: RunningServer;
let office: Staff;
let water: Staff;
let signer: Staff;

const on = (date: string) => ({ occurredAt: `${date}T10:00:00+08:00` });

const complaint = async (received: string, closed: string, rating?: string, channel = 'phone') => {
  const id = await office.register('complaint', { ...complaintForm, channel, ...on(received) });
  await office.does('complaint', id, 'route', { unit: 'water-resources', ...on(received) });
  await water.does('complaint', id, 'sign-in', on(received));
  await water.does('complaint', id, 'answer', { text: '已修', ...on(closed) });
  if (rating !== undefined) await office.does('complaint', id, 'record-follow-up', { rating, ...on(closed) });
  await office.does('complaint', id, 'close', on(closed));
};

const answered = async (type: string, form: object, answer: object) => {
  const id = await office.register(type, { ...form, ...on('2018-05-02') });
  await office.does(type, id, 'route', { unit: 'water-resources', ...on('2018-05-03') });
  await water.does(type, id, 'sign-in', on('2018-05-04'));
  await water.does(type, id, 'answer', { ...answer, ...on('2018-05-10') });
};

const request = async (channel: string, outcome: string, answeredOn: string) => {
  const id = await office.register('disclosure', { ...disclosureForm, channel, ...on('2018-03-01') });
  await office.does('disclosure', id, 'answer', { outcome, text: '答复', ...on(answeredOn) });
  return id;
};

const cell = (body: any, code: string) => body.cells.find((each: any) => each.code === code);

beforeAll(async () => {
  server = await start();
  [office, water, signer] = [await server.as(archivist), await server.as(waterStaff), await server.as(signerActor)];
  await complaint('2018-04-02', '2018-04-04', 'satisfied');
  await complaint('2018-04-02', '2018-04-04', 'satisfied', 'wechat');
  await complaint('2018-04-02', '2018-05-30', 'basically-satisfied');
  await complaint('2018-04-02', '2018-04-04', 'dissatisfied');
  await complaint('2018-04-02', '2018-04-04', 'unreachable');
  await complaint('2018-12-29', '2019-01-02', 'satisfied');
  await complaint('2017-12-29', '2018-01-02');
  await answered('letter', letterForm, { text: '答' });
  await answered('inquiry', inquiryForm, { text: '答' });
  await answered('proposal', proposalForm, { outcome: 'B', text: '答' });
  await request('online', 'granted', '2018-03-10');
  await request('wechat', 'refused-privacy', '2018-03-10');
  await request('letter', 'not-existing', '2018-06-10');
  const contested = await request('in-person', 'granted', '2018-03-10');
  await office.register('proceeding', {
    channel: 'letter',
    kind: 'reconsideration',
    forum: '州政府',
    matter: '征地',
    contests: { type: 'disclosure', id: contested },
    ...on('2018-07-01'),
  });
  await server.settled();
});

describe('the signer asks for satisfaction', () => {
  it('and gets numerator, denominator, formula and rounding with the rate', async () => {
    const { body } = await signer.get('/statistics/satisfaction?year=2018&type=complaint');
    expect(body).toMatchObject({ year: 2018, formula: 'strict', numerator: 2, denominator: 4, value: '50.00', text: '50.00%' });
    expect(body.counts).toEqual({ satisfied: 2, 'basically-satisfied': 1, dissatisfied: 1, unreachable: 1, '': 1 });
  });

  it.each([
    ['with-basic', '75.00%'],
    ['over-closed', '33.33%'],
    ['complement', '80.00%'],
    ['sampled', '60.00%'],
  ])('by the formula %s', async (formula, text) => {
    const { body } = await signer.get(`/statistics/satisfaction?year=2018&type=complaint&formula=${formula}`);
    expect(body).toMatchObject({ formula, text });
  });

  it('by unit, channel, type and month', async () => {
    const { body } = await signer.get('/statistics/satisfaction?year=2018&type=complaint&by=channel&places=0');
    expect(body.items.map(({ channel, text }: any) => [channel, text]).toSorted()).toEqual([
      ['phone', '33%'],
      ['wechat', '100%'],
    ]);
    for (const by of ['unit', 'type', 'month']) {
      const { body: grouped } = await signer.get(`/statistics/satisfaction?year=2018&type=complaint&by=${by}`);
      expect(grouped.items.reduce((sum: number, { denominator }: any) => sum + denominator, 0)).toBe(4);
    }
  });

  it('of a year without cases, and gets a dash instead of a number', async () => {
    const { body } = await signer.get('/statistics/satisfaction?year=2012');
    expect(body).toMatchObject({ numerator: 0, denominator: 0, text: '—' });
    expect(body.value).toBeUndefined();
  });
});

describe('the signer asks for totals', () => {
  it.each([
    ['received', 2017, 1],
    ['received', 2018, 14],
    ['answered', 2018, 13],
    ['closed', 2018, 6],
    ['closed', 2019, 1],
    ['received', 2030, 0],
  ])('of what was %s in %i', async (basis, year, total) => {
    const { body } = await signer.get(`/statistics/totals?year=${year}&basis=${basis}`);
    expect(body).toMatchObject({ year, basis, total });
  });

  it('by any grouping, always adding up to the same', async () => {
    for (const by of ['unit', 'channel', 'type', 'month']) {
      const { body } = await signer.get(`/statistics/totals?year=2018&by=${by}`);
      expect(body.items.reduce((sum: number, { count }: any) => sum + count, 0)).toBe(14);
    }
  });
});

describe('the signer asks for the report of 2018', () => {
  it('and finds every figure counted from cases', async () => {
    const { body } = await signer.get('/reports/gk-2014/2018');
    const figures = Object.fromEntries(
      [
        'other-responses',
        'requests-received',
        'requests-online',
        'requests-letter',
        'requests-closed',
        'requests-closed-on-time',
        'replies',
        'replies-granted',
        'replies-refused-privacy',
        'reconsideration',
        'reconsideration-upheld',
      ].map((code) => [code, cell(body, code).text]),
    );
    expect(figures).toEqual({
      'other-responses': '9',
      'requests-received': '4',
      'requests-online': '2',
      'requests-letter': '1',
      'requests-closed': '4',
      'requests-closed-on-time': '3',
      replies: '4',
      'replies-granted': '2',
      'replies-refused-privacy': '1',
      reconsideration: '1',
      'reconsideration-upheld': '0',
    });
    expect(body).toMatchObject({ year: 2018, provisional: false, outsideValidity: false, position: await server.head() });
  });

  it('and finds behind every computed figure just as many cases', async () => {
    const { body } = await signer.get('/reports/gk-2014/2018');
    const computed = forms['gk-2014'].rows.filter(({ figure }) => figure.kind === 'computed');
    expect(computed.length).toBeGreaterThan(25);
    for (const { code } of computed) {
      const { body: behind } = await signer.get(`/reports/gk-2014/2018/cells/${code}/cases`);
      expect([code, behind.total, behind.items.length]).toEqual([code, Number(cell(body, code).text), Number(cell(body, code).text)]);
      expect(new Set(behind.items.map(({ caseId }: any) => caseId)).size).toBe(behind.total);
    }
  });

  it('and reads the cases behind a figure page by page', async () => {
    const path = '/reports/gk-2014/2018/cells/other-responses/cases';
    const pages = await Promise.all([0, 4, 8, 12].map((offset) => signer.get(`${path}?offset=${offset}&limit=4`)));
    expect(pages.map(({ body }) => [body.total, body.items.length])).toEqual([
      [9, 4],
      [9, 4],
      [9, 1],
      [9, 0],
    ]);
    expect(new Set(pages.flatMap(({ body }) => body.items.map(({ caseId }: any) => caseId))).size).toBe(9);
  });

  it('and sees which identities hold, and what a difference is made of', async () => {
    const { body } = await signer.get('/reports/gk-2014/2018/checks');
    const check = (id: string) => body.checks.find((each: any) => each.id === id);
    expect(check('a1').status).toBe('pass');
    expect(check('a2').status).not.toBe('pass');
    expect(JSON.stringify(check('a2'))).toContain('逾期答复');
  });

  it('as CSV, with form, year and position on every line', async () => {
    const { text, headers } = await signer.get('/reports/gk-2014/2018?format=csv');
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toBe('attachment; filename="gk-2014-2018.csv"');
    const lines = text.split('\r\n').slice(1, -1);
    expect(lines).toHaveLength(forms['gk-2014'].rows.length);
    for (const line of lines) expect(line).toMatch(new RegExp(`^gk-2014,2,2018,${await server.head()},`));
  });

  it('and gets a zero only where the log knows of the year: else the figure is blank', async () => {
    const { body } = await signer.get('/reports/gk-2014/2012');
    expect(cell(body, 'requests-received')).toMatchObject({ state: 'blank', text: '' });
  });
});

describe('the signer declares a figure', () => {
  const declared = { code: 'proactive-total', value: '1234', source: '公开办统计表' };

  it('that no case can produce, and finds it in the report', async () => {
    const { status, body } = await signer.post('/declared-figures/2018', declared);
    expect({ status, code: body.code }).toEqual({ status: 201, code: 'proactive-total' });
    const { body: report } = await signer.get(`/reports/gk-2014/2018?minPosition=${body.position}`);
    expect(cell(report, 'proactive-total')).toMatchObject({ text: '1234', origin: 'declared' });
  });

  it('again, and the last word counts', async () => {
    await signer.post('/declared-figures/2018', { ...declared, code: 'staff', value: '5' });
    const { body } = await signer.post('/declared-figures/2018', {
      ...declared,
      code: 'staff',
      value: '7',
      note: '编办核定',
      reason: '误填',
    });
    const { body: list } = await signer.get(`/declared-figures/2018?minPosition=${body.position}`);
    expect(list.items.find(({ code }: any) => code === 'staff')).toMatchObject({ value: '7', note: '编办核定', byId: 'zhao-qian' });
  });

  it('and withdraws it', async () => {
    await signer.post('/declared-figures/2018', { ...declared, code: 'meetings', value: '5' });
    const { body } = await signer.post('/declared-figures/2018', { code: 'meetings', source: '误报' });
    const { body: report } = await signer.get(`/reports/gk-2014/2018?minPosition=${body.position}`);
    expect(cell(report, 'meetings')).toMatchObject({ state: 'blank' });
  });

  it('under a key, once', async () => {
    const key = { 'idempotency-key': 'figure-1' };
    const first = await signer.post('/declared-figures/2018', { ...declared, code: 'trainees', value: '9' }, key);
    const again = await leavesNothingBehind(server, () =>
      signer.post('/declared-figures/2018', { ...declared, code: 'trainees', value: '9' }, key),
    );
    expect(again.body).toEqual({ ...first.body, repeated: true });
    const other = () => signer.post('/declared-figures/2018', { ...declared, code: 'trainees', value: '10' }, key);
    expectProblem(await leavesNothingBehind(server, other), 422, 'key-reused');
  });

  it.each([
    ['a code that no form asks for', { ...declared, code: 'constructor' }],
    ['a code that is counted from cases', { ...declared, code: 'requests-received' }],
    ['a fraction of a document', { ...declared, value: '1.5' }],
    ['a negative number', { ...declared, value: '-1' }],
    ['no number', { ...declared, value: '1e999' }],
    ['the withdrawal of what was never declared', { code: 'fees', source: '误报' }],
    ['the withdrawal of a property every object has', { code: 'constructor', source: '误报' }],
    ['the withdrawal of a prototype', { code: '__proto__', source: '误报' }],
  ])('but not %s', async (_, figure) => {
    expectProblem(await leavesNothingBehind(server, () => signer.post('/declared-figures/2018', figure)), 409, 'not-allowed');
  });

  it.each([
    ['/code', '2018', { ...declared, code: 'c'.repeat(81) }],
    ['/value', '2018', { ...declared, value: 5 }],
    ['/source', '2018', { code: 'staff', value: '5' }],
    ['/colour', '2018', { ...declared, colour: 'red' }],
    ['/year', '1999', declared],
    ['/year', 'MMXVIII', declared],
    ['/year', '2018.5', declared],
  ])('with %s wrong in %s is refused', async (pointer, year, figure) => {
    const answer = await leavesNothingBehind(server, () => signer.post(`/declared-figures/${year}`, figure));
    expectProblem(answer, 400, 'malformed');
    expect(answer.body.errors[0].pointer).toBe(pointer);
  });

  it('and nobody else does', async () => {
    for (const person of [office, water, await server.as(operator)])
      expectProblem(await leavesNothingBehind(server, () => person.post('/declared-figures/2018', declared)), 403, 'forbidden');
  });
});

describe('figures', () => {
  it('are for the office and the signer', async () => {
    for (const path of ['/reports/gk-2014/2018', '/statistics/totals?year=2018', '/declared-figures/2018']) {
      expectProblem(await water.get(path), 403, 'forbidden');
      expect((await office.get(path)).status).toBe(200);
    }
  });

  it.each(['/reports/gk-2015/2018', '/reports/constructor/2018', '/reports/gk-2014/2018/cells/no-such-row/cases'])(
    'are not found at %s',
    async (path) => expectProblem(await signer.get(path), 404, 'not-found'),
  );

  it.each([
    '/statistics/totals',
    '/statistics/totals?year=1999',
    '/statistics/totals?year=2018&by=colour',
    '/statistics/satisfaction?year=2018&formula=constructor',
    '/statistics/satisfaction?year=2018&places=9',
    '/reports/gk-2014/2018?format=pdf',
    '/reports/gk-2014/2018/cells/replies/cases?limit=1001',
    '/reports/gk-2014/next-year',
  ])('are not worked out for %s', async (path) => expectProblem(await signer.get(path), 400, 'malformed'));
});
