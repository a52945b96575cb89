import type { Actor } from '@app/cases';
import { expectProblem } from '../support/answer';
import { complaintForm } from '../support/forms';
import { clerk, operator, roadStaff, signer } from '../support/people';
import { leavesNothingBehind, type RunningServer, serversForSpecs } from '../support/running-server';
import type { Staff } from '../support/staff';

const { start } = serversForSpecs();

const nobodysCase = '01890000-0000-7000-8000-0000000000ff';

/** Everybody in the accused bureau and its squad, whatever they may do otherwise. */
const accused: readonly Actor[] = ['urban-management', 'urban-station-lingxi'].flatMap((unit) => [
  { id: `clerk-of-${unit}`, unit, roles: ['office', 'backdate'] },
  { id: `staff-of-${unit}`, unit, roles: ['unit', 'backdate'] },
  { id: `head-of-${unit}`, unit, roles: ['office', 'unit', 'signer', 'operator'] },
]);

const report = {
  ...complaintForm,
  kind: 'report',
  matter: '占道执法',
  text: '城管人员执法时收取摊位费',
  accused: ['urban-management'],
};

let server: RunningServer;
let office: Staff;
let id: string;
/** Another one, which counts in the figures of the year. */
let closed: string;

const year = new Date().getFullYear();

beforeAll(async () => {
  server = await start();
  office = await server.as(clerk);
  [id, closed] = [await office.register('complaint', report), await office.register('complaint', report)];
  await office.does('complaint', closed, 'answer-directly', { text: '已转纪检组核查' });
  await office.does('complaint', closed, 'close');
  await server.settled();
});

const pages = (caseId: string): readonly string[] =>
  ['', '/timeline', '/deadlines', '/segments', '/commands', '/personal', '/duplicates', '/routing'].map(
    (page) => `/cases/complaint/${caseId}${page}`,
  );

const alike = (text: string, caseId: string) => text.replaceAll(caseId, '…').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…');

describe.each(accused)('a report of wrongdoing, for $id', (person) => {
  let staff: Staff;

  beforeAll(async () => {
    staff = await server.as(person);
  });

  it('looks like a case that does not exist', async () => {
    for (const [index, page] of pages(id).entries()) {
      const [found, unknown] = [await staff.get(page), await staff.get(pages(nobodysCase)[index] ?? '')];
      expect([page, found.status, alike(found.text, id)]).toEqual([page, unknown.status, alike(unknown.text, nobodysCase)]);
      expect([403, 404]).toContain(found.status);
    }
    for (const command of ['route', 'sign-in', 'answer', 'remind', 'close', 'merge']) {
      const ask = (caseId: string) => staff.act('complaint', caseId, command, command === 'merge' ? { into: id } : {});
      const [found, unknown] = [await leavesNothingBehind(server, () => ask(id)), await ask(nobodysCase)];
      expect([command, found.status, alike(found.text, id)]).toEqual([command, unknown.status, alike(unknown.text, nobodysCase)]);
    }
  });

  it('is in no queue, however it is asked for', async () => {
    for (const query of ['', '?matter=占道执法', '?kind=report', '?type=complaint&limit=500', '?unassigned=true', '?status=received']) {
      expect((await office.get(`/cases${query}`)).text).toContain(id);
      expect((await staff.get(`/cases${query}`)).text).not.toContain(id);
    }
  });
});

describe.each(accused.filter(({ roles }) => roles.includes('office')))('a report of wrongdoing, for $id', (person) => {
  let staff: Staff;

  beforeAll(async () => {
    staff = await server.as(person);
  });

  it('cannot be found by naming it in another case', async () => {
    const own = await staff.register('complaint', complaintForm);
    for (const [command, field] of [
      ['merge', 'into'],
      ['link', 'to'],
    ] as const) {
      const answer = await staff.act('complaint', own, command, { [field]: id });
      expectProblem(answer, 400, 'unknown-case');
      expect(alike(answer.text, id)).toBe(alike((await staff.act('complaint', own, command, { [field]: nobodysCase })).text, nobodysCase));
    }
  });

  it('is counted in the figures and listed behind none of them', async () => {
    const cells = `/reports/gk-2014/${year}/cells/other-responses/cases`;
    const [{ body: ours }, { body: theirs }] = [await (await server.as(signer)).get(cells), await staff.get(cells)];
    expect(ours).toMatchObject({ total: 1, withheld: 0, items: [expect.objectContaining({ caseId: closed })] });
    expect(theirs).toMatchObject({ total: 1, withheld: 1, items: [] });
  });
});

describe('a report of wrongdoing', () => {
  it.each([clerk, signer, operator])('is seen by $id, whose unit it is not about', async (person) => {
    const staff = await server.as(person);
    expect((await staff.get(`/cases/complaint/${id}`)).body).toMatchObject({ caseId: id, accused: '|urban-management|' });
  });

  it.each(['urban-management', 'urban-station-lingxi'])('is never given to %s', async (unit) => {
    const fresh = await office.register('complaint', report);
    const direct = await leavesNothingBehind(server, () => office.act('complaint', fresh, 'route', { unit }));
    expectProblem(direct, 409, 'not-allowed');
    const joint = await leavesNothingBehind(server, () => office.act('complaint', fresh, 'route', { unit: 'transport', joint: [unit] }));
    expectProblem(joint, 409, 'not-allowed');
    await office.does('complaint', fresh, 'route', { unit: 'transport' });
    expect((await (await server.as(roadStaff)).get(`/cases/complaint/${fresh}`)).status).toBe(200);
  });

  it('about a squad alone is seen by the bureau above it, and by no other squad’s business', async () => {
    const about = await office.register('complaint', { ...report, accused: ['urban-station-lingxi'] });
    await office.does('complaint', about, 'route', { unit: 'urban-management' });
    await server.settled();
    const [bureau, squad] = await Promise.all(accused.filter(({ id: who }) => who.startsWith('staff')).map((person) => server.as(person)));
    expect((await bureau?.get(`/cases/complaint/${about}`))?.status).toBe(200);
    expect((await bureau?.get('/cases'))?.text).toContain(about);
    expect((await squad?.get(`/cases/complaint/${about}`))?.status).toBe(404);
  });

  it('is lost to a unit that has it as soon as the unit is named in it', async () => {
    const later = await office.register('complaint', { ...complaintForm, matter: '占道执法' });
    await office.does('complaint', later, 'route', { unit: 'urban-management' });
    const staff = await server.as({ id: 'someone', unit: 'urban-management', roles: ['unit'] });
    expect((await staff.get(`/cases/complaint/${later}/timeline`)).status).toBe(200);
    const { body } = await office.does('complaint', later, 'name-accused', { accused: ['urban-management'] });
    expectProblem(await staff.get(`/cases/complaint/${later}?minPosition=${body.position}`), 404, 'not-found');
    expectProblem(await staff.act('complaint', later, 'sign-in'), 404, 'not-found');
    expect((await staff.get('/cases')).text).not.toContain(later);
  });

  it('is no hint of a duplicate for the unit that it is about, and one for the office', async () => {
    const again = await office.post('/cases/complaint', { ...report, accused: undefined });
    expect(again.body.possibleDuplicates.map(({ caseId }: any) => caseId)).toContain(id);
    const staff = await server.as({ id: 'a-clerk', unit: 'urban-management', roles: ['office'] });
    const own = await staff.post('/cases/complaint', { ...report, accused: undefined });
    expect(own.text).not.toContain(id);
    expect((await staff.get(`/cases/complaint/${own.body.caseId}/duplicates`)).text).not.toContain(id);
  });
});

describe('a caller who asks for confidentiality', () => {
  it('is known to the office alone; the unit reads what it must deal with', async () => {
    const secret = await office.register('complaint', { ...complaintForm, confidential: true });
    const { body } = await office.does('complaint', secret, 'route', { unit: 'transport', instruction: '请核实' });
    const unit = await server.as(roadStaff);
    const path = `/cases/complaint/${secret}`;
    const { body: masked } = await unit.get(`${path}?minPosition=${body.position}`);
    expect(masked.personal[0].personal).toEqual({ complainant: '***', phone: '***', address: '***', text: '***' });
    const { body: clear } = await unit.get(`${path}/personal`);
    expect(clear.items.map(({ personal }: any) => personal)).toEqual([
      { complainant: '***', phone: '***', address: '***', text: complaintForm.text },
      { instruction: '请核实' },
    ]);
    expect((await office.get(`${path}/personal`)).body.items[0].personal).toMatchObject({ complainant: complaintForm.complainant });
    expect((await office.get(path)).body.personal[0].personal).toMatchObject({ phone: '138****1234' });
    expectProblem(await (await server.as(signer)).get(`${path}/personal`), 403, 'forbidden');
  });
});
