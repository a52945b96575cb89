import { setTimeout as sleep } from 'node:timers/promises';
import { caseFactsTable } from '@app/projections';
import { ReadStore } from '@app/read-store';
import { expectProblem } from '../support/answer';
import { reportedComplaint } from '../support/forms';
import type { Hotline } from '../support/hotline';
import { archivist, waterStaff } from '../support/people';
import { leavesNothingBehind, type RunningServer, serversForSpecs } from '../support/running-server';
import type { Staff } from '../support/staff';

const { start } = serversForSpecs();

let server: RunningServer;
let hotline: Hotline;
let office: Staff;
let orders = 0;

const received = (order: string, id = `${order}-received`) =>
  hotline.event('complaint.received', id, order, '2018-06-04T09:00:00+08:00', reportedComplaint);
const answered = (order: string) =>
  hotline.event('complaint.answered', `${order}-answered`, order, '2018-06-05T09:00:00+08:00', { text: '电话中已答复' });
const rated = (order: string) =>
  hotline.event('complaint.rated', `${order}-rated`, order, '2018-06-06T09:00:00+08:00', { rating: 'satisfied' });

const newOrder = (): string => `YS-2018-${(orders += 1)}`;

const casesOf = (order: string) => server.get(ReadStore).rows(caseFactsTable, { where: { source_number: order } });

/** Asks for the receipt until it says so. */
const becomes = async (receiptId: string, status: string): Promise<any> => {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const { body } = await hotline.receipt(receiptId);
    if (body.status === status) return body;
    await sleep(10);
  }
  throw new Error(`the receipt never became ${status}: ${(await hotline.receipt(receiptId)).text}`);
};

beforeAll(async () => {
  server = await start();
  hotline = server.hotline();
  office = await server.as(archivist);
});

describe('an event of an intake system', () => {
  it.each(['structured', 'binary'] as const)('sent with the SDK in %s mode opens a case, and the receipt names it', async (mode) => {
    const order = newOrder();
    const { status, body: receipt } = await hotline.report(received(order), mode);
    expect(status).toBe(202);
    expect(receipt).toMatchObject({ status: 'recorded', caseType: 'complaint', caseNumber: expect.stringMatching(/^RX-2018-\d{6}$/) });
    const { body: facts } = await office.get(`/cases/complaint/${receipt.caseId}?minPosition=${receipt.position}`);
    expect(facts).toMatchObject({ source: hotline.source, sourceNumber: order, receivedOn: '2018-06-04', dueOn: '2018-06-11' });
    expect(await becomes(receipt.receiptId, 'recorded')).toMatchObject({ caseId: receipt.caseId, sourceId: `${order}-received` });
  });

  it.each(['structured', 'binary'] as const)('repeated in %s mode gets the same receipt and opens no second case', async (mode) => {
    const order = newOrder();
    const { body: first } = await hotline.report(received(order), mode);
    const { body: again } = await leavesNothingBehind(server, () => hotline.report(received(order), mode));
    expect(again).toEqual({ ...first, status: 'duplicate' });
    const { body: otherMode } = await leavesNothingBehind(server, () =>
      hotline.report(received(order), mode === 'binary' ? 'structured' : 'binary'),
    );
    expect(otherMode).toEqual(again);
  });

  it('sent ten times at once opens one case', async () => {
    const order = newOrder();
    const answers = await Promise.all(Array.from({ length: 10 }, () => hotline.report(received(order))));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(202));
    expect(new Set(answers.map(({ body }) => `${body.receiptId} ${body.caseId} ${body.caseNumber} ${body.position}`)).size).toBe(1);
    expect(answers.map(({ body }) => String(body.status)).toSorted()).toEqual([...Array(9).fill('duplicate'), 'recorded']);
    await server.settled();
    expect(await casesOf(order)).toHaveLength(1);
  });

  it('with a known id and another content is refused, whatever differs', async () => {
    const order = newOrder();
    await hotline.report(received(order));
    const first = received(order);
    for (const other of [
      first.cloneWith({ data: { ...reportedComplaint, text: '另一件事' } }),
      first.cloneWith({ time: '2018-06-04T10:00:00+08:00' }),
      first.cloneWith({ subject: newOrder() }),
      first.cloneWith({ type: 'cn.huiying.intake.letter.received.v1', data: { channel: 'online', matter: '供水', text: '停水' } }),
      first.cloneWith({ type: 'cn.huiying.intake.complaint.rated.v1', data: { rating: 'satisfied' } }),
      first.cloneWith({ type: 'cn.huiying.intake.complaint.rated.v1', subject: newOrder(), data: { rating: 'satisfied' } }),
    ])
      expectProblem(await leavesNothingBehind(server, () => hotline.report(other)), 422, 'key-reused');
  });

  it('with a known id is refused as another follow-up too, be it of another case', async () => {
    const [one, other] = [newOrder(), newOrder()];
    await hotline.report(received(one));
    await hotline.report(received(other));
    await server.settled();
    expect((await hotline.report(answered(one))).body.status).toBe('recorded');
    const reused = answered(one).cloneWith({ subject: other });
    expectProblem(await leavesNothingBehind(server, () => hotline.report(reused)), 422, 'key-reused');
    const opening = received(newOrder(), answered(one).id);
    expectProblem(await leavesNothingBehind(server, () => hotline.report(opening)), 422, 'key-reused');
  });

  it('opens one case even when its id comes with two types at the same moment', async () => {
    const order = newOrder();
    const letter = received(order).cloneWith({
      type: 'cn.huiying.intake.letter.received.v1',
      data: { channel: 'online', matter: '供水', text: '停水' },
    });
    const answers = await Promise.all([received(order), letter].map((event) => hotline.report(event)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([202, 422]);
    await server.settled();
    expect(await casesOf(order)).toHaveLength(1);
  });

  it('of another source than its key stands for is forbidden', async () => {
    const order = newOrder();
    const foreign = received(order).cloneWith({ source: 'urn:somebody-else' });
    expectProblem(await leavesNothingBehind(server, () => hotline.report(foreign)), 403, 'forbidden');
  });

  it('has a receipt that only its own system can read', async () => {
    const { body } = await hotline.report(received(newOrder()));
    await server.settled();
    const other = server.hotline('urn:mailbox', 'gov-office');
    expectProblem(await other.receipt(body.receiptId), 404, 'not-found');
    expectProblem(await hotline.receipt('01890000-0000-7000-8000-000000000001'), 404, 'not-found');
    expectProblem(await hotline.receipt('no-uuid'), 400, 'malformed');
  });

  it.each(['letter', 'inquiry', 'proposal', 'disclosure'])('opens a %s as well', async (type) => {
    const data = {
      letter: { channel: 'online', matter: '道路', text: '路' },
      inquiry: { channel: 'online', matter: '教育', text: '问' },
      proposal: { channel: 'system', kind: 'cppcc-proposal', session: '三次会议', matter: '水利', proposers: '王五', text: '提' },
      disclosure: { channel: 'online', kind: 'enterprise', matter: '规划', applicant: '某公司', text: '申请' },
    }[type]!;
    const order = newOrder();
    const { status, body } = await hotline.report(hotline.event(`${type}.received`, order, order, '2018-03-01T09:00:00+08:00', data));
    expect({ status, caseType: body.caseType }).toEqual({ status: 202, caseType: type });
  });
});

describe('a batch of events', () => {
  it('gives each event a receipt of its own, and one bad event does not spoil the others', async () => {
    const [first, last] = [newOrder(), newOrder()];
    const { status, body } = await hotline.reportAll([
      received(first),
      { specversion: '1.0', id: 'half' },
      received(newOrder()).cloneWith({ time: '2018-06-04T09:00:00Z' }).toJSON(),
      { ...received(newOrder()).toJSON(), time: '2018-02-30T09:00:00Z' },
      received(newOrder()).cloneWith({ source: 'urn:somebody-else' }),
      received(newOrder()).cloneWith({ type: 'cn.huiying.intake.complaint.received.v2' }),
      received(last),
    ]);
    expect(status).toBe(202);
    expect(body.receipts.map((each: any) => each.problem?.type ?? each.status)).toEqual([
      'recorded',
      '/problems/not-a-cloudevent',
      'recorded',
      '/problems/malformed',
      '/problems/forbidden',
      '/problems/unknown-event-type',
      'recorded',
    ]);
    await server.settled();
    expect([...(await casesOf(first)), ...(await casesOf(last))]).toHaveLength(2);
  });

  it('may be repeated whole: same receipts, nothing recorded', async () => {
    const events = [received(newOrder()), received(newOrder())];
    const { body: first } = await hotline.reportAll(events);
    const { body: again } = await leavesNothingBehind(server, () => hotline.reportAll(events));
    expect(again.receipts).toEqual(first.receipts.map((each: any) => ({ ...each, status: 'duplicate' })));
  });

  it('with the same event twice records it once', async () => {
    const order = newOrder();
    const { body } = await hotline.reportAll([received(order), received(order)]);
    expect(body.receipts.map(({ status }: any) => status)).toEqual(['recorded', 'duplicate']);
  });

  it('takes what happened to one work order in its order, the newest last', async () => {
    const order = newOrder();
    const { body } = await hotline.reportAll([received(order), answered(order), rated(order)]);
    await server.settled();
    for (const { receiptId } of body.receipts) await becomes(receiptId, 'recorded');
    expect(await casesOf(order)).toEqual([expect.objectContaining({ status: 'rated', rating: 'satisfied' })]);
  });

  it('that is empty changes nothing', async () => {
    const { status, body } = await leavesNothingBehind(server, () => hotline.reportAll([]));
    expect({ status, body }).toEqual({ status: 202, body: { receipts: [] } });
  });
});

describe('an event that comes before its predecessor', () => {
  const sequences = {
    'in their order': [received, answered, rated],
    'the case last': [rated, answered, received],
    'the case in the middle': [answered, received, rated],
    'the answer last': [rated, received, answered],
  };

  it.each(Object.entries(sequences))('waits and is released: %s', async (_, events) => {
    const order = newOrder();
    const receipts: any[] = [];
    for (const make of events) receipts.push((await hotline.report(make(order))).body);
    for (const { receiptId } of receipts) await becomes(receiptId, 'recorded');
    expect(await casesOf(order)).toEqual([expect.objectContaining({ status: 'rated', rating: 'satisfied', answered_on: '2018-06-05' })]);
  });

  it('says that it waits and why, again whenever it is repeated', async () => {
    const order = newOrder();
    const { status, body } = await hotline.report(rated(order));
    expect(status).toBe(202);
    expect(body).toMatchObject({ status: 'parked', reason: expect.stringContaining('尚未收到该工单的登记事件') });
    const { body: again } = await leavesNothingBehind(server, () => hotline.report(rated(order)));
    expect(again).toEqual(body);
    expect((await becomes(body.receiptId, 'parked')).reason).toBe(body.reason);
  });

  it('is released by what staff do, too', async () => {
    const order = newOrder();
    const { body: opened } = await hotline.report(received(order));
    await server.settled();
    const { body: early } = await hotline.report(rated(order));
    expect(early).toMatchObject({ status: 'parked', reason: expect.stringContaining('只有已答复') });
    const water = await server.as(waterStaff);
    const at = (day: string) => ({ occurredAt: `2018-06-0${day}T10:00:00+08:00` });
    await office.does('complaint', opened.caseId, 'route', { unit: 'water-resources', ...at('4') });
    await water.does('complaint', opened.caseId, 'sign-in', at('5'));
    await water.does('complaint', opened.caseId, 'answer', { text: '已修', ...at('5') });
    await becomes(early.receiptId, 'recorded');
    expect((await hotline.report(rated(order))).body).toMatchObject({ status: 'duplicate', caseId: opened.caseId });
  });

  it('with a known id and another content is refused while it waits', async () => {
    const order = newOrder();
    await hotline.report(rated(order));
    const other = rated(order).cloneWith({ data: { rating: 'dissatisfied' } });
    expectProblem(await leavesNothingBehind(server, () => hotline.report(other)), 422, 'key-reused');
    const opening = received(order, rated(order).id);
    expectProblem(await leavesNothingBehind(server, () => hotline.report(opening)), 422, 'key-reused');
  });
});

describe('an event about a case that is closed', () => {
  it('is rejected with the reason, and the receipt goes on saying so', async () => {
    const order = newOrder();
    const { body: opened } = await hotline.report(received(order));
    const at = { occurredAt: '2018-06-05T10:00:00+08:00' };
    await office.does('complaint', opened.caseId, 'answer-directly', { text: '已答', ...at });
    await office.does('complaint', opened.caseId, 'close', at);
    await server.settled();

    const { status, body } = await hotline.report(rated(order));
    expect({ status, said: body.status }).toEqual({ status: 202, said: 'rejected' });
    expect(body.reason).toContain('只有已答复、尚未评价的投诉才能记录回访');
    expect(await becomes(body.receiptId, 'rejected')).toMatchObject({ reason: body.reason });
    const { body: again } = await leavesNothingBehind(server, () => hotline.report(rated(order)));
    expect(again).toEqual(body);
  });
});
