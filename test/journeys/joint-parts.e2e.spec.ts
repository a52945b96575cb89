import { expectProblem } from '../support/answer';
import { complaintForm } from '../support/forms';
import { clerk, roadStaff, waterStaff } from '../support/people';
import { type RunningServer, serversForSpecs } from '../support/running-server';
import type { Staff } from '../support/staff';

const { start } = serversForSpecs();

let server: RunningServer;
let office: Staff;
let water: Staff;
let roads: Staff;
const ids: string[] = [];

const partsOf = async (staff: Staff, query = ''): Promise<any[]> => {
  await server.settled();
  const { status, body } = await staff.get(`/cases/joint${query}`);
  expect(status).toBe(200);
  return body.items;
};

const idsOf = (parts: readonly any[]): readonly string[] => parts.map(({ caseId }) => caseId);

beforeAll(async () => {
  server = await start();
  [office, water, roads] = [await server.as(clerk), await server.as(waterStaff), await server.as(roadStaff)];
  for (let count = 0; count < 3; count += 1) {
    const id = await office.register('complaint', complaintForm);
    await office.does('complaint', id, 'route', { unit: 'water-resources', joint: ['transport'] });
    ids.push(id);
  }
});

describe('the parts of a joint unit', () => {
  it('are listed for it with the lead, each with its own last day', async () => {
    const parts = await partsOf(roads);
    expect(idsOf(parts).toSorted()).toEqual(ids.toSorted());
    expect(parts[0]).toMatchObject({ unit: 'transport', lead: 'water-resources', matter: '供水', dueOn: expect.any(String), open: 1 });
  });

  it('are not those of others, whatever is asked for', async () => {
    expect(await partsOf(water)).toEqual([]);
    expect(await partsOf(water, '?unit=transport')).toEqual([]);
    expect(await partsOf(await server.as({ ...clerk, unit: 'transport', roles: ['backdate'] }))).toEqual([]);
  });

  it('are listed for the office by unit', async () => {
    expect(idsOf(await partsOf(office, '?unit=transport')).toSorted()).toEqual(ids.toSorted());
    expect(await partsOf(office)).toEqual([]);
  });

  it('are read page by page, without a gap or a repeat', async () => {
    const seen: string[] = [];
    for (let path: string | undefined = '/cases/joint?limit=1'; path !== undefined; ) {
      const { body, headers } = await roads.get(path);
      seen.push(...idsOf(body.items));
      path = /^<(.*)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1];
    }
    expect(seen).toEqual(idsOf(await partsOf(roads)));
    expectProblem(await roads.get('/cases/joint?cursor=nonsense'), 400, 'malformed');
  });

  it('let it read the case, and are gone when it has replied', async () => {
    const [id = ''] = ids;
    expect((await roads.get(`/cases/complaint/${id}/timeline`)).status).toBe(200);
    await roads.does('complaint', id, 'join-in');
    await roads.does('complaint', id, 'reply-part', { text: '路面已恢复' });
    expect(idsOf(await partsOf(roads))).not.toContain(id);
  });
});
