import { expectProblem } from '../support/answer';
import { inquiryForm, letterForm, proposalForm } from '../support/forms';
import { archivist, roadStaff } from '../support/people';
import { type RunningServer, serversForSpecs } from '../support/running-server';
import type { Staff } from '../support/staff';

const { start } = serversForSpecs();

const on = (day: string) => ({ occurredAt: `2018-${day}T10:00:00+08:00` });

interface Story {
  readonly form: object;
  readonly prefix: string;
  readonly answer: object;
  readonly due: string;
  readonly tooEarly: string;
}

const stories: Readonly<Record<string, Story>> = {
  letter: {
    form: letterForm,
    prefix: 'XX',
    answer: { text: '已列入养护计划' },
    due: '2018-03-15',
    tooEarly: '只有承办单位已签收的来信才能回复',
  },
  proposal: {
    form: proposalForm,
    prefix: 'JY',
    answer: { outcome: 'A', text: '已经解决' },
    due: '2018-06-04',
    tooEarly: '只有承办单位已接收的建议提案才能答复',
  },
  inquiry: {
    form: inquiryForm,
    prefix: 'WZ',
    answer: { text: '九月一日开学' },
    due: '2018-03-08',
    tooEarly: '只有承办单位已签收的网络问政才能回应',
  },
};

let server: RunningServer;
let office: Staff;
let unit: Staff;

beforeAll(async () => {
  server = await start();
  office = await server.as(archivist);
  unit = await server.as(roadStaff);
});

describe.each(Object.entries(stories))('a %s', (type, { form, answer, due, tooEarly }) => {
  it('is registered, routed, signed in, answered, rated and closed', async () => {
    const id = await office.register(type, { ...form, ...on('03-01') });
    await office.does(type, id, 'route', { unit: 'transport', ...on('03-02') });
    const early = await unit.act(type, id, 'answer', { ...answer, ...on('03-05') });
    expectProblem(early, 409, 'not-allowed');
    expect(early.body.detail).toBe(tooEarly);
    await unit.does(type, id, 'sign-in', on('03-05'));
    await unit.does(type, id, 'answer', { ...answer, ...on('03-08') });
    await office.does(type, id, 'rate', { rating: 'basically-satisfied', ...on('03-20') });
    expectProblem(await office.act(type, id, 'rate', { rating: 'satisfied', ...on('03-20') }), 409, 'not-allowed');
    const { body } = await office.does(type, id, 'close', on('03-21'));
    const { body: facts } = await office.get(`/cases/${type}/${id}?minPosition=${body.position}`);
    expect(facts).toMatchObject({
      caseType: type,
      status: 'closed',
      unit: 'transport',
      receivedOn: '2018-03-01',
      dueOn: due,
      answeredOn: '2018-03-08',
      rating: 'basically-satisfied',
      closedOn: '2018-03-21',
      revision: body.revision,
    });
  });

  it('is closed without a rating, but not without an answer', async () => {
    const id = await office.register(type, { ...form, ...on('03-01') });
    expectProblem(await office.act(type, id, 'close'), 409, 'not-allowed');
    await office.does(type, id, 'route', { unit: 'transport', ...on('03-02') });
    await unit.does(type, id, 'sign-in', on('03-05'));
    await unit.does(type, id, 'answer', { ...answer, ...on('03-08') });
    expect((await office.does(type, id, 'close', on('03-21'))).body.status).toBe('closed');
  });

  it('is no case of another type', async () => {
    const { body } = await office.post(`/cases/${type}`, form);
    const other = type === 'letter' ? 'inquiry' : 'letter';
    for (const path of ['', '/timeline', '/commands', '/personal'])
      expectProblem(await office.get(`/cases/${other}/${body.caseId}${path}?minPosition=${body.position}`), 404, 'not-found');
  });
});
