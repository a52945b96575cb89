import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventStore, KeyStore } from '@app/event-store';
import { expectProblem } from '../support/answer';
import { capturedLog } from '../support/captured-log';
import { complaintForm } from '../support/forms';
import type { Hotline } from '../support/hotline';
import { archivist, clerk, operator, roadStaff, signer, waterStaff } from '../support/people';
import { leavesNothingBehind, type RunningServer, serversForSpecs } from '../support/running-server';
import type { Staff } from '../support/staff';

const { start, newFolder } = serversForSpecs();

const log = capturedLog();
let server: RunningServer;
let office: Staff;
let water: Staff;
let hotline: Hotline;

const secrets = {
  complainant: '欧阳翡翠',
  phone: '13912345678',
  address: '猛洞河路七七四十九号',
  text: '邻居夜间施工扰民特征字符串',
};
const said = {
  instruction: '请保密核实甲乙丙丁',
  answer: '已上门道歉戊己庚辛',
  comment: '评价内容壬癸子丑',
  early: '提前到达的补充寅卯辰巳',
};
const everythingSaid = [...Object.values(secrets), ...Object.values(said)];

/** Every file below the folder, whole. */
const filesIn = (folder: string): [string, Buffer][] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry): [string, Buffer] => [join(entry.parentPath, entry.name), readFileSync(join(entry.parentPath, entry.name))]);

const routedComplaint = async (): Promise<string> => {
  const id = await office.register('complaint', { ...complaintForm, ...secrets });
  await office.does('complaint', id, 'route', { unit: 'water-resources', instruction: said.instruction });
  await server.settled();
  return id;
};

const closedComplaint = async (): Promise<string> => {
  const id = await routedComplaint();
  await water.does('complaint', id, 'sign-in');
  await water.does('complaint', id, 'answer', { text: said.answer });
  await office.does('complaint', id, 'record-follow-up', { rating: 'satisfied', comment: said.comment });
  await office.does('complaint', id, 'close');
  await server.settled();
  return id;
};

beforeAll(async () => {
  server = await start(newFolder(), log);
  [office, water, hotline] = [await server.as(clerk), await server.as(waterStaff), server.hotline()];
});

describe('what is said about a person', () => {
  it('is masked for everybody who reads the case', async () => {
    const id = await routedComplaint();
    for (const staff of [office, water, await server.as(signer), await server.as(operator)]) {
      const { body, text } = await staff.get(`/cases/complaint/${id}`);
      expect(body.personal).toEqual([
        { revision: 0, type: 'ComplaintRegistered', personal: { complainant: '欧***', phone: '139****5678', address: '***', text: '***' } },
        { revision: 1, type: 'ComplaintRouted', personal: { instruction: '***' } },
      ]);
      for (const secret of everythingSaid) expect(text).not.toContain(secret);
    }
  });

  it('is in clear for the office and the unit that holds the case, and every look is written down', async () => {
    const id = await routedComplaint();
    for (const staff of [office, water]) {
      const { body } = await staff.get(`/cases/complaint/${id}/personal`);
      expect(body.items[0].personal).toEqual(secrets);
    }
    expect(log.lines.filter((line) => line.includes(id))).toEqual([
      expect.stringContaining('li-na of gov-office read the personal data'),
      expect.stringContaining('wang-wei of water-resources read the personal data'),
    ]);
  });

  it('is in clear for nobody else', async () => {
    const id = await routedComplaint();
    expectProblem(await (await server.as(roadStaff)).get(`/cases/complaint/${id}/personal`), 404, 'not-found');
    for (const person of [signer, operator])
      expectProblem(await (await server.as(person)).get(`/cases/complaint/${id}/personal`), 403, 'forbidden');
    expect(log.lines.filter((line) => line.includes(id))).toEqual([]);
  });

  it('is in no list, timeline, report or answer to a command', async () => {
    const id = await closedComplaint();
    const answers = [
      await office.get('/cases'),
      await office.get(`/cases/complaint/${id}/timeline`),
      await office.get(`/cases/complaint/${id}/commands`),
      await office.get('/reports/gk-2014/2018'),
      await office.get(`/reports/gk-2014/${new Date().getFullYear()}/cells/other-responses/cases`),
      await office.post('/cases/complaint', { ...complaintForm, ...secrets }),
      await office.act('complaint', id, 'supplement', { text: said.early }),
      await server.ask('/metrics'),
      await server.ask('/readyz'),
    ];
    for (const { text } of answers) for (const secret of everythingSaid) expect(text).not.toContain(secret);
  });

  it('is in no file in clear, nor in a line of the log', async () => {
    await closedComplaint();
    const event = hotline.event('complaint.supplemented', 'early-1', 'PD-1', '2018-06-04T09:00:00+08:00', { text: said.early });
    expect((await hotline.report(event)).body.status).toBe('parked');
    await office.post('/cases/complaint', { ...complaintForm, ...secrets, unknown: secrets.phone });
    await office.send('/cases/complaint', `{"text":"${secrets.text}`);
    await server.settled();
    const files = filesIn(server.folder);
    expect(files.map(([name]) => name).filter((name) => /events\.db$|rows.*\.db$|keys\.db$/.test(name))).toHaveLength(3);
    for (const [name, bytes] of files)
      for (const secret of everythingSaid) expect([name, secret, bytes.includes(Buffer.from(secret))]).toEqual([name, secret, false]);
    expect(log.lines.length).toBeGreaterThan(0);
    for (const secret of everythingSaid) expect(log.lines.join('\n')).not.toContain(secret);
  });
});

describe('a case whose personal data is erased', () => {
  it('has none any more, while figures, timeline and chain stand', async () => {
    const id = await closedComplaint();
    const year = new Date().getFullYear();
    const report = async () => (await office.get(`/reports/gk-2014/${year}`)).body.cells;
    const before = await report();
    const operating = await server.as(operator);

    expect((await operating.delete(`/cases/complaint/${id}/personal`)).status).toBe(200);
    await server.settled();

    const { body } = await office.get(`/cases/complaint/${id}`);
    expect(body).toMatchObject({ status: 'closed', rating: 'satisfied', erased: 1 });
    expect(body.personal.map((line: any) => 'personal' in line)).toEqual([false, false, false, false]);
    expect((await office.get(`/cases/complaint/${id}/personal`)).text).not.toContain('personal":{');
    expect(await report()).toEqual(before);
    expect(await server.get(KeyStore).find(`complaint-${id}`)).toBeUndefined();
    expect(await server.get(EventStore).verify()).toMatchObject({ checked: await server.head() });
    expect((await server.get(EventStore).verify()).firstBad).toBeUndefined();
    const { body: timeline } = await office.get(`/cases/complaint/${id}/timeline`);
    expect(timeline.items.at(-1)).toMatchObject({ type: 'PersonalDataErased', by: { id: 'sun-li' } });
  });

  it('may be erased again, and then nothing happens', async () => {
    const id = await closedComplaint();
    const operating = await server.as(operator);
    const first = await operating.delete(`/cases/complaint/${id}/personal`);
    const again = await leavesNothingBehind(server, () => operating.delete(`/cases/complaint/${id}/personal`));
    expect(again.body).toEqual(first.body);
  });

  it('is erased by an operator only', async () => {
    const id = await closedComplaint();
    for (const staff of [office, water, await server.as(signer)])
      expectProblem(await leavesNothingBehind(server, () => staff.delete(`/cases/complaint/${id}/personal`)), 403, 'forbidden');
    const nowhere = '01890000-0000-7000-8000-0000000000ff';
    expectProblem(await (await server.as(operator)).delete(`/cases/complaint/${nowhere}/personal`), 404, 'not-found');
  });

  it('takes no step that says something personal again, and every other step', async () => {
    const id = await routedComplaint();
    await (await server.as(operator)).delete(`/cases/complaint/${id}/personal`);
    const supplement = await leavesNothingBehind(server, () => office.act('complaint', id, 'supplement', { text: said.early }));
    expectProblem(supplement, 409, 'not-allowed');
    expect(supplement.body.detail).toContain('个人信息已删除');
    await water.does('complaint', id, 'sign-in');
    expectProblem(await water.act('complaint', id, 'answer', { text: said.answer }), 409, 'not-allowed');
  });

  it('leaves no copy with an event that came before it and waited', async () => {
    const archive = await server.as(archivist);
    const order = (kind: string, id: string, data: object) => hotline.event(kind, id, 'PD-2', '2018-06-04T09:00:00+08:00', data);
    const { body: early } = await hotline.report(order('complaint.supplemented', 'early-2', { text: said.early }));
    const { body: opened } = await hotline.report(order('complaint.received', 'opened-2', { ...complaintForm, ...secrets }));
    await server.settled();
    const { body } = await archive.get(`/cases/complaint/${opened.caseId}/personal`);
    expect(body.items.map(({ personal }: any) => personal.text)).toEqual([secrets.text, said.early]);
    expect(await server.get(KeyStore).find(`intake-${early.receiptId}`)).toBeUndefined();
    const again = await leavesNothingBehind(server, () => hotline.report(order('complaint.supplemented', 'early-2', { text: said.early })));
    expect(again.body).toMatchObject({ status: 'duplicate', caseId: opened.caseId });
  });

  it('does not stop what else is under way when an event waits for it', async () => {
    const order = (kind: string, id: string, subject: string, data: object) =>
      hotline.event(kind, id, subject, '2018-06-04T09:00:00+08:00', data);
    const { body: opened } = await hotline.report(order('complaint.received', 'opened-3', 'PD-3', complaintForm));
    await server.settled();
    expect(
      (await hotline.report(order('complaint.rated', 'rated-3', 'PD-3', { rating: 'satisfied', comment: said.comment }))).body.status,
    ).toBe('parked');
    const archive = await server.as(archivist);
    const at = { occurredAt: '2018-06-04T10:00:00+08:00' };
    await archive.does('complaint', opened.caseId, 'answer-directly', { text: said.answer, ...at });
    await (await server.as(operator)).delete(`/cases/complaint/${opened.caseId}/personal`);
    await server.settled();
    await hotline.report(order('complaint.rated', 'rated-4', 'PD-4', { rating: 'satisfied' }));
    const { body: other } = await hotline.report(order('complaint.received', 'opened-4', 'PD-4', complaintForm));
    await archive.does('complaint', other.caseId, 'answer-directly', { text: said.answer, ...at });
    await server.settled();
    expect((await archive.get(`/cases/complaint/${other.caseId}`)).body.status).toBe('rated');
    expect((await server.ask('/readyz')).body).toMatchObject({ ready: true, troubles: [] });
  });
});
