import { expectProblem } from '../support/answer';
import { inquiryForm } from '../support/forms';
import { archivist, roadStaff } from '../support/people';
import { leavesNothingBehind, type RunningServer, serversForSpecs } from '../support/running-server';
import type { Staff } from '../support/staff';

const { start } = serversForSpecs();

const on = (day: string) => ({ occurredAt: `2023-${day}T10:00:00+08:00` });

let server: RunningServer;
let office: Staff;
let unit: Staff;

const facts = async (id: string) => {
  await server.settled();
  return (await office.get(`/cases/inquiry/${id}`)).body;
};

const timeline = async (id: string): Promise<readonly string[]> => {
  await server.settled();
  return (await office.get(`/cases/inquiry/${id}/timeline`)).body.items.map(({ type }: any) => type);
};

const deadline = async (id: string, clock: string) => {
  await server.settled();
  const { body } = await office.get(`/cases/inquiry/${id}/deadlines`);
  return body.items.find((item: any) => item.clock === clock);
};

const refused = async (staff: Staff, id: string, command: string, body: object, because: string): Promise<void> => {
  const answer = await leavesNothingBehind(server, () => staff.act('inquiry', id, command, body));
  expectProblem(answer, 409, 'not-allowed');
  expect(answer.body.detail).toBe(because);
};

const handled = async (form: object = {}): Promise<string> => {
  const id = await office.register('inquiry', { ...inquiryForm, ...form, ...on('03-01') });
  await office.does('inquiry', id, 'route', { unit: 'transport', ...on('03-02') });
  await unit.does('inquiry', id, 'sign-in', on('03-03'));
  return id;
};

/** Due on 8 March, responded to on the 7th. */
const answered = async (form: object = {}): Promise<string> => {
  const id = await handled(form);
  await unit.does('inquiry', id, 'answer', { text: '九月一日开学', ...on('03-07') });
  return id;
};

const privately = { openly: false };

beforeAll(async () => {
  server = await start();
  [office, unit] = [await server.as(archivist), await server.as(roadStaff)];
});

describe('a question that was put in public', () => {
  it('is answered through the web editor and published without a decision: that is the rule', async () => {
    const id = await handled({ openly: true });
    await unit.does('inquiry', id, 'draft', { text: '开学时间另行通知，李老师知道', ...on('03-03') });
    await office.does('inquiry', id, 'return-draft', { ground: 'privacy', reason: '不要点名', ...on('03-06') });
    await unit.does('inquiry', id, 'draft', { text: '九月一日开学', ...on('03-06') });
    await refused(office, id, 'publish', on('03-06'), '只有已回应、尚未办结的网络问政才能公开');
    await office.does('inquiry', id, 'approve-draft', on('03-07'));
    await unit.does('inquiry', id, 'answer', { text: '九月一日开学', ...on('03-07') });
    expect(await deadline(id, 'publication')).toMatchObject({ on: '2023-03-21', setBy: 'InquiryAnswered', inForce: true });
    await office.does('inquiry', id, 'publish', on('03-09'));
    await office.does('inquiry', id, 'rate', { rating: 'satisfied', ...on('03-10') });
    await office.does('inquiry', id, 'close', on('03-13'));
    expect(await deadline(id, 'publication')).toMatchObject({ ended: { by: 'InquiryPublished', on: '2023-03-09' } });
    expect(await facts(id)).toMatchObject({
      status: 'closed',
      dueOn: '2023-03-08',
      timing: 'on-time',
      publication: 'public',
      publishedOn: '2023-03-09',
      rating: 'satisfied',
    });
  });

  it('is withheld only on a stated ground', async () => {
    const id = await answered();
    await refused(office, id, 'decide-publication', { publication: 'private', ...on('03-08') }, '不予公开须注明理由');
    const unknown = await office.act('inquiry', id, 'decide-publication', {
      publication: 'private',
      ground: 'inconvenient',
      ...on('03-08'),
    });
    expectProblem(unknown, 400, 'malformed');
    await office.does('inquiry', id, 'decide-publication', { publication: 'private', ground: 'privacy', ...on('03-08') });
    await refused(office, id, 'publish', on('03-09'), '已决定不予公开');
    expect(await deadline(id, 'publication')).toMatchObject({ ended: { by: 'InquiryPublicationDecided', on: '2023-03-08' } });
    await office.does('inquiry', id, 'close', on('03-09'));
    expect(await facts(id)).toMatchObject({ status: 'closed', publishedOn: null });
  });

  it('that is not published in time is overdue, once, and can be published still', async () => {
    const id = await answered();
    await office.does('inquiry', id, 'publish', on('03-22'));
    expect((await timeline(id)).slice(-2)).toEqual(['Overdue', 'InquiryPublished']);
    expect(await deadline(id, 'publication')).toMatchObject({ on: '2023-03-21', missedOn: '2023-03-22' });
    // The response itself was in time.
    expect(await facts(id)).toMatchObject({ timing: 'on-time', publishedOn: '2023-03-22' });
  });
});

describe('a question that was not put in public', () => {
  it('is published only after a decision, and then without what tells who asked', async () => {
    const id = await answered(privately);
    expect(await deadline(id, 'publication')).toBeUndefined();
    await refused(office, id, 'publish', on('03-08'), '网民要求不公开提问，须先决定如何公开');
    const unseen = '网民要求不公开提问的，只能隐去身份后公开或者不公开';
    await refused(office, id, 'decide-publication', { publication: 'public', ...on('03-08') }, unseen);
    await office.does('inquiry', id, 'decide-publication', { publication: 'anonymised', ...on('03-08') });
    await refused(office, id, 'publish', on('03-09'), '请附隐去身份信息后的公开文本');
    await office.does('inquiry', id, 'publish', { text: '何时开学？九月一日', ...on('03-09') });
    expect(await facts(id)).toMatchObject({ publication: 'anonymised', publishedOn: '2023-03-09' });
  });

  it('is closed unpublished when nobody decided anything', async () => {
    const id = await answered(privately);
    await office.does('inquiry', id, 'close', on('03-08'));
    expect(await facts(id)).toMatchObject({ status: 'closed', publication: null, publishedOn: null });
  });
});

describe('a question of a dissatisfied netizen', () => {
  it('is answered again, and that response waits to be published again', async () => {
    const id = await answered();
    await office.does('inquiry', id, 'publish', on('03-08'));
    await office.does('inquiry', id, 'rate', { rating: 'dissatisfied', ...on('03-09') });
    await office.does('inquiry', id, 'send-back', { reason: '没有说明各年级', ...on('03-10') });
    expect(await facts(id)).toMatchObject({ status: 'handling', dueOn: '2023-03-17', answeredOn: null, reworks: 1 });
    await refused(office, id, 'publish', on('03-13'), '只有已回应、尚未办结的网络问政才能公开');
    await unit.does('inquiry', id, 'answer', { text: '各年级均为九月一日', ...on('03-14') });
    await office.does('inquiry', id, 'publish', on('03-15'));
    await office.does('inquiry', id, 'rate', { rating: 'basically-satisfied', ...on('03-16') });
    expect(await facts(id)).toMatchObject({
      status: 'rated',
      firstRating: 'dissatisfied',
      rating: 'basically-satisfied',
      publishedOn: '2023-03-15',
    });
  });
});
