import { Agent, request } from 'node:http';
import { expectProblem } from '../support/answer';
import { complaintForm } from '../support/forms';
import { clerk, waterStaff } from '../support/people';
import type { Staff } from '../support/staff';
import { until } from '../support/until';
import { wholeLog } from './audits';
import { isReady } from './cluster';
import { onCluster } from './for-specs';
import { received, source } from './hotline-load';

jest.setTimeout(600_000);

const size = { apis: 2, projectors: 1, exchanges: 1 };
const route = { unit: 'water-resources' };
const statuses = (answers: readonly { status: number }[]) => answers.map(({ status }) => status).toSorted((a, b) => a - b);

onCluster('two apis', { source, size }, (given) => {
  let here: Staff;
  let there: Staff;
  let id: string;

  beforeEach(async () => {
    const { cluster } = given();
    [here, there] = [await cluster.at(0, clerk), await cluster.at(1, clerk)];
    id = await here.register('complaint', complaintForm);
  });

  it('let one of two clerks win a revision, and tell the other that hers is old', async () => {
    const stated = { 'if-match': '"0"' };
    const answers = await Promise.all([here.act('complaint', id, 'remind', {}, stated), there.act('complaint', id, 'remind', {}, stated)]);
    expect(statuses(answers)).toEqual([200, 412]);
    expectProblem(answers.find(({ status }) => status === 412)!, 412, 'stale-revision');
  });

  it('let both act where both may and nobody stated a revision', async () => {
    const answers = await Promise.all([here, there, here, there, here, there].map((staff) => staff.act('complaint', id, 'remind')));
    expect(statuses(answers)).toEqual(Array(6).fill(200));
    expect(answers.map(({ body }) => body.revision).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('of ten who route at once let exactly one', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => (index % 2 ? here : there).act('complaint', id, 'route', route)),
    );
    expect(statuses(answers)).toEqual([200, ...Array(9).fill(409)]);
  });

  it('answer a repeated command alike, wherever it was first', async () => {
    const key = { 'idempotency-key': `route-${id}` };
    const first = await here.act('complaint', id, 'route', route, key);
    expect(first).toMatchObject({ status: 200, body: { repeated: false } });
    expect(await there.act('complaint', id, 'route', route, key)).toMatchObject({ status: 200, body: { ...first.body, repeated: true } });
    expectProblem(await there.act('complaint', id, 'route', { unit: 'transport' }, key), 422, 'key-reused');
  });

  it('open one case for a key, also when it comes to both at once', async () => {
    const key = { 'idempotency-key': `open-${id}` };
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => (index % 2 ? here : there).post('/cases/complaint', complaintForm, key)),
    );
    expect(statuses(answers)).toEqual(Array(10).fill(201));
    expect(new Set(answers.map(({ body }) => `${body.caseId} ${body.caseNumber}`)).size).toBe(1);
    expect(answers.filter(({ body }) => !body.repeated)).toHaveLength(1);
  });

  it('show at one what was done at the other, as soon as somebody asks for its position', async () => {
    const { body } = await here.does('complaint', id, 'route', route);
    const seen = await there.get(`/cases/complaint/${id}?minPosition=${body.position}`);
    expect(seen).toMatchObject({ status: 200, body: { revision: body.revision } });
  });

  it('refuse nothing because of what one of them remembers', async () => {
    const { cluster } = given();
    const [waterHere, waterThere] = [await cluster.at(0, waterStaff), await cluster.at(1, waterStaff)];
    // Here the case is remembered as new; there it goes on.
    await there.does('complaint', id, 'route', route);
    await waterHere.does('complaint', id, 'sign-in');
    await waterThere.does('complaint', id, 'answer', { text: '已修好' });
    await here.does('complaint', id, 'record-follow-up', { rating: 'satisfied' });
    await there.does('complaint', id, 'close');
  });

  it('count by the same calendar a few seconds after one of them was told of a holiday', async () => {
    const notice = {
      number: '永政办发〔2026〕9号',
      title: '关于放假安排的通知',
      publishedOn: '2018-06-05',
      days: [{ on: '2018-06-11', works: false, name: '县庆放假' }],
    };
    expect((await here.post('/calendar/notices', notice)).status).toBe(201);
    const knows = async (staff: Staff) => (await staff.get('/calendar/notices')).text.includes(notice.number);
    expect(await knows(here)).toBe(true);
    await until('the other knows it', () => knows(there), { within: 10_000 });
  });

  it('lose nobody when one is stopped: whoever is connected is answered and told to go', async () => {
    const { cluster } = given();
    const leaving = cluster.apis[1]!;
    const urls = cluster.urls();
    const agents = urls.map(() => new Agent({ keepAlive: true, maxSockets: 20 }));
    const failures: string[] = [];
    const taken = [0, 0];
    const now = { inRotation: true, stopped: false };

    const report = (to: number, order: string): Promise<void> =>
      new Promise((resolve) => {
        const headers = { 'content-type': 'application/cloudevents+json', 'x-api-key': cluster.intakeKey };
        const sent = request(`${urls[to]}/intake/events`, { method: 'POST', agent: agents[to]!, headers }, (response) => {
          response.resume();
          response.on('end', () => {
            if (response.statusCode === 202) taken[to]! += 1;
            else failures.push(`${order}: ${response.statusCode}`);
            resolve();
          });
          response.on('error', (error) => resolve(void failures.push(`${order}: ${String(error)}`)));
        });
        sent.on('error', (error) => resolve(void failures.push(`${order}: ${String(error)}`)));
        sent.end(JSON.stringify(received(order)));
      });
    const client = async (number: number): Promise<void> => {
      for (let count = 0; !now.stopped; count += 1) await report(now.inRotation && count % 2 === 0 ? 1 : 0, `drain-${number}-${count}`);
    };
    // As a proxy does: it asks every second, and sends nobody to who is not ready.
    const proxy = async (): Promise<void> => {
      await until('the api says that it goes', async () => !(await isReady(leaving)), { every: 1_000 });
      now.inRotation = false;
    };
    const clients = Array.from({ length: 20 }, (_, number) => client(number));
    await until('requests are answered at both', () => taken.every((count) => count > 50));
    const looking = proxy();
    await leaving.stop();
    await looking;
    now.stopped = true;
    await Promise.all(clients);
    for (const agent of agents) agent.destroy();
    console.log(`${taken[0]} and ${taken[1]} requests, failures: ${failures.length}`);
    expect(failures).toEqual([]);
    const log = await wholeLog(await cluster.events());
    const opened = log.filter(({ type, metadata }) => type === 'ComplaintRegistered' && metadata.includes('drain-'));
    expect(opened).toHaveLength(taken[0]! + taken[1]!);
  });
});
