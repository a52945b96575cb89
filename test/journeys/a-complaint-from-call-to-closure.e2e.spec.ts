import { complaintForm } from '../support/forms';
import { expectProblem } from '../support/answer';
import { clerk, roadStaff, waterStaff } from '../support/people';
import { type RunningServer, serversForSpecs } from '../support/running-server';
import type { Staff } from '../support/staff';

const { start } = serversForSpecs();

describe('a complaint', () => {
  let server: RunningServer;
  let office: Staff;
  let water: Staff;
  let id: string;

  beforeAll(async () => {
    server = await start();
    [office, water] = [await server.as(clerk), await server.as(waterStaff)];
  });

  beforeEach(async () => {
    id = await office.register('complaint', complaintForm);
  });

  it('goes from the call to closure, and everything that happened can be read', async () => {
    await office.does('complaint', id, 'route', { unit: 'water-resources', instruction: '请尽快核实' });
    await water.does('complaint', id, 'sign-in');
    await water.does('complaint', id, 'answer', { text: '水管已修复' });
    await office.does('complaint', id, 'record-follow-up', { rating: 'satisfied', askedBy: '回访员' });
    const { body: closed } = await office.does('complaint', id, 'close');
    expect(closed).toMatchObject({ status: 'closed', revision: 5, repeated: false, events: ['ComplaintClosed'] });

    const { body: facts } = await office.get(`/cases/complaint/${id}?minPosition=${closed.position}`);
    expect(facts).toMatchObject({ status: 'closed', unit: 'water-resources', rating: 'satisfied', timing: 'on-time', revision: 5 });

    const { body: timeline } = await office.get(`/cases/complaint/${id}/timeline`);
    expect(timeline.items.map(({ title, by }: any) => [title.zh, by.id, by.unit])).toEqual([
      ['受理登记', 'li-na', 'gov-office'],
      ['派单转办', 'li-na', 'gov-office'],
      ['签收', 'wang-wei', 'water-resources'],
      ['答复', 'wang-wei', 'water-resources'],
      ['回访评价', 'li-na', 'gov-office'],
      ['办结', 'li-na', 'gov-office'],
    ]);
  });

  it('is told where it is: address, number, revision and position', async () => {
    const { status, headers, body } = await office.post('/cases/complaint', complaintForm);
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`/cases/complaint/${body.caseId}`);
    expect(headers.get('etag')).toBe('"0"');
    expect(body).toMatchObject({ caseType: 'complaint', status: 'received', revision: 0, events: ['ComplaintRegistered'] });
    expect(body.caseNumber).toMatch(/^RX-\d{4}-\d{6}$/);
  });

  it.each([
    ['sign-in', {}, '只有已派单、尚未签收的投诉才能签收'],
    ['answer', { text: '已修' }, '只有承办单位已签收的投诉才能答复'],
    ['record-follow-up', { rating: 'satisfied' }, '只有已答复、尚未评价的投诉才能记录回访'],
    ['close', {}, '只有已答复的投诉才能办结'],
  ])('that has only been received does not take %s, and says why', async (command, body, reason) => {
    const everything = await server.as({ ...clerk, roles: ['office', 'unit'] });
    const answer = await everything.act('complaint', id, command, body);
    // The unit's own steps are none of the office's before the case is routed to it.
    if (command === 'sign-in' || command === 'answer') return expectProblem(answer, 404, 'not-found');
    expectProblem(answer, 409, 'not-allowed');
    expect(answer.body).toMatchObject({ detail: reason, currentRevision: 0 });
  });

  it('is not answered before it is signed in', async () => {
    await office.does('complaint', id, 'route', { unit: 'water-resources' });
    const answer = await water.act('complaint', id, 'answer', { text: '已修' });
    expectProblem(answer, 409, 'not-allowed');
    expect(answer.body.detail).toBe('只有承办单位已签收的投诉才能答复');
  });

  it('is answered by the hotline itself when it was not routed', async () => {
    await office.does('complaint', id, 'answer-directly', { text: '停水公告已发布' });
    await office.does('complaint', id, 'record-follow-up', { rating: 'basically-satisfied' });
    const { body } = await office.does('complaint', id, 'close');
    const { body: facts } = await office.get(`/cases/complaint/${id}?minPosition=${body.position}`);
    expect(facts).toMatchObject({ status: 'closed', unit: 'gov-office', rating: 'basically-satisfied' });
  });

  it('says at every moment what may be done with it, and why the rest may not', async () => {
    const allowed = async (staff: Staff) => {
      const { body } = await staff.get(`/cases/complaint/${id}/commands`);
      return body.commands.filter((each: any) => each.allowed).map((each: any) => each.path);
    };
    const atAnyTime = ['escalate', 'instruct', 'hold-meeting', 'keep-confidential', 'name-accused', 'merge', 'link', 'correct'];
    expect(await allowed(office)).toEqual([
      'answer-directly',
      'transfer-to-emergency',
      'decline',
      'remind',
      'supplement',
      'route',
      ...atAnyTime,
    ]);
    await office.does('complaint', id, 'route', { unit: 'water-resources' });
    expect(await allowed(office)).toEqual(['remind', 'supplement', 'assign-joint', ...atAnyTime]);
    expect(await allowed(water)).toEqual(['sign-in', 'request-return']);
    const { body } = await water.get(`/cases/complaint/${id}/commands`);
    expect(body.commands.find(({ path }: any) => path === 'answer')).toMatchObject({
      allowed: false,
      reason: { zh: '只有承办单位已签收的投诉才能答复' },
    });
    expect(body.commands.find(({ path }: any) => path === 'close').reason.zh).toBe('您没有办理这一步的权限');
  });

  it('belongs to the unit that holds it: for another unit there is no such case', async () => {
    const road = await server.as(roadStaff);
    const { body } = await office.does('complaint', id, 'route', { unit: 'water-resources' });
    await office.get(`/cases/complaint/${id}?minPosition=${body.position}`);
    for (const answer of [
      await road.get(`/cases/complaint/${id}`),
      await road.get(`/cases/complaint/${id}/timeline`),
      await road.get(`/cases/complaint/${id}/commands`),
      await road.get(`/cases/complaint/${id}/personal`),
      await road.act('complaint', id, 'sign-in'),
      await road.act('complaint', id, 'close'),
      await road.delete(`/cases/complaint/${id}/personal`),
    ])
      expectProblem(answer, 404, 'not-found');
    expect((await water.get(`/cases/complaint/${id}`)).status).toBe(200);
  });

  it('is registered by the office: handling units and signers may not', async () => {
    expectProblem(await water.post('/cases/complaint', complaintForm), 403, 'forbidden');
    expectProblem(await (await server.as({ ...clerk, roles: ['signer'] })).post('/cases/complaint', complaintForm), 403, 'forbidden');
  });

  it('is opened only where cases are opened: nobody chooses its id', async () => {
    const own = '01890000-0000-7000-8000-0000000000aa';
    expectProblem(await office.act('complaint', own, 'register', complaintForm), 404, 'not-found');
    expectProblem(await office.act('letter', id, 'register', { channel: 'online', matter: '道路', text: '路' }), 404, 'not-found');
  });
});
