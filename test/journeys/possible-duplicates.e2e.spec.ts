import { expectProblem } from '../support/answer';
import { DrivenClock } from '../support/driven-clock';
import { complaintForm, letterForm } from '../support/forms';
import { archivist, clerk, operator, waterStaff } from '../support/people';
import { type RunningServer, serversForSpecs } from '../support/running-server';
import type { Staff } from '../support/staff';

const { start, newFolder } = serversForSpecs();

const at = (day: string) => `2018-${day}T10:00:00+08:00`;

/** Another caller, another place, another matter. */
const elsewhere = { ...complaintForm, matter: '噪音', area: '石堤镇', phone: '13500007777', text: '深夜施工扰民' };

let server: RunningServer;
let office: Staff;

const startAt = async (instant: string, folder = newFolder()) => {
  server = await start(folder, false, { clock: new DrivenClock(instant) });
  office = await server.as(archivist);
};

const registered = async (form: object): Promise<{ id: string; hints: readonly string[] }> => {
  const { body } = await office.post('/cases/complaint', form);
  await server.settled();
  return { id: body.caseId, hints: (body.possibleDuplicates ?? []).map(({ caseId }: any) => caseId) };
};

const hintsOf = async (id: string): Promise<readonly any[]> => {
  const { status, body } = await office.get(`/cases/complaint/${id}/duplicates`);
  expect(status).toBe(200);
  return body.items;
};

describe('a registration', () => {
  beforeEach(() => startAt(at('06-04')));

  afterEach(() => server.stop());

  it('tells the office of cases that may be about the same thing, and why', async () => {
    const first = await registered(complaintForm);
    expect(first.hints).toEqual([]);
    const { body } = await office.post('/cases/complaint', { ...complaintForm, phone: '+86 138-0000-1234', text: '还是没有水' });
    expect(body.possibleDuplicates).toEqual([
      {
        caseType: 'complaint',
        caseId: first.id,
        caseNumber: 'RX-2018-000001',
        status: 'received',
        receivedOn: '2018-06-04',
        because: [
          { code: 'same-caller', zh: '同一来电人', en: 'the same caller' },
          { code: 'same-matter', zh: '同一事项', en: 'the same matter' },
          { code: 'same-area', zh: '同一地点', en: 'the same place' },
        ],
        similarity: 0,
      },
    ]);
    expect((await hintsOf(first.id)).map(({ caseId }) => caseId)).toEqual([body.caseId]);
    expect((await registered(elsewhere)).hints).toEqual([]);
  });

  it('is compared with what came by another way', async () => {
    const letter = await office.register('letter', { ...letterForm, matter: '供水', phone: complaintForm.phone });
    const hotline = server.hotline();
    await hotline.report(hotline.event('complaint.received', 'r', 'S-1', at('06-03'), complaintForm));
    await server.settled();
    const { hints } = await registered({ ...complaintForm, area: undefined });
    expect(hints).toHaveLength(2);
    expect(hints).toContain(letter);
  });

  it('is compared with what was received of late, also before a restart', async () => {
    const { id } = await registered({ ...complaintForm, occurredAt: at('05-20') });
    await registered({ ...complaintForm, occurredAt: at('04-20') });
    await server.stop();
    await startAt(at('06-05'), server.folder);
    expect(await hintsOf(id)).toEqual([]);
    expect((await registered(complaintForm)).hints).toEqual([id]);
  });

  it('is compared with nothing that has been erased', async () => {
    const { id } = await registered(complaintForm);
    const operating = await server.as(operator);
    expect((await operating.delete(`/cases/complaint/${id}/personal`)).status).toBe(200);
    await server.settled();
    const again = await registered(complaintForm);
    expect(again.hints).toEqual([]);
    expect(await hintsOf(id)).toEqual([]);
  });

  it('that is repeated is not its own duplicate', async () => {
    const key = { 'idempotency-key': 'k-1' };
    const first = await office.post('/cases/complaint', complaintForm, key);
    const again = await office.post('/cases/complaint', complaintForm, key);
    expect(again.body).toEqual({ ...first.body, repeated: true });
  });

  it('tells nothing personal by it', async () => {
    await registered(complaintForm);
    const { text } = await office.post('/cases/complaint', complaintForm);
    for (const secret of [complaintForm.complainant, complaintForm.phone, complaintForm.text]) expect(text).not.toContain(secret);
  });

  it('is compared for the office alone', async () => {
    const { id } = await registered(complaintForm);
    await office.does('complaint', id, 'route', { unit: 'water-resources' });
    expectProblem(await (await server.as(waterStaff)).get(`/cases/complaint/${id}/duplicates`), 403, 'forbidden');
    expectProblem(await (await server.as(clerk)).get('/cases/letter/01890000-0000-7000-8000-0000000000ff/duplicates'), 404, 'not-found');
  });
});
