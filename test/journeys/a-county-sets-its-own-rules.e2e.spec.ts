import { expectProblem } from '../support/answer';
import { complaintForm, disclosureForm, letterForm } from '../support/forms';
import { archivist, clerk, roadStaff } from '../support/people';
import { type RunningServer, serversForSpecs } from '../support/running-server';
import type { Staff } from '../support/staff';

const { start, newFolder } = serversForSpecs();

const rules = {
  editions: [
    { edition: 'county-2018', from: '2018-01-01', letter: { answer: { amount: 7, unit: 'day' } } },
    { edition: 'county-2022', from: '2022-07-01', letter: { answer: { amount: 3, unit: 'working-day' } } },
    { edition: 'county-2050', from: '2050-01-01', dueSoon: 3 },
  ],
  routing: [
    { matter: '路灯', unit: 'urban-management' },
    { matter: '路灯', area: '灵溪镇', unit: 'urban-station-lingxi', joint: ['township-lingxi'] },
    { unit: 'gov-office' },
  ],
};

let server: RunningServer;
let office: Staff;
let unit: Staff;

beforeAll(async () => {
  server = await start(newFolder(), false, { rules });
  office = await server.as(archivist);
  unit = await server.as(roadStaff);
});

const receivedOn = (day: string) => ({ occurredAt: `${day}T10:00:00+08:00` });

const deadlineOf = async (type: string, form: object, day: string) => {
  const id = await office.register(type, { ...form, ...receivedOn(day) });
  const { body } = await office.get(`/cases/${type}/${id}/deadlines`);
  return body.items[0];
};

// From Friday 29 December 2017 ten working days; from Thursday 1 March 2018 and Thursday 30 June 2022 a week; from Friday 1 July 2022 three working days.
describe('the local rules of a county', () => {
  it.each([
    ['2017-12-29', 'default', '2018-01-15'],
    ['2018-03-01', 'county-2018', '2018-03-08'],
    ['2022-06-30', 'county-2018', '2022-07-07'],
    ['2022-07-01', 'county-2022', '2022-07-06'],
  ])('hold for a letter received on %s: %s', async (day, edition, due) =>
    expect(await deadlineOf('letter', letterForm, day)).toMatchObject({ on: due, edition }),
  );

  it('are listed with the days on which they hold', async () => {
    const { body } = await unit.get('/rules');
    expect(body.items).toEqual([
      { edition: 'county-2050', from: '2050-01-01', inForce: false },
      { edition: 'county-2022', from: '2022-07-01', until: '2049-12-31', inForce: true },
      { edition: 'county-2018', from: '2018-01-01', until: '2022-06-30', inForce: false },
      { edition: 'default', from: '1992-01-01', until: '2017-12-31', inForce: false },
    ]);
  });

  it('are shown whole, with what an edition took over', async () => {
    const { body } = await unit.get('/rules/county-2050');
    expect(body).toMatchObject({ dueSoon: 3, letter: { answer: { amount: 3, unit: 'working-day' }, review: 'optional' } });
    expectProblem(await unit.get('/rules/county-1999'), 404, 'not-found');
  });

  it('can be checked in an editor by a schema that anybody may read', async () => {
    const { status, body } = await server.ask('/rules/schema');
    expect([status, body.properties.editions.items.required]).toEqual([200, ['edition', 'from']]);
  });

  it('stop the start when they cannot be used, and the message says where', () =>
    expect(start(newFolder(), false, { rules: { routing: [{ unit: 'lamplighters' }] } })).rejects.toThrow(
      'rules.json does not hold local rules that can be used:\n  routing[0]: there is no unit lamplighters',
    ));
});

describe('the routing catalogue', () => {
  const suggestionFor = async (form: object) => {
    const { body } = await office.post('/cases/complaint', { ...complaintForm, ...form });
    return (await office.get(`/cases/complaint/${body.caseId}/routing?minPosition=${body.position}`)).body.suggestion;
  };

  it('names the unit for a case, and why', async () => {
    expect(await suggestionFor({ matter: '路灯', area: '芙蓉镇' })).toEqual({
      unit: 'urban-management',
      because: { zh: '派单目录：事项“路灯”', en: 'routing catalogue: matter 路灯' },
    });
    expect(await suggestionFor({ matter: '路灯', area: '灵溪镇' })).toMatchObject({
      unit: 'urban-station-lingxi',
      joint: ['township-lingxi'],
    });
    expect(await suggestionFor({ matter: '噪音' })).toMatchObject({ unit: 'gov-office' });
  });

  it('never names the unit that a report is about', async () =>
    expect(await suggestionFor({ kind: 'report', matter: '路灯', area: '灵溪镇', accused: ['urban-management'] })).toMatchObject({
      unit: 'gov-office',
    }));

  it('is for the office, and for what is dispatched', async () => {
    const id = await office.register('complaint', complaintForm);
    expectProblem(await unit.get(`/cases/complaint/${id}/routing`), 403, 'forbidden');
    const request = await office.register('disclosure', disclosureForm);
    expectProblem(await office.get(`/cases/disclosure/${request}/routing`), 404, 'not-found');
  });

  it('says nothing where there is none', async () => {
    const bare = await start();
    const staff = await bare.as(clerk);
    const { body } = await staff.post('/cases/letter', letterForm);
    expect((await staff.get(`/cases/letter/${body.caseId}/routing?minPosition=${body.position}`)).body).toEqual({ suggestion: null });
    expect((await staff.get('/rules')).body.items).toEqual([{ edition: 'default', from: '1992-01-01', inForce: true }]);
  });
});
