import { expectProblem } from '../support/answer';
import { letterForm } from '../support/forms';
import { archivist, roadStaff, waterStaff } from '../support/people';
import { leavesNothingBehind, type RunningServer, serversForSpecs } from '../support/running-server';
import type { Staff } from '../support/staff';

const { start } = serversForSpecs();

const on = (day: string) => ({ occurredAt: `2023-${day}T10:00:00+08:00` });

let server: RunningServer;
let office: Staff;
let roads: Staff;
let water: Staff;

const facts = async (id: string) => {
  await server.settled();
  return (await office.get(`/cases/letter/${id}`)).body;
};

const timeline = async (id: string): Promise<readonly string[]> => {
  await server.settled();
  return (await office.get(`/cases/letter/${id}/timeline`)).body.items.map(({ type }: any) => type);
};

const refused = async (staff: Staff, id: string, command: string, body: object, because: string): Promise<void> => {
  const answer = await leavesNothingBehind(server, () => staff.act('letter', id, command, body));
  expectProblem(answer, 409, 'not-allowed');
  expect(answer.body.detail).toBe(because);
};

/** Received on 1 March, with the roads; due on the 15th. */
const routed = async (form: object = {}): Promise<string> => {
  const id = await office.register('letter', { ...letterForm, ...form, ...on('03-01') });
  await office.does('letter', id, 'route', { unit: 'transport', ...on('03-02') });
  return id;
};

/** Replied to on 8 March: it can be rated up to the 29th. */
const answered = async (form: object = {}): Promise<string> => {
  const id = await routed(form);
  await roads.does('letter', id, 'sign-in', on('03-03'));
  await roads.does('letter', id, 'answer', { text: '已列入养护计划', ...on('03-08') });
  return id;
};

beforeAll(async () => {
  server = await start();
  [office, roads, water] = [await server.as(archivist), await server.as(roadStaff), await server.as(waterStaff)];
});

describe('a letter', () => {
  it('goes the whole way, from the mailbox to the archive', async () => {
    const id = await office.register('letter', { ...letterForm, consent: true, ...on('03-01') });
    const steps: readonly (readonly [Staff, string, string, object?])[] = [
      [office, 'accept', '03-01'],
      [office, 'route', '03-02', { unit: 'transport' }],
      [roads, 'request-return', '03-02', { ground: 'not-competent', reason: '属水利局职责' }],
      [office, 'approve-return', '03-03'],
      [office, 'route', '03-03', { unit: 'water-resources' }],
      [water, 'sign-in', '03-06'],
      [water, 'draft', '03-10', { text: '已列入计划' }],
      [office, 'approve-draft', '03-13'],
      [office, 'extend', '03-14', { reason: '待现场核实' }],
      [water, 'answer', '03-20', { text: '已列入计划' }],
      [office, 'decide-publication', '03-21', { publication: 'public' }],
      [office, 'publish', '03-21'],
      [office, 'rate', '03-22', { rating: 'satisfied' }],
      [office, 'close', '03-23'],
    ];
    for (const [staff, command, day, body] of steps) await staff.does('letter', id, command, { ...body, ...on(day) });
    expect(await facts(id)).toMatchObject({ status: 'closed', dueOn: '2023-03-29', timing: 'extended', publication: 'public', returns: 1 });
    expect(await timeline(id)).toEqual([
      'LetterRegistered',
      'LetterAccepted',
      'LetterRouted',
      'LetterReturnRequested',
      'LetterReturned',
      'LetterRouted',
      'LetterSignedIn',
      'LetterReplyDrafted',
      'LetterDraftApproved',
      'DueSoon',
      'LetterExtended',
      'LetterAnswered',
      'LetterPublicationDecided',
      'LetterPublished',
      'LetterRated',
      'LetterClosed',
    ]);
  });
});

describe('a letter on its way to a unit', () => {
  it('is screened, has the word of a leader, and comes back from a unit that it is not for', async () => {
    const id = await office.register('letter', { ...letterForm, ...on('03-01') });
    await office.does('letter', id, 'accept', on('03-01'));
    await office.does('letter', id, 'instruct', { leader: '县长', text: '请抓紧办理', ...on('03-02') });
    await office.does('letter', id, 'route', { unit: 'transport', ...on('03-02') });
    await roads.does('letter', id, 'request-return', { ground: 'not-competent', reason: '属水利局职责', ...on('03-03') });
    expect(await facts(id)).toMatchObject({ status: 'return-review', heldBy: 'approval', unit: 'transport' });
    await refused(roads, id, 'sign-in', on('03-03'), '只有已转办、尚未签收的来信才能签收');

    await office.does('letter', id, 'approve-return', on('03-06'));
    expect(await facts(id)).toMatchObject({ heldBy: 'office', unit: null, returns: 1, returnedBy: 'transport', instructed: 1 });
    await office.does('letter', id, 'route', { unit: 'water-resources', ...on('03-06') });
    await water.does('letter', id, 'sign-in', on('03-07'));
    expect(await facts(id)).toMatchObject({
      status: 'handling',
      unit: 'water-resources',
      firstRoutedOn: '2023-03-02',
      routedOn: '2023-03-06',
      dueOn: '2023-03-15',
    });
    expectProblem(await roads.act('letter', id, 'answer', { text: '已不由我局办理' }), 404, 'not-found');
  });

  it('is not given back late, nor a second time after a refusal', async () => {
    const over = '退回期限已过，或退回申请未获同意';
    const back = { ground: 'outside-area', reason: '不在辖区' };
    const late = await routed();
    await refused(roads, late, 'request-return', { ...back, ...on('03-08') }, over);
    const again = await routed();
    await roads.does('letter', again, 'request-return', { ...back, ...on('03-03') });
    await office.does('letter', again, 'refuse-return', { reason: '在辖区内', ...on('03-03') });
    await refused(roads, again, 'request-return', { ...back, ...on('03-06') }, over);
    expect(await facts(again)).toMatchObject({ status: 'routed', unit: 'transport', returns: 0 });
  });

  it('that is a petition goes to the petition office, and lives on there alone', async () => {
    const id = await office.register('letter', { ...letterForm, ...on('03-01') });
    await office.does('letter', id, 'reject', { ground: 'petition', reference: '永信访2023-12', notice: '已转信访局', ...on('03-02') });
    expect(await facts(id)).toMatchObject({ status: 'closed', disposal: 'transferred', ground: 'petition', answeredOn: null });
    await refused(office, id, 'route', { unit: 'transport', ...on('03-03') }, '只有已登记、尚未转办的来信才能转办');
    await refused(office, id, 'reopen', { reason: '再办', ...on('03-03') }, '已转交信访渠道办理，不能在此重新办理');
  });

  it('that repeats another names it, or is not turned away', async () => {
    const id = await office.register('letter', { ...letterForm, ...on('03-01') });
    await refused(office, id, 'reject', { ground: 'duplicate', ...on('03-02') }, '请注明所重复的办件编号');
    await office.does('letter', id, 'reject', { ground: 'duplicate', reference: 'XX2023-1', ...on('03-02') });
    expect(await facts(id)).toMatchObject({ status: 'closed', disposal: 'not-accepted', ground: 'duplicate' });
  });
});

describe('the reply to a letter', () => {
  it('is drafted, sent back, drafted anew, approved and sent', async () => {
    const id = await routed();
    await roads.does('letter', id, 'sign-in', on('03-03'));
    await roads.does('letter', id, 'draft', { text: '收到', ...on('03-06') });
    await refused(roads, id, 'answer', { text: '收到', ...on('03-06') }, '拟稿正在审核，通过后才能回复');
    expect(await facts(id)).toMatchObject({ heldBy: 'approval' });
    await office.does('letter', id, 'return-draft', { ground: 'content', reason: '答非所问', ...on('03-07') });
    await refused(office, id, 'approve-draft', on('03-07'), '没有待审核的拟稿');
    await roads.does('letter', id, 'draft', { text: '已列入养护计划', ...on('03-08') });
    await office.does('letter', id, 'approve-draft', on('03-09'));
    await roads.does('letter', id, 'answer', { text: '已列入养护计划', ...on('03-10') });
    expect(await facts(id)).toMatchObject({ status: 'answered', answeredOn: '2023-03-10', timing: 'on-time', heldBy: 'office' });
  });

  it('is public with the name only if the sender agrees; else without what tells who it was', async () => {
    const id = await answered();
    await refused(office, id, 'publish', on('03-09'), '尚未决定是否公开');
    const consent = '公开来信须经来信人同意；未经同意的只能隐去身份后公开';
    await refused(office, id, 'decide-publication', { publication: 'public', ...on('03-09') }, consent);
    await office.does('letter', id, 'decide-publication', { publication: 'anonymised', ...on('03-09') });
    await refused(office, id, 'close', on('03-10'), '已决定公开，公开后才能办结');
    await refused(office, id, 'publish', on('03-10'), '请附隐去身份信息后的公开文本');
    await office.does('letter', id, 'publish', { text: '某村村道已列入养护计划', ...on('03-10') });
    await refused(office, id, 'publish', { text: '又一次', ...on('03-13') }, '该来信及回复已经公开');
    expect(await facts(id)).toMatchObject({ publication: 'anonymised', publishedOn: '2023-03-10' });
  });

  it('is public as it is when the sender agreed, and stays private when it was decided so', async () => {
    const agreed = await answered({ consent: true });
    await office.does('letter', agreed, 'decide-publication', { publication: 'public', ...on('03-09') });
    await office.does('letter', agreed, 'publish', on('03-10'));
    expect(await facts(agreed)).toMatchObject({ publication: 'public', publishedOn: '2023-03-10' });
    const kept = await answered({ consent: true });
    await office.does('letter', kept, 'decide-publication', { publication: 'private', ...on('03-09') });
    await refused(office, kept, 'publish', on('03-10'), '已决定不予公开');
    await office.does('letter', kept, 'close', on('03-10'));
    expect(await facts(kept)).toMatchObject({ status: 'closed', publishedOn: null });
  });
});

describe('a sender', () => {
  it('who is dissatisfied gets a second reply, with a term of its own, and rates that one', async () => {
    const id = await answered();
    await refused(office, id, 'send-back', { reason: '未解决', ...on('03-09') }, '只有评价为不满意的来信才能发回重办');
    await office.does('letter', id, 'rate', { rating: 'dissatisfied', comment: '没有修', ...on('03-22') });
    await office.does('letter', id, 'send-back', { reason: '未解决', ...on('03-23') });
    const unanswered = { status: 'handling', dueOn: '2023-04-07', answeredOn: null, timing: null, reworks: 1, rating: 'dissatisfied' };
    expect(await facts(id)).toMatchObject(unanswered);
    await refused(office, id, 'close', on('03-24'), '只有已回复的来信才能办结');
    await roads.does('letter', id, 'answer', { text: '已经修好', ...on('04-03') });
    await office.does('letter', id, 'rate', { rating: 'satisfied', ...on('04-10') });
    await office.does('letter', id, 'close', on('04-11'));
    expect(await facts(id)).toMatchObject({
      status: 'closed',
      firstAnsweredOn: '2023-03-08',
      answeredOn: '2023-04-03',
      timing: 'on-time',
      firstRating: 'dissatisfied',
      rating: 'satisfied',
      reworks: 1,
      closedOn: '2023-04-11',
    });
  });

  it('who is satisfied is not sent anything back', async () => {
    const id = await answered();
    await office.does('letter', id, 'rate', { rating: 'satisfied', ...on('03-29') });
    await refused(office, id, 'send-back', { reason: '重办', ...on('03-30') }, '来信人没有评价不满意');
  });

  it('who says nothing in time has not rated it, and can no longer', async () => {
    const id = await answered();
    await refused(office, id, 'rate', { rating: 'satisfied', ...on('03-30') }, '评价期限已过');
    await office.does('letter', id, 'close', on('03-31'));
    expect((await timeline(id)).slice(-3)).toEqual(['LetterAnswered', 'LetterRatingWindowClosed', 'LetterClosed']);
    expect(await facts(id)).toMatchObject({ status: 'closed', rating: null });
  });
});
