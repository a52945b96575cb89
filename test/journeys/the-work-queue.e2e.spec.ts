import { expectProblem } from '../support/answer';
import { complaintForm, inquiryForm, letterForm } from '../support/forms';
import { archivist, clerk, roadStaff, waterStaff } from '../support/people';
import { type RunningServer, serversForSpecs } from '../support/running-server';
import type { Staff } from '../support/staff';

const { start } = serversForSpecs();

let server: RunningServer;
let office: Staff;
let water: Staff;
const named = new Map<string, string>();

const queue = async (staff: Staff, query = ''): Promise<string[]> => {
  const { status, body } = await staff.get(`/cases${query}`);
  expect(status).toBe(200);
  return body.items.map(({ caseId }: any) => named.get(caseId));
};

beforeAll(async () => {
  server = await start();
  office = await server.as(archivist);
  water = await server.as(waterStaff);
  const received = async (name: string, type: string, form: object, day?: string, unit?: string) => {
    const at = day === undefined ? {} : { occurredAt: `${day}T10:00:00+08:00` };
    const id = await office.register(type, { ...form, ...at });
    named.set(id, name);
    if (unit !== undefined) await office.does(type, id, 'route', { unit, ...at });
    return id;
  };
  await received('new, held by roads', 'letter', letterForm, undefined, 'transport');
  await received('new, held by water', 'complaint', complaintForm, undefined, 'water-resources');
  await received('new, held by nobody', 'inquiry', inquiryForm);
  await received('overdue since April, held by water', 'complaint', complaintForm, '2018-04-02', 'water-resources');
  await received('overdue since March, held by roads', 'letter', letterForm, '2018-03-01', 'transport');
  await received('overdue since May, held by nobody', 'complaint', complaintForm, '2018-05-02');
  const done = await received('done', 'complaint', complaintForm, '2018-01-02');
  await office.does('complaint', done, 'answer-directly', { text: '已答', occurredAt: '2018-01-03T10:00:00+08:00' });
  await office.does('complaint', done, 'close', { occurredAt: '2018-01-03T10:00:00+08:00' });
  await server.settled();
});

const inOrder = [
  'overdue since May, held by nobody',
  'overdue since March, held by roads',
  'overdue since April, held by water',
  'new, held by nobody',
];

describe('the work queue', () => {
  it('has what is overdue first, then what nobody holds, then what is due next; what is closed is gone', async () => {
    const all = await queue(office);
    expect(all.slice(0, 4)).toEqual(inOrder);
    expect(all.slice(4).toSorted()).toEqual(['new, held by roads', 'new, held by water']);
  });

  it('is read page by page, by the link or by the cursor, without a gap or a repeat', async () => {
    const seen: string[] = [];
    let path: string | undefined = '/cases?limit=1';
    while (path !== undefined) {
      const { body, headers } = await office.get(path);
      seen.push(...body.items.map(({ caseId }: any) => named.get(caseId)));
      path = /^<(.*)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1];
      expect(path === undefined).toBe(body.next === undefined);
    }
    expect(seen).toEqual(await queue(office));
    const { body } = await office.get('/cases?limit=2');
    expect(await queue(office, `?limit=2&cursor=${body.next}`)).toEqual(inOrder.slice(2));
  });

  it('is narrowed by type, unit, overdue and unassigned', async () => {
    expect(await queue(office, '?type=letter')).toEqual(['overdue since March, held by roads', 'new, held by roads']);
    expect(await queue(office, '?unit=water-resources')).toEqual(['overdue since April, held by water', 'new, held by water']);
    expect(await queue(office, '?overdue=true')).toEqual(inOrder.slice(0, 3));
    expect(await queue(office, '?unassigned=true&overdue=false')).toEqual(['new, held by nobody']);
    expect(await queue(office, '?matter=%E6%95%99%E8%82%B2')).toEqual(['new, held by nobody']);
  });

  it('of a handling unit has what that unit holds and nothing else, whatever it asks for', async () => {
    const own = ['overdue since April, held by water', 'new, held by water'];
    expect(await queue(water)).toEqual(own);
    for (const query of ['?unit=transport', '?unassigned=true', '?unit=water-resources']) expect(await queue(water, query)).toEqual(own);
    expect(await queue(await server.as(roadStaff))).toEqual(['overdue since March, held by roads', 'new, held by roads']);
  });

  it('is empty for somebody who may only backdate: that alone opens no case', async () => {
    expect(await queue(await server.as({ ...clerk, unit: 'water-resources', roles: ['backdate'] }))).toEqual([]);
  });

  it('tells nothing personal', async () => {
    const { text } = await office.get('/cases');
    for (const secret of ['张三丰', '13800001234', '河西路', '自来水停了三天', '李四光']) expect(text).not.toContain(secret);
  });

  it.each([
    ['limit', '?limit=0'],
    ['limit', '?limit=501'],
    ['limit', '?limit=many'],
    ['type', '?type=constructor'],
    ['type', '?type=letter&type=complaint'],
    ['cursor', '?cursor=nonsense'],
    ['cursor', `?cursor=${Buffer.from('{"overdue":1}').toString('base64url')}`],
    ['overdue', '?overdue=perhaps'],
    ['unit', '?unit=../etc'],
    ['colour', '?colour=red'],
    ['minPosition', '?minPosition=-1'],
    ['minPosition', '?minPosition=1e3'],
  ])('refuses a %s it does not understand (%#)', async (field, query) => {
    const answer = await office.get(`/cases${query}`);
    expectProblem(answer, 400, 'malformed');
    expect(answer.body.errors[0].pointer).toBe(`/${field}`);
  });
});
