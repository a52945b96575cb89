import { type Answer, expectProblem } from '../support/answer';
import { DrivenClock } from '../support/driven-clock';
import { complaintForm, reportedComplaint } from '../support/forms';
import type { Hotline } from '../support/hotline';
import { clerk, roadStaff, waterStaff } from '../support/people';
import { leavesNothingBehind, type RunningServer, serversForSpecs } from '../support/running-server';
import type { Staff } from '../support/staff';

const { start, newFolder } = serversForSpecs();

/** Monday, 4 June 2018 is the first day; Monday, 18 June is the Dragon Boat Festival. */
const at = (day: string, time = '10:00') => `2018-${day}T${time}:00+08:00`;
const on = (day: string): Promise<void> => server.advanceTo(at(day));

let server: RunningServer;
let hotline: Hotline;
let office: Staff;
let water: Staff;
let roads: Staff;
let power: Staff;
let id: string;

const begin = async (rules?: object): Promise<void> => {
  server = await start(newFolder(), false, { clock: new DrivenClock(at('06-04', '09:30')), ...(rules && { rules }) });
  hotline = server.hotline();
  [office, water, roads] = [await server.as(clerk), await server.as(waterStaff), await server.as(roadStaff)];
  power = await server.as({ id: 'tian-yu', unit: 'power-supply', roles: ['unit'] });
};

const does = (staff: Staff, command: string, body: object = {}): Promise<Answer> => staff.does('complaint', id, command, body);

/** It is refused, in these words, and nothing is recorded of it. */
const isRefused = async (staff: Staff, command: string, body: object, because: string): Promise<void> => {
  const answer = await leavesNothingBehind(server, () => staff.act('complaint', id, command, body));
  expectProblem(answer, 409, 'not-allowed');
  expect(answer.body.detail).toBe(because);
};

const read = async (part = ''): Promise<any> => {
  await server.settled();
  return (await office.get(`/cases/complaint/${id}${part}`)).body;
};

const report = async (kind: string, day: string, data: object): Promise<Answer> =>
  hotline.report(hotline.event(kind, `${kind}-${day}`, 'YS-2018-77', at(day, '09:00'), data));

/** From the call to the answer that speaks for three units. */
const answeredJointly = async (): Promise<void> => {
  id = (await report('complaint.received', '06-04', reportedComplaint)).body.caseId;
  await on('06-04');
  await does(office, 'route', { unit: 'water-resources', joint: ['transport', 'power-supply'], instruction: '抢修并恢复路面' });
  await on('06-05');
  await does(water, 'sign-in');
  await does(water, 'contact-caller', { result: 'no-answer' });
  await does(water, 'contact-caller', { result: 'reached', note: '约好明日上门' });
  for (const staff of [roads, power]) await does(staff, 'join-in');
  await on('06-06');
  await does(roads, 'reply-part', { text: '路面已开挖，待回填' });
  await isRefused(water, 'answer', { text: '水管已修复' }, '协办单位尚未全部回复；确不需要的，请热线撤销协办');
  await on('06-08');
  await does(power, 'reply-part', { text: '泵站已恢复供电' });
  await does(water, 'answer', { text: '管道、供电、路面均已恢复' });
};

describe('a complaint that three units handle', () => {
  const ringing = { edition: 'ringing', from: '2018-01-01', complaint: { contactWithin: { amount: 1, unit: 'working-day' } } };

  beforeAll(async () => {
    await begin({ editions: [ringing] });
    await answeredJointly();
  });

  afterAll(() => server.stop());

  it('goes back to them when the caller is dissatisfied, and is closed when the second answer satisfies', async () => {
    await on('06-11');
    await does(office, 'pass-review');
    await on('06-12');
    await does(office, 'record-attempt', { mode: 'phone' });
    await does(office, 'record-attempt', { mode: 'sms' });
    await on('06-13');
    await does(office, 'record-follow-up', { rating: 'dissatisfied', resolution: 'unsolved', attitude: 'satisfied', comment: '又停水了' });
    await does(office, 'send-back', { ground: 'caller-dissatisfied', text: '请彻底解决' });
    expect(await read()).toMatchObject({
      status: 'handling',
      unit: 'water-resources',
      dueOn: '2018-06-21',
      answeredOn: null,
      timing: null,
    });
    await on('06-20');
    await does(water, 'answer', { text: '已更换整段管道' });
    const { status, body: receipt } = await report('complaint.rated', '06-20', { rating: 'satisfied', resolution: 'solved' });
    expect([status, receipt.status]).toEqual([202, 'recorded']);
    await isRefused(office, 'send-back', { ground: 'unsolved' }, '诉求人没有不满意，也没有表示未解决');
    await on('06-22');
    await does(office, 'close');
    await isRefused(office, 'record-follow-up', { rating: 'satisfied' }, '只有已答复、尚未评价的投诉才能记录回访');
    await isRefused(water, 'answer', { text: '再答' }, '只有承办单位已签收的投诉才能答复');
  });

  it('is counted with both answers and both ratings', async () => {
    expect(await read()).toMatchObject({
      status: 'closed',
      sourceNumber: 'YS-2018-77',
      receivedOn: '2018-06-04',
      signedInOn: '2018-06-05',
      signTiming: 'on-time',
      contactedOn: '2018-06-05',
      contactTiming: 'on-time',
      firstAnsweredOn: '2018-06-08',
      answeredOn: '2018-06-20',
      dueOn: '2018-06-21',
      dueRule: 'hotline-rework',
      timing: 'on-time',
      reworks: 1,
      attempts: 2,
      firstRating: 'dissatisfied',
      rating: 'satisfied',
      resolution: 'solved',
      attitude: null,
      closedOn: '2018-06-22',
      limits: null,
    });
  });

  it('shows every clock that ran, with what became of it', async () => {
    const { items } = await read('/deadlines');
    expect(items.map(({ clock, on: due, missedOn, ended }: any) => [clock, due, missedOn, ended?.by, ended?.on])).toEqual([
      ['answer', '2018-06-11', undefined, 'ComplaintAnswered', '2018-06-08'],
      ['sign-in', '2018-06-05', undefined, 'ComplaintSignedIn', '2018-06-05'],
      ['return', '2018-06-05', undefined, 'ComplaintAnswered', '2018-06-08'],
      ['contact', '2018-06-05', undefined, 'ComplaintCallerContacted', '2018-06-05'],
      ['co-unit:transport', '2018-06-07', undefined, 'ComplaintCoReplied', '2018-06-06'],
      ['co-unit:power-supply', '2018-06-07', '2018-06-08', 'ComplaintCoReplied', '2018-06-08'],
      ['follow-up', '2018-06-25', undefined, 'ComplaintRated', '2018-06-13'],
      ['answer', '2018-06-21', undefined, 'ComplaintAnswered', '2018-06-20'],
      ['follow-up', '2018-07-04', undefined, 'ComplaintRated', '2018-06-20'],
    ]);
  });

  it('shows in whose hands it was, in working days', async () => {
    const { items } = await read('/segments');
    expect(items).toEqual([
      { heldBy: 'office', from: '2018-06-04', to: '2018-06-04', workingDays: 0 },
      { heldBy: 'unit', unit: 'water-resources', from: '2018-06-04', to: '2018-06-08', workingDays: 4 },
      { heldBy: 'office', from: '2018-06-08', to: '2018-06-13', workingDays: 3 },
      { heldBy: 'unit', unit: 'water-resources', from: '2018-06-13', to: '2018-06-20', workingDays: 4 },
      { heldBy: 'office', from: '2018-06-20', to: '2018-06-22', workingDays: 2 },
    ]);
  });

  it('tells the whole story, silences too, and who acted', async () => {
    const { items } = await read('/timeline');
    expect(items.map(({ type, by }: any) => `${type} ${by.id}`)).toEqual([
      'ComplaintRegistered intake:urn:hotline:12345',
      'ComplaintRouted li-na',
      'ComplaintCoAssigned li-na',
      'ComplaintCoAssigned li-na',
      'ComplaintSignedIn wang-wei',
      'ComplaintCallerNotReached wang-wei',
      'ComplaintCallerContacted wang-wei',
      'ComplaintCoSignedIn chen-hao',
      'ComplaintCoSignedIn tian-yu',
      'ComplaintCoReplied chen-hao',
      'DueSoon clock',
      'Overdue clock',
      'ComplaintCoReplied tian-yu',
      'ComplaintAnswered wang-wei',
      'ComplaintReviewed li-na',
      'ComplaintFollowUpAttempted li-na',
      'ComplaintFollowUpAttempted li-na',
      'ComplaintRated li-na',
      'ComplaintSentBack li-na',
      'DueSoon clock',
      'ComplaintAnswered wang-wei',
      'ComplaintRated intake:urn:hotline:12345',
      'ComplaintClosed li-na',
    ]);
  });
});

describe('a joint unit', () => {
  beforeEach(async () => {
    await begin();
    id = await office.register('complaint', complaintForm);
    await does(office, 'route', { unit: 'water-resources', joint: ['transport'] });
  });

  afterEach(() => server.stop());

  it('does its own part and nothing of the lead', async () => {
    const forTheLead = '这一步只能由主办单位办理';
    await isRefused(roads, 'sign-in', {}, forTheLead);
    await isRefused(roads, 'request-return', { ground: 'not-responsible' }, forTheLead);
    await isRefused(roads, 'reply-part', { text: '已修' }, '本单位没有已签收、待回复的协办任务');
    await isRefused(water, 'join-in', {}, '本单位没有待签收的协办任务');
    await does(water, 'sign-in');
    for (const [command, body] of [
      ['answer', { text: '已修' }],
      ['sub-task', { station: '灵溪水管站' }],
      ['request-extension', { reason: '管道复杂' }],
      ['propose-termination', { ground: 'withdrawn', text: '已撤诉' }],
    ] as const)
      await isRefused(roads, command, body, forTheLead);
    expectProblem(await leavesNothingBehind(server, () => power.act('complaint', id, 'join-in')), 404, 'not-found');
  });

  it('is waited for until the hotline releases it', async () => {
    await does(water, 'sign-in');
    await does(office, 'assign-joint', { joint: ['power-supply'] });
    await does(office, 'release-joint', { unit: 'transport' });
    await isRefused(office, 'release-joint', { unit: 'transport' }, '该单位没有尚未回复的协办任务');
    await isRefused(water, 'answer', { text: '已修' }, '协办单位尚未全部回复；确不需要的，请热线撤销协办');
    await does(office, 'release-joint');
    await isRefused(office, 'release-joint', {}, '没有尚未回复的协办单位');
    expectProblem(await leavesNothingBehind(server, () => roads.act('complaint', id, 'join-in')), 404, 'not-found');
    await does(water, 'answer', { text: '已修' });
  });
});

describe('where the local rules ask for a review and for three calls', () => {
  const strict = { edition: 'strict', from: '2018-01-01', complaint: { review: 'required', followUp: { attempts: 3 } } };

  it('an answer is neither followed up nor closed before its review, and nobody is unreachable after one call', async () => {
    await begin({ editions: [strict] });
    await answeredJointly();
    const notReviewed = '承办单位的答复须先经热线审核';
    await isRefused(office, 'record-attempt', {}, notReviewed);
    await isRefused(office, 'record-follow-up', { rating: 'satisfied' }, notReviewed);
    await isRefused(office, 'close', {}, notReviewed);
    await does(office, 'send-back', { ground: 'facts-unclear' });
    await does(water, 'answer', { text: '补充说明如下' });
    await does(office, 'pass-review');
    for (const mode of ['phone', 'sms']) {
      await isRefused(office, 'record-follow-up', { rating: 'unreachable' }, '回访次数不足，不能记为联系不上');
      await does(office, 'record-attempt', { mode });
    }
    await does(office, 'record-follow-up', { rating: 'unreachable' });
    await does(office, 'close');
    expect(await read()).toMatchObject({ status: 'closed', rating: 'unreachable', firstRating: 'unreachable', attempts: 2, reworks: 1 });
  });
});
