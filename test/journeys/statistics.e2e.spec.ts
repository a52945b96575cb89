import { compareBulletin, hengdong2023September, metrics } from '@app/reports';
import { expectProblem } from '../support/answer';
import { complaintForm, disclosureForm, proposalForm } from '../support/forms';
import { archivist, roadStaff, signer as signerActor, waterStaff } from '../support/people';
import { type RunningServer, serversForSpecs } from '../support/running-server';
import type { Staff } from '../support/staff';

const { newFolder, start } = serversForSpecs();

let server: RunningServer;
let office: Staff;
let water: Staff;
let roads: Staff;
let signer: Staff;

const on = (date: string) => ({ occurredAt: `${date}T10:00:00+08:00` });

const call = (more: object = {}): Promise<string> =>
  office.register('complaint', { ...complaintForm, phone: undefined, ...on('2023-09-04'), ...more });

const dispatched = async (unit: string, staff: Staff, more: object = {}): Promise<string> => {
  const id = await call(more);
  await office.does('complaint', id, 'route', { unit, ...on('2023-09-04') });
  await staff.does('complaint', id, 'sign-in', on('2023-09-05'));
  await staff.does('complaint', id, 'contact-caller', { result: 'reached', ...on('2023-09-05') });
  return id;
};

const answeredBy = async (staff: Staff, id: string, date: string) => {
  await staff.does('complaint', id, 'answer', { text: '已办理', ...on(date) });
};

const closedWith = async (id: string, reply: object, date: string) => {
  await office.does('complaint', id, 'record-follow-up', { ...reply, ...on(date) });
  await office.does('complaint', id, 'close', on(date));
};

const satisfied = { rating: 'satisfied', attitude: 'satisfied', resolution: 'solved' };

/** Eight calls in September 2023: on time, late, returned, sent back, answered at once, a duplicate, still open, about a unit itself. */
const september = async () => {
  const onTime = await dispatched('water-resources', water);
  const duplicate = await call();
  await office.does('complaint', duplicate, 'merge', { into: onTime, ...on('2023-09-05') });
  await answeredBy(water, onTime, '2023-09-06');
  await closedWith(onTime, satisfied, '2023-09-08');

  const late = await dispatched('water-resources', water, { channel: 'wechat', platform: '湘易办' });
  await answeredBy(water, late, '2023-09-25');
  await closedWith(late, { rating: 'dissatisfied', attitude: 'satisfied', resolution: 'unsolved' }, '2023-09-26');

  const returned = await call({ platform: '省长信箱' });
  await office.does('complaint', returned, 'route', { unit: 'water-resources', ...on('2023-09-04') });
  await water.does('complaint', returned, 'request-return', { ground: 'not-responsible', ...on('2023-09-04') });
  await office.does('complaint', returned, 'approve-return', on('2023-09-05'));
  await office.does('complaint', returned, 'route', { unit: 'transport', ...on('2023-09-05') });
  await roads.does('complaint', returned, 'sign-in', on('2023-09-05'));
  await answeredBy(roads, returned, '2023-09-07');
  await closedWith(returned, { ...satisfied, rating: 'basically-satisfied' }, '2023-09-08');

  const sentBack = await dispatched('transport', roads);
  await answeredBy(roads, sentBack, '2023-09-06');
  await office.does('complaint', sentBack, 'send-back', { ground: 'facts-unclear', ...on('2023-09-07') });
  await answeredBy(roads, sentBack, '2023-09-11');
  await closedWith(sentBack, satisfied, '2023-09-12');

  const direct = await call({ kind: 'enquiry' });
  await office.does('complaint', direct, 'answer-directly', { text: '已解答', ...on('2023-09-04') });
  await office.does('complaint', direct, 'close', on('2023-09-04'));

  await call({ replyWanted: false });
  await call({ kind: 'report', accused: ['transport'] });
};

const proposal = async (outcome: string, rating?: string) => {
  const id = await office.register('proposal', { ...proposalForm, ...on('2023-02-06') });
  await office.does('proposal', id, 'file', on('2023-02-10'));
  await office.does('proposal', id, 'route', { unit: 'water-resources', ...on('2023-02-20') });
  await water.does('proposal', id, 'sign-in', on('2023-02-21'));
  await water.does('proposal', id, 'meet', { minutes: '当面沟通', ...on('2023-03-01') });
  await water.does('proposal', id, 'answer', { outcome, text: '答复', ...on('2023-04-10') });
  if (rating !== undefined) await office.does('proposal', id, 'rate', { rating, attitude: 'satisfied', ...on('2023-04-20') });
};

const query = (parameters: Readonly<Record<string, string>>): string => new URLSearchParams(parameters).toString();

const asked = async (metric: string, parameters: Readonly<Record<string, string>> = {}) => {
  const { status, body } = await signer.get(`/statistics/${metric}?${query({ period: '2023-09', caseType: 'complaint', ...parameters })}`);
  expect([metric, status]).toEqual([metric, 200]);
  return body;
};

const figure = async (metric: string, parameters: Readonly<Record<string, string>> = {}): Promise<string> => {
  const { numerator, denominator, text } = await asked(metric, parameters);
  return denominator === undefined ? text : `${numerator}/${denominator} ${text}`;
};

/** `closure-rate by routed → …` with the answer that is given. */
const retold = async (told: string, parameters: Readonly<Record<string, string>> = {}): Promise<string> => {
  const [name = ''] = told.split(' → ');
  const [metric = '', variant] = name.split(' by ');
  return `${name} → ${await figure(metric, { ...parameters, ...(variant && { variant }) })}`;
};

beforeAll(async () => {
  // By default no clock is kept on calls to the citizen.
  const ringing = { edition: 'ringing', from: '2018-01-01', complaint: { contactWithin: { amount: 1, unit: 'working-day' } } };
  server = await start(newFolder(), false, { rules: { editions: [ringing] } });
  office = await server.as(archivist);
  [water, roads, signer] = [await server.as(waterStaff), await server.as(roadStaff), await server.as(signerActor)];
  await september();
  await proposal('A', 'satisfied');
  await proposal('B', 'dissatisfied');
  await proposal('C');
  const request = await office.register('disclosure', { ...disclosureForm, ...on('2023-09-04') });
  await office.does('disclosure', request, 'answer', { outcome: 'granted', text: '答复', ...on('2023-09-08') });
  await server.settled();
});

describe('the signer asks for a metric', () => {
  it('and gets both sides, the formula, the period, the rounding, and from where in the log', async () => {
    const { body } = await signer.get('/statistics/on-time-rate?period=2023-09&caseType=complaint&variant=routed');
    expect(body).toMatchObject({
      metric: 'on-time-rate',
      variant: 'routed',
      formula: { zh: '（转办－曾超期）÷转办' },
      periodRule: { id: 'routed' },
      period: { name: '2023-09', from: '2023-09-01', to: '2023-09-30' },
      rounding: { mode: 'half-up', places: 2 },
      filters: { caseType: 'complaint' },
      numerator: 3,
      denominator: 4,
      value: '75.00',
      text: '75.00%',
      position: await server.head(),
      provisional: false,
      edition: 'ringing',
    });
  });

  it.each([
    'received → 7',
    'received by calls → 8',
    'closure-rate → 5/7 71.43%',
    'closure-rate by routed → 4/4 100.00%',
    'overdue-rate by routed → 1/4 25.00%',
    'sign-in-rate → 4/4 100.00%',
    'response-rate → 3/4 75.00%',
    'return-rate → 1/4 25.00%',
    'rework-rate → 1/4 25.00%',
    'reply-rate by received → 5/6 83.33%',
    'resolution-rate → 3/4 75.00%',
    'satisfaction → 3/4 75.00%',
    'satisfaction by strict → 2/4 50.00%',
    'satisfaction by over-closed → 2/5 40.00%',
    'satisfaction by both → 2/4 50.00%',
  ])('%s', async (told) => expect(await retold(told)).toBe(told));

  it.each([
    'proposals-filed → 3',
    'proposal-reply-rate → 3/3 100.00%',
    'class-a-share → 1/3 33.33%',
    'meeting-rate → 3/3 100.00%',
    'proposal-satisfaction by attitude → 2/2 100.00%',
    'proposal-satisfaction by result → 1/2 50.00%',
  ])('of the session’s proposals, %s', async (told) => {
    expect(await retold(told, { period: '2023', caseType: 'proposal' })).toBe(told);
  });

  it('of requests for disclosure', async () => {
    expect(await figure('disclosure-rate', { caseType: 'disclosure' })).toBe('1/1 100.00%');
    expect(await figure('requests-handled', { caseType: 'disclosure' })).toBe('1');
  });

  it('by unit, and a return is laid to the unit that returned it', async () => {
    const { items } = await asked('return-rate', { by: 'unit' });
    expect(items.map(({ unit, numerator, denominator }: any) => [unit, numerator, denominator]).toSorted()).toEqual([
      ['transport', 0, 2],
      ['water-resources', 1, 3],
    ]);
  });

  it.each(['unit', 'channel', 'month', 'platform', 'matter', 'area'])('by %s, and the groups add up', async (by) => {
    const { items, numerator, denominator } = await asked('closure-rate', { by, variant: 'received' });
    const sum = (side: string) => items.reduce((total: number, item: any) => total + item[side], 0);
    expect([sum('numerator'), sum('denominator')]).toEqual([numerator, denominator]);
  });

  it('of what is not known, and of one group', async () => {
    expect(await figure('received', { platform: '' })).toBe('5');
    expect(await figure('received', { platform: '湘易办' })).toBe('1');
  });

  it('between two days, rounded otherwise', async () => {
    const { body } = await signer.get('/statistics/satisfaction?from=2023-09-08&to=2023-09-12&rounding=truncate&places=0&variant=strict');
    expect(body).toMatchObject({ numerator: 2, denominator: 3, text: '66%', period: { name: '2023-09-08/2023-09-12' } });
  });

  it('of a period without cases, and gets a dash', async () => {
    expect(await figure('closure-rate', { period: '2012' })).toBe('0/0 —');
  });

  it('and finds in the list what there is', async () => {
    const { body } = await signer.get('/statistics');
    expect(body.items.map(({ id }: any) => id)).toEqual(metrics.map(({ id }) => id));
    expect(body.items.find(({ id }: any) => id === 'satisfaction')).toMatchObject({ usual: 'with-basic', kind: 'rate' });
    expect(body.notCounted.map(({ id }: any) => id)).toContain('connect-rate');
    expect(body.bulletins.map(({ id }: any) => id)).toEqual(['hotline-bulletin', 'proposal-summary']);
  });
});

describe('the cases behind a figure', () => {
  it.each(metrics.map(({ id, variants }) => [id, variants.map((variant) => variant.id)] as const))(
    'of %s are as many as it says, by every variant',
    async (metric, variants) => {
      for (const variant of variants) {
        const { body } = await signer.get(`/statistics/${metric}?period=2023&variant=${variant}`);
        for (const side of ['numerator', 'denominator']) {
          const { body: behind } = await signer.get(`/statistics/${metric}/cases?period=2023&variant=${variant}&side=${side}`);
          const expected = body[side] ?? 0;
          expect([variant, behind.total, behind.items.length]).toEqual([variant, expected, expected]);
        }
      }
    },
  );

  it('come page by page', async () => {
    const pages = await Promise.all(
      [0, 3, 6].map((offset) => signer.get(`/statistics/received/cases?period=2023-09&offset=${offset}&limit=3`)),
    );
    expect(pages.map(({ body }) => [body.total, body.items.length]).join(' ')).toBe('8,3 8,3 8,2');
    expect(new Set(pages.flatMap(({ body }) => body.items.map(({ caseId }: any) => caseId))).size).toBe(8);
  });

  it('do not show somebody of a unit the report of wrongdoing about it', async () => {
    const accused = await server.as({ ...signerActor, unit: 'transport' });
    const { body } = await accused.get('/statistics/received/cases?period=2023-09&caseType=complaint');
    expect([body.total, body.withheld, body.items.length]).toEqual([7, 1, 6]);
    expect(body.items.map(({ kind }: any) => kind)).not.toContain('report');
  });
});

describe('a bulletin', () => {
  it('is filled in for a month, and says of every line what was asked', async () => {
    const { body } = await signer.get('/statistics/bulletins/hotline-bulletin?period=2023-09');
    const line = (code: string) => body.lines.find((each: any) => each.code === code);
    expect(line('received')).toMatchObject({ text: '7', state: 'number' });
    expect(line('on-time-rate')).toMatchObject({ text: '75.00%', numerator: 3, denominator: 4 });
    expect(line('unit-rework/transport')).toMatchObject({ text: '50.00%' });
    expect(line('calls')).toMatchObject({ state: 'blank', text: '' });
    const { metric, variant, side, filters } = line('followed-up').asked;
    const { body: behind } = await signer.get(`/statistics/${metric}/cases?${query({ period: '2023-09', variant, side, ...filters })}`);
    expect(String(behind.total)).toBe(line('followed-up').text);
    expect(body.sums).toMatchObject([{ id: 'kinds', difference: '0' }]);
  });

  it('can be held against a published one', async () => {
    const { body } = await signer.get('/statistics/bulletins/hotline-bulletin?period=2023-09');
    const { lines } = compareBulletin(body, hengdong2023September);
    const status = (code: string) => lines.find((each) => each.code === code)?.status;
    expect(['calls', 'received', 'platform/湘易办', 'unit-rework/transport'].map(status)).toEqual([
      'explained',
      'different',
      'different',
      'blank',
    ]);
  });

  it('of a year’s proposals has classes and two satisfactions', async () => {
    const { body } = await signer.get('/statistics/bulletins/proposal-summary?period=2023');
    const texts = Object.fromEntries(body.lines.map(({ code, text }: any) => [code, text]));
    expect(texts).toMatchObject({ filed: '3', 'class-a': '1', 'class-b-share': '33.33%', forms: '2', 'attitude-rate': '100.00%' });
  });
});

describe('statistics', () => {
  it('are for the office and the signer', async () => {
    for (const path of ['/statistics', '/statistics/received?period=2023', '/statistics/received/cases?period=2023']) {
      expectProblem(await water.get(path), 403, 'forbidden');
      expect((await office.get(path)).status).toBe(200);
    }
  });

  it.each(['/statistics/guess?period=2023', '/statistics/constructor?period=2023', '/statistics/bulletins/guess?period=2023'])(
    'are not found at %s',
    async (path) => expectProblem(await signer.get(path), 404, 'not-found'),
  );

  it.each([
    ['/statistics/received', '/period'],
    ['/statistics/received?period=2023&variant=guess', '/variant'],
    ['/statistics/received/cases?period=2023&side=left', '/side'],
    ['/statistics/received/cases?period=2023&limit=1001', '/limit'],
    ['/statistics/bulletins/hotline-bulletin', '/period'],
  ])('are not worked out for %s', async (path, pointer) => {
    const answer = await signer.get(path);
    expectProblem(answer, 400, 'malformed');
    expect(answer.body.errors[0].pointer).toBe(pointer);
  });
});
