import { expectProblem } from '../support/answer';
import { disclosureForm } from '../support/forms';
import { archivist, waterStaff } from '../support/people';
import { leavesNothingBehind, type RunningServer, serversForSpecs } from '../support/running-server';
import type { Staff } from '../support/staff';

const { start } = serversForSpecs();

let server: RunningServer;
let office: Staff;
let unit: Staff;

const on = (day: string) => ({ occurredAt: `2018-${day}T10:00:00+08:00` });
const reconsideration = { channel: 'letter', kind: 'reconsideration', forum: '湘西州人民政府', matter: '征地补偿', claimant: '赵六安' };
const lawsuit = { ...reconsideration, kind: 'litigation', route: 'after-reconsideration', forum: '永顺县人民法院' };

const answeredRequest = async (): Promise<string> => {
  const id = await office.register('disclosure', { ...disclosureForm, ...on('03-01') });
  await office.does('disclosure', id, 'route', { unit: 'water-resources', ...on('03-02') });
  await unit.does('disclosure', id, 'sign-in', on('03-05'));
  await unit.does('disclosure', id, 'answer', { outcome: 'refused-privacy', text: '涉及个人隐私', ...on('03-12') });
  return id;
};

const timelineOf = async (type: string, id: string): Promise<string[]> => {
  await server.settled();
  const { body } = await office.get(`/cases/${type}/${id}/timeline`);
  return body.items.map((item: any) => item.type);
};

beforeAll(async () => {
  server = await start();
  office = await server.as(archivist);
  unit = await server.as(waterStaff);
});

describe('a disclosure request', () => {
  it('that is contested shows both proceedings and how they ended, on its own timeline', async () => {
    const request = await answeredRequest();
    const contests = { type: 'disclosure', id: request };
    const appeal = await office.register('proceeding', { ...reconsideration, contests, ...on('04-02') });
    await office.does('proceeding', appeal, 'conclude', { result: 'maintain', ...on('05-20') });
    const suit = await office.register('proceeding', { ...lawsuit, contests, ...on('06-11') });
    await office.does('proceeding', suit, 'conclude', { result: 'revoke', document: '判决书', ...on('10-15') });

    expect(await timelineOf('disclosure', request)).toEqual([
      'DisclosureRegistered',
      'DisclosureRouted',
      'DisclosureSignedIn',
      'DisclosureAnswered',
      'DisclosureAppealed',
      'DisclosureAppealConcluded',
      'DisclosureLitigated',
      'DisclosureLitigationConcluded',
    ]);
    const { body } = await office.get(`/cases/disclosure/${request}/timeline`);
    expect(body.items.slice(4).map(({ data, occurredAt, by }: any) => [data, occurredAt, by])).toEqual([
      [{ proceeding: appeal }, '2018-04-02T10:00:00+08:00', { id: 'policy', unit: 'system' }],
      [{ proceeding: appeal, outcome: 'upheld' }, '2018-05-20T10:00:00+08:00', { id: 'policy', unit: 'system' }],
      [{ proceeding: suit }, '2018-06-11T10:00:00+08:00', { id: 'policy', unit: 'system' }],
      [{ proceeding: suit, outcome: 'corrected' }, '2018-10-15T10:00:00+08:00', { id: 'policy', unit: 'system' }],
    ]);
    expect((await office.get(`/cases/disclosure/${request}`)).body).toMatchObject({ appealed: 1, litigated: 1, status: 'answered' });
    expect(await timelineOf('proceeding', suit)).toEqual(['ProceedingFiled', 'ProceedingConcluded']);
    expect((await office.get(`/cases/proceeding/${suit}`)).body).toMatchObject({
      status: 'closed',
      kind: 'litigation',
      outcome: 'corrected',
    });
  });

  it('is contested for not being answered, and when it is archived already', async () => {
    const silent = await office.register('disclosure', { ...disclosureForm, ...on('03-01') });
    const archived = await answeredRequest();
    await office.does('disclosure', archived, 'close', on('03-20'));
    for (const id of [silent, archived])
      await office.register('proceeding', { ...reconsideration, contests: { type: 'disclosure', id }, ...on('05-02') });
    expect(await timelineOf('disclosure', silent)).toEqual(['DisclosureRegistered', 'DueSoon', 'Overdue', 'DisclosureAppealed']);
    expect((await timelineOf('disclosure', archived)).at(-1)).toBe('DisclosureAppealed');
  });

  it('has its proceeding in the report of the year', async () => {
    const { body } = await office.get('/reports/gk-2014/2018');
    const figure = (code: string) => body.cells.find((cell: any) => cell.code === code).text;
    expect(['reconsideration', 'reconsideration-upheld', 'litigation', 'litigation-corrected'].map(figure)).toEqual(['3', '1', '1', '1']);
  });

  it('has one extension of its term, and is answered within it', async () => {
    const id = await office.register('disclosure', { ...disclosureForm, ...on('03-01') });
    await office.does('disclosure', id, 'extend', { reason: '需征求第三方意见', ...on('03-20') });
    const again = await office.act('disclosure', id, 'extend', { reason: '再延', ...on('03-21') });
    expectProblem(again, 409, 'not-allowed');
    expect(again.body.detail).toBe('答复期限只能延长一次');
    const { body } = await office.does('disclosure', id, 'answer', { outcome: 'granted', text: '见附件', ...on('04-10') });
    const { body: facts } = await office.get(`/cases/disclosure/${id}?minPosition=${body.position}`);
    expect(facts).toMatchObject({ extended: 1, timing: 'extended', outcome: 'granted', unit: 'gov-office' });
  });

  it('takes no step that happened before it was received', async () => {
    const id = await office.register('disclosure', { ...disclosureForm, ...on('03-01') });
    expectProblem(await office.act('disclosure', id, 'route', { unit: 'transport', ...on('02-28') }), 409, 'not-allowed');
  });

  it('of the time before the regulation is refused, and takes no number', async () => {
    const early = { ...disclosureForm, occurredAt: '2008-04-30T10:00:00+08:00' };
    expectProblem(await leavesNothingBehind(server, () => office.post('/cases/disclosure', early)), 409, 'not-allowed');
  });
});

describe('a proceeding', () => {
  it('that contests a case that does not exist is refused', async () => {
    const contests = { type: 'disclosure', id: '01890000-0000-7000-8000-000000000001' };
    const answer = await leavesNothingBehind(server, () => office.post('/cases/proceeding', { ...reconsideration, contests }));
    expectProblem(answer, 400, 'unknown-case');
    expect(answer.body.errors).toEqual([expect.objectContaining({ pointer: '/contests/id' })]);
  });

  it('stands alone when what it contests was never a case', async () => {
    const id = await office.register('proceeding', { ...lawsuit, route: 'direct', ...on('07-01') });
    expect(await timelineOf('proceeding', id)).toEqual(['ProceedingFiled']);
  });

  it('does not end in a way its forum cannot decide, and ends once', async () => {
    const id = await office.register('proceeding', reconsideration);
    expectProblem(await office.act('proceeding', id, 'conclude', { result: 'dismiss-claims' }), 409, 'not-allowed');
    await office.does('proceeding', id, 'conclude', { result: 'withdrawn' });
    expectProblem(await office.act('proceeding', id, 'conclude', { result: 'withdrawn' }), 409, 'not-allowed');
  });

  it('is recorded on the contested case by the policy alone: no person gives that order', async () => {
    const request = await answeredRequest();
    const order = { proceeding: '01890000-0000-7000-8000-000000000001' };
    for (const command of ['record-appeal', 'record-litigation'])
      expectProblem(await leavesNothingBehind(server, () => office.act('disclosure', request, command, order)), 403, 'forbidden');
  });
});
