import { expectProblem } from '../support/answer';
import { complaintForm, letterForm } from '../support/forms';
import { clerk, waterStaff } from '../support/people';
import { leavesNothingBehind, type RunningServer, serversForSpecs } from '../support/running-server';
import type { Staff } from '../support/staff';

const { start } = serversForSpecs();

let server: RunningServer;
let office: Staff;
let id: string;
const route = { unit: 'water-resources' };
const statuses = (answers: readonly { status: number }[]) => answers.map(({ status }) => status).toSorted((a, b) => a - b);

beforeAll(async () => {
  server = await start();
  office = await server.as(clerk);
});

beforeEach(async () => {
  id = await office.register('complaint', complaintForm);
});

describe('a command under an idempotency key', () => {
  it('is carried out once however often it comes, and is answered alike', async () => {
    const first = await office.act('complaint', id, 'route', route, { 'idempotency-key': `k-${id}` });
    expect(first.body).toMatchObject({ repeated: false, revision: 1 });
    await office.does('complaint', id, 'remind');
    const again = await leavesNothingBehind(server, () => office.act('complaint', id, 'route', route, { 'idempotency-key': `k-${id}` }));
    expect(again).toMatchObject({ status: 200, body: { ...first.body, repeated: true } });
  });

  it('opens one case, also when it is sent ten times at once', async () => {
    const key = { 'idempotency-key': `open-${id}` };
    const answers = await Promise.all(Array.from({ length: 10 }, () => office.post('/cases/complaint', complaintForm, key)));
    expect(statuses(answers)).toEqual(Array(10).fill(201));
    expect(new Set(answers.map(({ body }) => `${body.caseId} ${body.caseNumber} ${body.position}`)).size).toBe(1);
    expect(answers.filter(({ body }) => !body.repeated)).toHaveLength(1);
  });

  it('with another content is refused', async () => {
    const key = { 'idempotency-key': `open-${id}` };
    await office.post('/cases/complaint', complaintForm, key);
    const other = { ...complaintForm, text: '另一件事' };
    expectProblem(await leavesNothingBehind(server, () => office.post('/cases/complaint', other, key)), 422, 'key-reused');
    await office.act('complaint', id, 'route', route, { 'idempotency-key': 'mine' });
    const elsewhere = () => office.act('complaint', id, 'route', { unit: 'transport' }, { 'idempotency-key': 'mine' });
    expectProblem(await leavesNothingBehind(server, elsewhere), 422, 'key-reused');
    const otherCommand = () => office.act('complaint', id, 'remind', {}, { 'idempotency-key': 'mine' });
    expectProblem(await leavesNothingBehind(server, otherCommand), 422, 'key-reused');
  });

  it('of one person is not the key of another', async () => {
    const key = { 'idempotency-key': `open-${id}` };
    const colleague = await server.as({ ...clerk, id: 'wu-min' });
    const [mine, hers] = [
      await office.post('/cases/complaint', complaintForm, key),
      await colleague.post('/cases/complaint', complaintForm, key),
    ];
    expect(hers.body.caseId).not.toBe(mine.body.caseId);
  });

  it('opens two cases where it is sent to two addresses: no case takes the id of another', async () => {
    const key = { 'idempotency-key': `both-${id}` };
    const complaint = await office.register('complaint', complaintForm, key);
    const letter = await office.register('letter', letterForm, key);
    expect(letter).not.toBe(complaint);
    await server.settled();
    expect((await office.get(`/cases/complaint/${complaint}`)).body.caseType).toBe('complaint');
  });

  it.each(['', 'two words', 'k'.repeat(201), 'schlüssel', 'a, b'])('must be visible ASCII of at most 200 characters (%#)', async (key) => {
    const answer = await leavesNothingBehind(server, () => office.act('complaint', id, 'route', route, { 'idempotency-key': key }));
    expectProblem(answer, 400, 'malformed');
    expect(answer.body.errors[0].pointer).toBe('/Idempotency-Key');
  });
});

describe('two clerks at one case', () => {
  it('of twenty who route it at once exactly one does, and the others are told that it is routed', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => office.act('complaint', id, 'route', route)));
    expect(statuses(answers)).toEqual([200, ...Array(19).fill(409)]);
    for (const answer of answers.filter(({ status }) => status === 409)) expectProblem(answer, 409, 'not-allowed');
  });

  it('of twenty who state the revision they have seen exactly one acts, and the others have seen an old one', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => office.act('complaint', id, 'remind', { text: '催' }, { 'if-match': '"0"' })),
    );
    expect(statuses(answers)).toEqual([200, ...Array(19).fill(412)]);
    for (const answer of answers.filter(({ status }) => status === 412)) expectProblem(answer, 412, 'stale-revision');
  });

  it('all remind at once, and every reminder counts', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => office.act('complaint', id, 'remind')));
    expect(statuses(answers)).toEqual(Array(20).fill(200));
    await server.settled();
    expect((await office.get(`/cases/complaint/${id}`)).body).toMatchObject({ reminders: 20, revision: 20 });
  });

  it('are told the current revision when theirs is stale, and nothing is recorded', async () => {
    await office.does('complaint', id, 'remind');
    const answer = await leavesNothingBehind(server, () => office.act('complaint', id, 'route', route, { 'if-match': '"0"' }));
    expectProblem(answer, 412, 'stale-revision');
    expect(answer.body).toMatchObject({ currentRevision: 1, detail: expect.stringContaining('办件现为第 1 版') });
    expect((await office.act('complaint', id, 'route', route, { 'if-match': '"1"' })).headers.get('etag')).toBe('"2"');
  });

  it('may state a star for any revision', async () => {
    expect((await office.act('complaint', id, 'route', route, { 'if-match': '*' })).status).toBe(200);
  });

  it.each(['0', 'W/"0"', '"0", "1"', '"-1"', '"one"', '"1e3"', '""'])('cannot state %s as a revision', async (etag) => {
    const answer = await leavesNothingBehind(server, () => office.act('complaint', id, 'route', route, { 'if-match': etag }));
    expectProblem(answer, 400, 'malformed');
  });
});

describe('case numbers', () => {
  it('are given without a gap or a repeat to many who register at once', async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, () => office.post('/cases/letter', letterForm)));
    const numbers = answers.map(({ body }) => Number(body.caseNumber.slice(-6))).toSorted((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 60 }, (_, index) => (numbers[0] ?? 0) + index));
  });

  it('are not used up by what is refused', async () => {
    const numberOf = async () => Number((await office.post('/cases/proceeding', filed)).body.caseNumber.slice(-6));
    const filed = { channel: 'letter', kind: 'litigation', forum: '法院', matter: '征地' };
    const before = await numberOf();
    expectProblem(await office.post('/cases/proceeding', { ...filed, kind: 'reconsideration', route: 'direct' }), 409, 'not-allowed');
    expect(await numberOf()).toBe(before + 1);
  });
});

describe('a reader', () => {
  it('sees what she did when she states its position', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { body } = await office.does('complaint', id, 'remind');
      const { body: facts } = await office.get(`/cases/complaint/${id}?minPosition=${body.position}`);
      expect(facts.revision).toBe(body.revision);
    }
  });

  it('who states a position that has not come yet is asked to try again', async () => {
    const answer = await office.get(`/cases/complaint/${id}?minPosition=999999999`);
    expectProblem(answer, 503, 'unavailable');
    expect(answer.headers.get('retry-after')).toBe('1');
  });

  it('gets the revision as ETag, and can act on just that', async () => {
    await server.settled();
    const { headers } = await office.get(`/cases/complaint/${id}`);
    expect(headers.get('etag')).toBe('"0"');
    expect((await office.get(`/cases/complaint/${id}/commands`)).headers.get('etag')).toBe('"0"');
    expect((await office.act('complaint', id, 'route', route, { 'if-match': headers.get('etag')! })).status).toBe(200);
  });

  it.each([
    ['zh', undefined],
    ['zh', 'zh-CN,en;q=0.5'],
    ['en', 'en-GB,zh;q=0.5'],
    ['zh', 'fr'],
  ])('is answered in %s when she accepts %s', async (language, accepted) => {
    const water = await server.as({ ...waterStaff, roles: ['unit', 'office'] });
    const answer = await water.act('complaint', id, 'close', {}, accepted === undefined ? {} : { 'accept-language': accepted });
    expect(answer.body).toMatchObject(
      language === 'en'
        ? { title: 'This step is not allowed now', detail: 'only an answered complaint can be closed' }
        : { title: '当前不能办理这一步', detail: '只有已答复的投诉才能办结' },
    );
  });
});
