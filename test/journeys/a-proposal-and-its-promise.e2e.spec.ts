import { type Answer, expectProblem } from '../support/answer';
import { DrivenClock } from '../support/driven-clock';
import { proposalForm } from '../support/forms';
import { clerk, roadStaff, waterStaff } from '../support/people';
import { leavesNothingBehind, type RunningServer, serversForSpecs } from '../support/running-server';
import type { Staff } from '../support/staff';

const { start, newFolder } = serversForSpecs();

/** Thursday, 1 March 2018 is the first day. */
const on = (day: string): Promise<void> => server.advanceTo(`2018-${day}T10:00:00+08:00`);

let server: RunningServer;
let office: Staff;
let water: Staff;
let roads: Staff;
let id: string;

const begin = async (rules?: object): Promise<void> => {
  server = await start(newFolder(), false, { clock: new DrivenClock('2018-03-01T10:00:00+08:00'), ...(rules && { rules }) });
  [office, water, roads] = [await server.as(clerk), await server.as(waterStaff), await server.as(roadStaff)];
  id = await office.register('proposal', proposalForm);
};

const does = (staff: Staff, command: string, body: object = {}): Promise<Answer> => staff.does('proposal', id, command, body);

/** It is refused, in these words, and nothing is recorded of it. */
const isRefused = async (staff: Staff, command: string, body: object, because: string): Promise<void> => {
  const answer = await leavesNothingBehind(server, () => staff.act('proposal', id, command, body));
  expectProblem(answer, 409, 'not-allowed');
  expect(answer.body.detail).toBe(because);
};

const read = async (part = ''): Promise<any> => {
  await server.settled();
  return (await office.get(`/cases/proposal/${id}${part}`)).body;
};

describe('a proposal that two units handle, and whose answer promises something', () => {
  beforeAll(() => begin({ editions: [{ edition: 'filed', from: '2018-01-01', proposal: { filing: 'required' } }] }));

  afterAll(() => server.stop());

  it('is filed before it is assigned', async () => {
    await isRefused(office, 'route', { unit: 'water-resources' }, '本地规定须先立案再交办');
    await on('03-05');
    await does(office, 'file', { number: '第108号' });
    await isRefused(office, 'decline-filing', { ground: 'no-substance', explanation: '无' }, '只有已登记、尚未立案的建议提案才能不予立案');
    await isRefused(office, 'route', { unit: 'water-resources', joint: ['water-resources'] }, '主办单位不能同时是协办单位');
    await on('03-12');
    await does(office, 'route', { unit: 'water-resources', joint: ['transport'], instruction: '请会同办理' });
    await does(office, 'make-key');
  });

  it('is answered by the lead, with the opinion of the co-unit and after a meeting', async () => {
    await on('03-14');
    await does(water, 'sign-in');
    await does(roads, 'sign-in');
    await isRefused(roads, 'sign-in', {}, '本单位没有待接收的交办');
    await isRefused(water, 'give-opinion', { text: '我们同意' }, '只有协办单位才能提出协办意见');
    await isRefused(water, 'answer', { outcome: 'B', text: '正在办理' }, '协办意见尚未收齐，期限未满');
    await on('03-28');
    await does(roads, 'give-opinion', { text: '便道同步修建' });
    await isRefused(roads, 'give-opinion', { text: '再提一次' }, '本单位已提出协办意见');
    await isRefused(roads, 'answer', { outcome: 'A', text: '已办' }, '只有主办单位才能办理这一步');
    await isRefused(water, 'answer', { outcome: 'B', text: '正在办理' }, '重点建议提案须先与代表委员面商');
    await on('04-03');
    await does(water, 'meet', { minutes: '实地察看水渠' });
    await on('04-10');
    const promise = { by: '2018-09-30' };
    await isRefused(water, 'answer', { outcome: 'A', promise, text: '正在办理' }, '只有正在解决的事项才有承诺期限');
    await isRefused(water, 'answer', { outcome: 'B', promise: { by: '2018-04-10' }, text: '今日' }, '承诺期限须晚于答复日期');
    await does(water, 'answer', { outcome: 'B', promise, signedBy: '彭局长', text: '九月底前修缮完毕' });
    expect(await read()).toMatchObject({ status: 'answered', outcome: 'B', promise: 'open', timing: 'on-time', metOn: '2018-04-03' });
  });

  it('is handled again when the proposers are dissatisfied, be it with the attitude alone', async () => {
    await isRefused(office, 'rehandle', {}, '只有已评价的建议提案才能重新办理');
    await on('04-20');
    await does(office, 'rate', { rating: 'basically-satisfied', attitude: 'dissatisfied', comment: '未见面' });
    await does(office, 'rehandle', { reason: '请当面沟通' });
    expect(await read()).toMatchObject({ status: 'handling', dueOn: '2018-05-21', dueRule: 'proposal-rehandle', answeredOn: null });
    await isRefused(water, 'request-return', { reason: '不属本单位' }, '重新办理的建议提案不能退回');
    await isRefused(office, 'extend', { reason: '复杂' }, '重新办理的期限不能延长');
    await on('05-15');
    await does(water, 'answer', { outcome: 'B', text: '已当面说明，工程按期推进' });
    await on('05-25');
    await does(office, 'rate', { rating: 'satisfied', attitude: 'satisfied' });
    await isRefused(office, 'rehandle', {}, '代表委员未表示不满意');
  });

  it('is closed when the promise is kept, and published', async () => {
    await isRefused(office, 'close', {}, '承诺事项尚未落实，须落实、说明情况后才能办结；未落实的转续办');
    await isRefused(roads, 'fulfil-promise', { text: '已完工' }, '只有主办单位才能办理这一步');
    await isRefused(water, 'postpone-promise', { by: '2018-09-30', reason: '汛期' }, '新的期限须晚于原期限和当日');
    await on('09-20');
    await does(water, 'postpone-promise', { by: '2018-11-30', reason: '汛期' });
    await on('11-20');
    await does(water, 'fulfil-promise', { text: '水渠已修缮' });
    await isRefused(water, 'fulfil-promise', { text: '水渠已修缮' }, '没有尚未落实的承诺事项');
    await isRefused(office, 'publish', { publication: 'private' }, '不予公开的须说明理由');
    await does(office, 'publish', { publication: 'public' });
    await isRefused(office, 'publish', { publication: 'public' }, '已作出公开决定');
    await on('11-28');
    await does(office, 'rate', { rating: 'satisfied', attitude: 'satisfied' });
    await does(office, 'close');
    await isRefused(office, 'rate', { rating: 'satisfied' }, '只有已答复、尚未评价的建议提案才能评价');
  });

  it('is counted with both answers and both ratings', async () => {
    expect(await read()).toMatchObject({
      status: 'closed',
      filedOn: '2018-03-05',
      routedOn: '2018-03-12',
      firstAnsweredOn: '2018-04-10',
      answeredOn: '2018-05-15',
      dueOn: '2018-05-21',
      timing: 'on-time',
      firstRating: 'basically-satisfied',
      rating: 'satisfied',
      attitude: 'satisfied',
      promise: 'fulfilled',
      publication: 'public',
      publishedOn: '2018-11-20',
      closedOn: '2018-11-28',
      limits: null,
    });
  });

  it('shows every clock that ran, with what became of it', async () => {
    const { items } = await read('/deadlines');
    expect(items.map(({ clock, on: due, missedOn, ended }: any) => [clock, due, missedOn, ended?.by, ended?.on])).toEqual([
      ['answer', '2018-06-12', undefined, 'ProposalAnswered', '2018-04-10'],
      ['return', '2018-03-26', undefined, 'ProposalAnswered', '2018-04-10'],
      ['contact', '2018-04-10', undefined, 'ProposalContacted', '2018-04-03'],
      ['co-unit:transport', '2018-04-12', undefined, 'ProposalCoReplied', '2018-03-28'],
      ['rating', '2018-05-02', undefined, 'ProposalRated', '2018-04-20'],
      // Carried over to the end of November.
      ['promise', '2018-09-30', undefined, undefined, undefined],
      ['answer', '2018-05-21', undefined, 'ProposalAnswered', '2018-05-15'],
      ['rating', '2018-06-05', undefined, 'ProposalRated', '2018-05-25'],
      ['promise', '2018-11-30', undefined, 'ProposalPromiseFulfilled', '2018-11-20'],
      ['rating', '2018-12-11', undefined, 'ProposalRated', '2018-11-28'],
    ]);
  });

  it('shows in whose hands it was', async () => {
    const { items } = await read('/segments');
    expect(items.map(({ heldBy, unit, from, to }: any) => [heldBy, unit, from, to])).toEqual([
      ['office', undefined, '2018-03-01', '2018-03-12'],
      ['unit', 'water-resources', '2018-03-12', '2018-04-10'],
      ['office', undefined, '2018-04-10', '2018-04-20'],
      ['unit', 'water-resources', '2018-04-20', '2018-05-15'],
      ['office', undefined, '2018-05-15', '2018-11-28'],
    ]);
  });
});

describe('a unit that says the proposal is not its own', () => {
  beforeEach(async () => {
    await begin();
    await does(office, 'route', { unit: 'water-resources', joint: ['transport'] });
    await does(water, 'sign-in');
  });

  afterEach(() => server.stop());

  it('is believed within ten working days, and the next one has the whole term', async () => {
    await on('03-15');
    await does(water, 'request-return', { reason: '属交通部门职责', unit: 'transport' });
    await isRefused(water, 'answer', { outcome: 'A', text: '已办' }, '只有承办单位已接收的建议提案才能答复');
    await does(office, 'approve-return');
    expectProblem(await leavesNothingBehind(server, () => water.act('proposal', id, 'sign-in')), 404, 'not-found');
    await does(office, 'route', { unit: 'transport' });
    await does(roads, 'sign-in');
    expect(await read()).toMatchObject({ unit: 'transport', returns: 1, returnedBy: 'water-resources', dueOn: '2018-06-15' });
  });

  it('is refused, and may not ask again', async () => {
    await does(water, 'request-return', { reason: '不属本单位' });
    await does(office, 'refuse-return', { reason: '属水利部门职责' });
    await isRefused(water, 'request-return', { reason: '不属本单位' }, '退回申请已被驳回，不得再次申请');
    await isRefused(office, 'approve-return', {}, '没有待决定的退回申请');
    expect(await read()).toMatchObject({ status: 'handling', unit: 'water-resources', returns: 0 });
  });

  it('asks in vain when ten working days are over', async () => {
    await on('03-16');
    await isRefused(water, 'request-return', { reason: '不属本单位' }, '已超过申请退回的期限');
  });
});

describe('proposers who do not return the form', () => {
  beforeAll(async () => {
    await begin();
    await does(office, 'route', { unit: 'water-resources' });
    await does(water, 'sign-in');
    await does(water, 'answer', { outcome: 'A', text: '已经解决' });
  });

  afterAll(() => server.stop());

  it('are asked once more, and then left out of the statistics', async () => {
    await isRefused(office, 'remind-rating', {}, '评价期限未满');
    await on('03-23');
    await does(office, 'remind-rating');
    await isRefused(office, 'remind-rating', {}, '已催交过评价表');
    await on('04-20');
    await isRefused(office, 'rate', { rating: 'satisfied' }, '经催交仍未反馈，不纳入统计');
    await does(office, 'close');
    expect(await read()).toMatchObject({ status: 'closed', rating: null, firstRating: null, outcome: 'A' });
    const { items } = await read('/timeline');
    expect(items.filter(({ by }: any) => by.id === 'clock').map(({ type, data }: any) => [type, data.on])).toEqual([
      ['ProposalRatingWindowClosed', '2018-03-22'],
      ['ProposalRatingWindowClosed', '2018-04-16'],
    ]);
    expect((await office.get('/statistics/satisfaction?year=2018&type=proposal')).body).toMatchObject({ numerator: 0, denominator: 0 });
  });
});
