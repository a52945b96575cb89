import { type Answer, expectProblem } from '../support/answer';
import { DrivenClock } from '../support/driven-clock';
import { complaintForm } from '../support/forms';
import { clerk, roadStaff, waterStaff } from '../support/people';
import { leavesNothingBehind, type RunningServer, serversForSpecs } from '../support/running-server';
import type { Staff } from '../support/staff';

const { start, newFolder } = serversForSpecs();

/** Monday, 4 June 2018 is the first day; Monday, 18 June is the Dragon Boat Festival. */
const on = (day: string): Promise<void> => server.advanceTo(`2018-${day}T10:00:00+08:00`);

let server: RunningServer;
let office: Staff;
let water: Staff;
let roads: Staff;
let id: string;

const register = (form: object = complaintForm): Promise<string> => office.register('complaint', form);

const does = (staff: Staff, command: string, body: object = {}): Promise<Answer> => staff.does('complaint', id, command, body);

/** It is refused, in these words, and nothing is recorded of it. */
const isRefused = async (staff: Staff, command: string, body: object, because: string, of = id): Promise<void> => {
  const answer = await leavesNothingBehind(server, () => staff.act('complaint', of, command, body));
  expectProblem(answer, 409, 'not-allowed');
  expect(answer.body.detail).toBe(because);
};

const read = async (part = '', of = id): Promise<any> => {
  await server.settled();
  return (await office.get(`/cases/complaint/${of}${part}`)).body;
};

const typesOf = async (of: string): Promise<readonly string[]> => (await read('/timeline', of)).items.map(({ type }: any) => type);

/** The due dates of one clock, with what set each and what ended it. */
const clockOf = async (name: string): Promise<readonly any[]> =>
  (await read('/deadlines')).items
    .filter(({ clock }: any) => clock === name)
    .map(({ setBy, on: due, ended }: any) => [setBy, due, ended?.by]);

const inHand = async (): Promise<void> => {
  await does(office, 'route', { unit: 'water-resources' });
  await does(water, 'sign-in');
};

beforeEach(async () => {
  server = await start(newFolder(), false, { clock: new DrivenClock('2018-06-04T10:00:00+08:00') });
  [office, water, roads] = [await server.as(clerk), await server.as(waterStaff), await server.as(roadStaff)];
  id = await register();
});

afterEach(() => server.stop());

describe('a unit that says the complaint is not its own', () => {
  it('is believed within a day, and the next one has the rest of the time', async () => {
    await does(office, 'route', { unit: 'water-resources' });
    await on('06-05');
    await does(water, 'request-return', { ground: 'not-responsible', reason: '属市政管道' });
    await isRefused(water, 'sign-in', {}, '只有已派单、尚未签收的投诉才能签收');
    await does(office, 'approve-return');
    expect(await read()).toMatchObject({ status: 'received', unit: null, returns: 1, returnedBy: 'water-resources', dueOn: '2018-06-11' });
    expectProblem(await leavesNothingBehind(server, () => water.act('complaint', id, 'sign-in')), 404, 'not-found');
    await on('06-06');
    await does(office, 'route', { unit: 'transport' });
    await does(roads, 'sign-in');
    expect(await read()).toMatchObject({ unit: 'transport', firstRoutedOn: '2018-06-04', routedOn: '2018-06-06', dueOn: '2018-06-11' });
    expect(await clockOf('return')).toEqual([
      ['ComplaintRouted', '2018-06-05', 'ComplaintReturnRequested'],
      ['ComplaintRouted', '2018-06-07', undefined],
    ]);
    await on('06-08');
    await isRefused(roads, 'request-return', { ground: 'not-responsible' }, '退单期限已过，或退单申请已经审定');
  });

  it('is refused, and may not ask again', async () => {
    await inHand();
    await does(water, 'request-return', { ground: 'other-lead' });
    await does(office, 'refuse-return', { reason: '属水利部门职责' });
    await isRefused(water, 'request-return', { ground: 'other-lead' }, '退单期限已过，或退单申请已经审定');
    await isRefused(office, 'approve-return', {}, '只有已申请退单的投诉才能审定退单');
    expect(await read()).toMatchObject({ status: 'handling', returns: 0, unit: 'water-resources' });
  });

  it('has it for good when it is assigned after a second return', async () => {
    await does(office, 'route', { unit: 'water-resources' });
    await does(water, 'request-return', { ground: 'not-responsible' });
    await does(office, 'approve-return');
    await does(office, 'route', { unit: 'transport' });
    await isRefused(office, 'designate', { unit: 'transport' }, '只有退单有争议的投诉才能指定承办');
    await does(roads, 'request-return', { ground: 'not-responsible' });
    await does(office, 'designate', { unit: 'water-resources', limit: { amount: 2, unit: 'working-day' } });
    await isRefused(water, 'request-return', { ground: 'not-responsible' }, '热线指定承办的投诉不得再退');
    expect(await read()).toMatchObject({ unit: 'water-resources', dueOn: '2018-06-06', dueRule: 'hotline-order' });
  });
});

describe('a unit that needs more time', () => {
  beforeEach(inHand);

  it('is refused it once and given it once, from the last day on', async () => {
    await isRefused(office, 'grant-extension', {}, '没有待审定的延期申请');
    await does(water, 'request-extension', { reason: '管道复杂', callerTold: true });
    await isRefused(water, 'request-extension', { reason: '再申请' }, '延期申请正在审定');
    await does(office, 'refuse-extension', { reason: '请抓紧' });
    await isRefused(office, 'grant-extension', {}, '没有待审定的延期申请');
    await on('06-08');
    await does(water, 'request-extension', { reason: '配件未到' });
    await does(office, 'grant-extension');
    await isRefused(water, 'request-extension', { reason: '再申请' }, '延期次数已用完');
    await on('06-19');
    await does(water, 'answer', { text: '已修' });
    expect(await read()).toMatchObject({ extended: 1, timing: 'extended', dueOn: '2018-06-19', overdue: 0 });
    expect(await clockOf('answer')).toEqual([
      ['ComplaintRegistered', '2018-06-11', undefined],
      ['ComplaintExtended', '2018-06-19', 'ComplaintAnswered'],
    ]);
  });

  it('asks in vain after the last day', async () => {
    await on('06-12');
    await isRefused(water, 'request-extension', { reason: '管道复杂' }, '办理期限已过，不能再申请延期');
    await does(water, 'answer', { text: '已修' });
    expect(await read()).toMatchObject({ extended: 0, timing: 'late', overdue: 1, overdueOn: '2018-06-12' });
  });

  it('is supervised level by level, and instructed', async () => {
    await on('06-12');
    await isRefused(office, 'escalate', { level: 4, ground: 'late' }, '没有这一督办级别');
    await does(office, 'escalate', { level: 1, ground: 'late', limit: { amount: 1, unit: 'working-day' } });
    await isRefused(office, 'escalate', { level: 1, ground: 'late' }, '督办级别只能提高');
    await does(office, 'instruct', { leader: '副县长', text: '三日内解决' });
    await does(office, 'hold-meeting', { conclusion: '由水利局牵头' });
    await does(office, 'escalate', { level: 3, ground: 'bad-effect' });
    await isRefused(office, 'escalate', { level: 3, ground: 'late' }, '已是最高督办级别');
    await on('06-14');
    await does(water, 'answer', { text: '已修' });
    expect(await read()).toMatchObject({ level: 3, instructed: 1, metOn: '2018-06-12', timing: 'late' });
    expect((await read('/deadlines')).items.find(({ clock }: any) => clock === 'supervision')).toMatchObject({
      on: '2018-06-13',
      missedOn: '2018-06-14',
      ended: { by: 'ComplaintAnswered' },
    });
  });
});

describe('a second call about the same thing', () => {
  let first: string;
  beforeEach(async () => {
    first = id;
    id = await register();
  });

  it('is merged into the first and taken out again, which both of them tell', async () => {
    expectProblem(await leavesNothingBehind(server, () => office.act('complaint', id, 'merge', { into: id })), 400, 'malformed');
    await does(office, 'merge', { into: first });
    expect(await read()).toMatchObject({ status: 'merged', mergedInto: first });
    await isRefused(office, 'route', { unit: 'water-resources' }, '只有已登记、尚未转办的投诉才能派单');
    const third = await register();
    await isRefused(office, 'merge', { into: id }, '该诉求本身已并入其他诉求', third);
    await isRefused(office, 'merge', { into: third }, '已有诉求并入该投诉，不能再并入其他诉求', first);
    // Merged calls are no work orders: the year counts the two others.
    expect((await office.get('/statistics/totals?year=2018')).body.total).toBe(2);

    await on('06-06');
    await does(office, 'unmerge');
    await isRefused(office, 'unmerge', {}, '只有已合并的投诉才能撤销合并');
    expect(await typesOf(id)).toEqual(['ComplaintRegistered', 'ComplaintMerged', 'ComplaintUnmerged']);
    expect(await typesOf(first)).toEqual(['ComplaintRegistered', 'ComplaintDuplicateJoined', 'ComplaintDuplicateLeft']);
    // Two days of merger are not counted.
    expect(await read()).toMatchObject({ status: 'received', mergedInto: null, dueOn: '2018-06-13' });
    expect((await office.get('/statistics/totals?year=2018')).body.total).toBe(3);
  });

  it('of another caller is linked to the first and stays a case of its own', async () => {
    await isRefused(office, 'unlink', {}, '该投诉未列入集中反映');
    await does(office, 'link', { to: first });
    expect(await read()).toMatchObject({ status: 'received', cluster: first });
    await isRefused(office, 'link', { to: id }, '请关联到该集中反映的首件', await register());
    await does(office, 'unlink');
    expect(await read()).toMatchObject({ cluster: null });
  });
});

describe('a complaint that no answer ends', () => {
  it('is terminated when the unit has proposed it', async () => {
    await inHand();
    await isRefused(office, 'terminate', { ground: 'withdrawn' }, '终止办理须先由承办单位书面提请');
    await does(water, 'propose-termination', { ground: 'withdrawn', text: '诉求人撤诉' });
    await does(office, 'terminate', { ground: 'withdrawn' });
    expect(await read()).toMatchObject({ status: 'closed', disposal: 'terminated', ground: 'withdrawn', answeredOn: null });
    expect(await clockOf('answer')).toEqual([['ComplaintRegistered', '2018-06-11', 'ComplaintTerminated']]);
  });

  it.each([
    ['transfer-to-emergency', { line: '119' }, { disposal: 'emergency', ground: null }],
    ['decline', { ground: 'litigation', told: 'phone', text: '已进入诉讼' }, { disposal: 'not-accepted', ground: 'litigation' }],
  ])('is settled at once by %s, which is for the hotline before it is routed', async (command, body, facts) => {
    const routed = await register();
    await office.does('complaint', routed, 'route', { unit: 'water-resources' });
    await isRefused(office, command, body, '只有尚未派单的投诉才能由热线直接办理', routed);
    await does(office, command, body);
    expect(await read()).toMatchObject({ status: 'closed', ...facts, limits: null });
  });
});

describe('a complaint that is closed', () => {
  it('is reopened with the unit that had it, and answered anew in a new term', async () => {
    await inHand();
    await isRefused(office, 'reopen', { text: '又停水' }, '只有已办结的投诉才能重新办理');
    await does(water, 'answer', { text: '已修' });
    await does(office, 'close');
    await on('06-20');
    await does(office, 'reopen', { text: '另一处又漏水' });
    expect(await read()).toMatchObject({ status: 'handling', reopened: 1, closedOn: null, dueOn: '2018-06-27', answeredOn: null });
    await does(water, 'answer', { text: '两处均已修' });
    expect(await read()).toMatchObject({ firstAnsweredOn: '2018-06-04', answeredOn: '2018-06-20', timing: 'on-time' });
  });
});

describe('a fact that was written down wrong', () => {
  const correction = { reason: '登记有误', approvedBy: 'zhou-jie' };

  it('is put right with the consent of somebody else', async () => {
    await isRefused(office, 'correct', { ...correction, fact: 'kind', now: 'help', approvedBy: clerk.id }, '更正须由他人批准');
    await isRefused(office, 'correct', { ...correction, fact: 'kind', now: 'riddle' }, '更正后的内容不符合该事项的要求');
    await isRefused(office, 'correct', { ...correction, fact: 'rating', now: 'satisfied' }, '该事项尚未登记，无从更正');
    await does(office, 'correct', { ...correction, fact: 'kind', now: 'help' });
    expect(await read()).toMatchObject({ kind: 'help', corrections: 1, dueOn: '2018-06-11' });
  });

  it('moves the term when it is the day of receipt', async () => {
    await does(office, 'correct', { ...correction, fact: 'received_on', now: '2018-06-01', document: '受理台账' });
    expect(await read()).toMatchObject({ receivedOn: '2018-06-01', dueOn: '2018-06-08', corrections: 1 });
    expect(await clockOf('answer')).toEqual([
      ['ComplaintRegistered', '2018-06-11', undefined],
      ['FactCorrected', '2018-06-08', undefined],
    ]);
  });

  it('makes an answer late when it is the day of the answer', async () => {
    await inHand();
    await does(water, 'answer', { text: '已修' });
    await on('06-20');
    await does(office, 'correct', { ...correction, fact: 'answered_on', now: '2018-06-12' });
    expect(await read()).toMatchObject({ answeredOn: '2018-06-12', firstAnsweredOn: '2018-06-12', timing: 'late', corrections: 1 });
  });
});
