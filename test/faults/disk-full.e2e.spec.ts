import { EventStore, SqliteEventStore } from '@app/event-store';
import { openSqlite, scalar, type SqliteDatabase } from '@app/sqlite';
import { expectProblem } from '../support/answer';
import { complaintForm } from '../support/forms';
import { clerk } from '../support/people';
import { leavesNothingBehind, type RunningServer, serversForSpecs } from '../support/running-server';
import type { Staff } from '../support/staff';

const { start } = serversForSpecs();

describe('a disk without room', () => {
  let server: RunningServer;
  let office: Staff;
  let log: SqliteDatabase;

  /** SQLite's own limit of pages: what it then says is what it says of a full disk. */
  const fill = () => log.exec(`PRAGMA max_page_count = ${Number(scalar(log, 'PRAGMA page_count'))}`);
  const makeRoom = () => log.exec('PRAGMA max_page_count = 1000000');

  // Larger than what is free in the pages that are there.
  const long = { ...complaintForm, text: '水'.repeat(9_000) };

  beforeAll(async () => {
    const open = SqliteEventStore.open.bind(SqliteEventStore);
    const opening = jest.spyOn(SqliteEventStore, 'open').mockImplementation((folder) =>
      open(folder, {
        open: (file, settings) => {
          const database = openSqlite(file, settings);
          if (!settings.readOnly) log = database;
          return database;
        },
      }),
    );
    server = await start();
    opening.mockRestore();
    office = await server.as(clerk);
    await office.register('complaint', complaintForm);
  });

  afterEach(makeRoom);

  it('is told as such with a time to try again, and nothing is recorded', async () => {
    fill();
    const answer = await leavesNothingBehind(server, () => office.post('/cases/complaint', long));
    expectProblem(answer, 503, 'unavailable');
    expect(answer.headers.get('retry-after')).toBe('60');
    expect(answer.body.detail).toContain('磁盘已满');
  });

  it('does not keep anybody from reading', async () => {
    fill();
    await office.post('/cases/complaint', long);
    expect((await office.get('/cases')).status).toBe(200);
    expect((await server.ask('/readyz')).status).toBe(200);
  });

  it('tells an intake system to come again; then its event is recorded once', async () => {
    const hotline = server.hotline();
    const event = hotline.event('complaint.received', 'full-1', 'FULL-1', '2018-06-04T09:00:00+08:00', long);
    fill();
    const refused = await hotline.report(event);
    expectProblem(refused, 503, 'unavailable');
    makeRoom();
    expect((await hotline.report(event)).body.status).toBe('recorded');
    expect((await hotline.report(event)).body.status).toBe('duplicate');
  });

  it('in a batch refuses each event by itself', async () => {
    const hotline = server.hotline();
    const events = ['full-2', 'full-3'].map((id) => hotline.event('complaint.received', id, id, '2018-06-04T09:00:00+08:00', long));
    fill();
    const { body } = await hotline.reportAll(events);
    expect(body.receipts.map(({ problem }: any) => problem.type)).toEqual(['/problems/unavailable', '/problems/unavailable']);
  });

  it('is forgotten as soon as there is room', async () => {
    fill();
    expect((await office.post('/cases/complaint', long)).status).toBe(503);
    makeRoom();
    const id = await office.register('complaint', long);
    await server.settled();
    expect((await office.get(`/cases/complaint/${id}`)).status).toBe(200);
    expect((await server.get(EventStore).verify()).firstBad).toBeUndefined();
    expect((await server.ask('/readyz')).body).toMatchObject({ ready: true, troubles: [] });
  });
});
