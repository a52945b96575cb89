import { EventStore, newEventId, SqliteEventStore } from '@app/event-store';
import { expectProblem } from '../support/answer';
import { DrivenClock } from '../support/driven-clock';
import { complaintForm } from '../support/forms';
import { clerk, operator, signer, waterStaff } from '../support/people';
import { leavesNothingBehind, type RunningServer, serversForSpecs } from '../support/running-server';
import type { Staff } from '../support/staff';

const { start, newFolder } = serversForSpecs();

const at = (day: string, time = '10:00') => `2018-${day}T${time}:00+08:00`;

/** A complaint of Monday, 4 June 2018 is due on Monday, 11 June; this makes that day a holiday. */
const notice = {
  number: '永政办发〔2018〕9号',
  title: '关于端午节放假安排的通知',
  publishedOn: '2018-06-05',
  days: [{ on: '2018-06-11', works: false, name: '县庆放假' }],
};

let server: RunningServer;
let office: Staff;

const startAt = async (instant: string, folder = newFolder()) => {
  server = await start(folder, false, { clock: new DrivenClock(instant) });
  await server.advanceTo(instant);
  office = await server.as(clerk);
};

const facts = async (id: string) => {
  await server.settled();
  return (await office.get(`/cases/complaint/${id}`)).body;
};

const timeline = async (id: string): Promise<any[]> => {
  await server.settled();
  return (await office.get(`/cases/complaint/${id}/timeline`)).body.items;
};

const retimed = async (id: string) => (await timeline(id)).filter(({ type }) => type === 'DeadlinesRetimed');

describe('a holiday notice', () => {
  beforeEach(() => startAt(at('06-04')));

  afterEach(() => server.stop());

  it('moves the due dates of open cases, and everybody can see why', async () => {
    const id = await office.register('complaint', complaintForm);
    expect(await facts(id)).toMatchObject({ dueOn: '2018-06-11' });
    const { status, body } = await office.post('/calendar/notices', notice);
    expect({ status, body }).toMatchObject({ status: 201, body: { number: notice.number, repeated: false, revision: 0 } });

    expect(await facts(id)).toMatchObject({ dueOn: '2018-06-12' });
    const [moved] = await retimed(id);
    expect(moved).toMatchObject({ title: { zh: '办理期限因放假安排调整' }, by: { id: 'calendar' }, data: { notice: notice.number } });
    expect(moved.data.due).toMatchObject({ on: '2018-06-12', calendar: body.calendar });
    const { body: deadlines } = await office.get(`/cases/complaint/${id}/deadlines`);
    const ofTheAnswer = deadlines.items.filter(({ clock }: any) => clock === 'answer');
    expect(ofTheAnswer.map(({ on, inForce, setBy }: any) => [on, inForce, setBy])).toEqual([
      ['2018-06-11', false, 'ComplaintRegistered'],
      ['2018-06-12', true, 'DeadlinesRetimed'],
    ]);
    const holiday = { on: '2018-06-11', counts: false, why: { zh: '县庆放假', en: 'holiday by notice: 县庆放假' } };
    expect(ofTheAnswer[1].days).toContainEqual(holiday);
  });

  it('moves the other clocks too, and leaves alone what it does not touch', async () => {
    const [routed, closed, later] = [
      await office.register('complaint', complaintForm),
      await office.register('complaint', complaintForm),
      await office.register('complaint', complaintForm),
    ];
    await server.advanceTo(at('06-08'));
    await office.does('complaint', routed, 'route', { unit: 'water-resources' });
    await office.does('complaint', closed, 'answer-directly', { text: '已答复' });
    await office.does('complaint', closed, 'close');
    await office.does('complaint', later, 'answer-directly', { text: '已答复' });
    await office.post('/calendar/notices', notice);
    await server.settled();
    expect(await retimed(closed)).toEqual([]);
    const [moved] = await retimed(routed);
    expect(moved.data).toMatchObject({ due: { on: '2018-06-12' }, limits: { 'sign-in': { on: '2018-06-12' } } });
    expect(await facts(later)).toMatchObject({ dueOn: '2018-06-11', timing: 'on-time' });
  });

  it('is counted with from then on, also after a restart', async () => {
    await office.post('/calendar/notices', notice);
    const before = await facts(await office.register('complaint', complaintForm));
    await server.stop();
    await startAt(at('06-04'), server.folder);
    const after = await facts(await office.register('complaint', complaintForm));
    expect([before.dueOn, after.dueOn]).toEqual(['2018-06-12', '2018-06-12']);
  });

  it('lets what was called overdue be in time after all when it comes late', async () => {
    const water = await server.as({ ...waterStaff, roles: ['unit'] });
    const id = await office.register('complaint', complaintForm);
    await office.does('complaint', id, 'route', { unit: 'water-resources' });
    await water.does('complaint', id, 'sign-in');
    await server.advanceTo(at('06-12'));
    expect(await facts(id)).toMatchObject({ overdue: 1 });
    await office.post('/calendar/notices', notice);
    expect(await facts(id)).toMatchObject({ dueOn: '2018-06-12', overdue: 0 });
    expect((await timeline(id)).slice(-2).map(({ type }) => type)).toEqual(['SilenceWithdrawn', 'DeadlinesRetimed']);
    await water.does('complaint', id, 'answer', { text: '已修' });
    expect(await facts(id)).toMatchObject({ timing: 'on-time', overdue: 0 });
  });

  it('makes a case overdue on the day it says now', async () => {
    const id = await office.register('complaint', complaintForm);
    await office.post('/calendar/notices', notice);
    await server.advanceTo(at('06-12', '23:59'));
    expect(await facts(id)).toMatchObject({ overdue: 0 });
    await server.advanceTo(at('06-13', '00:00'));
    expect(await facts(id)).toMatchObject({ overdue: 1, overdueOn: '2018-06-13' });
  });

  it('is recorded once: the same again changes nothing, another of the same number is refused', async () => {
    await office.register('complaint', complaintForm);
    await office.post('/calendar/notices', notice);
    const again = await leavesNothingBehind(server, () => office.post('/calendar/notices', notice));
    expect(again.body).toMatchObject({ repeated: true, revision: 0 });
    const other = { ...notice, days: [{ ...notice.days[0], on: '2018-06-12' }] };
    expectProblem(await leavesNothingBehind(server, () => office.post('/calendar/notices', other)), 409, 'not-allowed');
    expect((await office.get('/calendar/notices')).body.items).toEqual([notice]);
  });

  it('is put right by another one, which wins', async () => {
    const id = await office.register('complaint', complaintForm);
    await office.post('/calendar/notices', notice);
    await office.post('/calendar/notices', {
      ...notice,
      number: '永政办发〔2018〕10号',
      days: [{ on: '2018-06-11', works: true, name: '更正' }],
    });
    expect(await facts(id)).toMatchObject({ dueOn: '2018-06-11' });
    expect(await retimed(id)).toHaveLength(2);
  });

  it('is followed when somebody else has recorded it', async () => {
    const id = await office.register('complaint', complaintForm);
    await server.get(EventStore).append('calendar-notices', 'none', [recorded]);
    expect(await facts(id)).toMatchObject({ dueOn: '2018-06-12' });
    expect(await facts(await office.register('complaint', complaintForm))).toMatchObject({ dueOn: '2018-06-12' });
  });

  it('is carried out at the next start when the server died in between', async () => {
    const ids = await Promise.all(Array.from({ length: 40 }, () => office.register('complaint', complaintForm)));
    await server.stop();
    const log = SqliteEventStore.open(server.folder);
    await log.append('calendar-notices', 'none', [recorded]);
    await log.close();
    await startAt(at('06-05'), server.folder);
    for (const id of ids) expect(await facts(id)).toMatchObject({ dueOn: '2018-06-12' });
    for (const id of ids) expect(await retimed(id)).toHaveLength(1);
  });

  it('is recorded by the office, and read by all staff', async () => {
    for (const person of [waterStaff, signer, operator]) {
      const staff = await server.as(person);
      expectProblem(await leavesNothingBehind(server, () => staff.post('/calendar/notices', notice)), 403, 'forbidden');
      expect((await staff.get('/calendar/notices')).body).toEqual({ items: [] });
    }
  });

  it.each([
    ['/number', { ...notice, number: undefined }],
    ['/days', { ...notice, days: [] }],
    ['/days', { ...notice, days: [notice.days[0], notice.days[0]] }],
    ['/days/0/on', { ...notice, days: [{ ...notice.days[0], on: '2018-02-30' }] }],
    ['/publishedOn', { ...notice, publishedOn: '昨天' }],
    ['/colour', { ...notice, colour: 'red' }],
  ])('is refused when it cannot be understood: %s', async (pointer, body) => {
    const answer = await leavesNothingBehind(server, () => office.post('/calendar/notices', body));
    expectProblem(answer, 400, 'malformed');
    expect(answer.body.errors[0].pointer).toBe(pointer);
  });
});

describe('the calendar', () => {
  beforeAll(() => startAt(at('06-04')));

  it('says of each day whether it is worked, and why', async () => {
    const before = await office.get('/calendar/days?from=2018-06-08&to=2018-06-12');
    expect(before.body.items).toEqual([
      { on: '2018-06-08', works: true },
      { on: '2018-06-09', works: false, why: { zh: '周末', en: 'weekend' } },
      { on: '2018-06-10', works: false, why: { zh: '周末', en: 'weekend' } },
      { on: '2018-06-11', works: true },
      { on: '2018-06-12', works: true },
    ]);
    const { body } = await office.post('/calendar/notices', notice);
    const after = await office.get('/calendar/days?from=2018-06-11&to=2018-06-11');
    expect(after.body).toEqual({
      calendar: body.calendar,
      items: [{ on: '2018-06-11', works: false, why: { zh: '县庆放假', en: 'holiday by notice: 县庆放假' } }],
    });
  });

  it('says which years are only assumed', async () => {
    expect((await office.get('/calendar/days?from=2035-03-01&to=2035-03-01')).body.items).toEqual([
      { on: '2035-03-01', works: true, provisional: true },
    ]);
  });

  it.each(['', '?from=2018-06-12&to=2018-06-11', '?from=2018-01-01&to=2019-06-01', '?from=2018-13-01&to=2019-06-01'])(
    'does not answer what is no stretch of days, or too long a one: %s',
    async (query) => expectProblem(await office.get(`/calendar/days${query}`), 400, 'malformed'),
  );
});

/** The notice as the log has it. */
const recorded = {
  id: newEventId(),
  type: 'HolidayNoticeRecorded',
  data: JSON.stringify(notice),
  metadata: JSON.stringify({ occurredAt: at('06-05'), by: { id: 'li-na', unit: 'gov-office' } }),
};
