import { expectProblem } from '../support/answer';
import { archivist, operator, roadStaff, signer as signerActor, waterStaff } from '../support/people';
import { leavesNothingBehind, type RunningServer, serversForSpecs } from '../support/running-server';
import type { Staff } from '../support/staff';

const { start } = serversForSpecs();

let server: RunningServer;
let signer: Staff;
let office: Staff;
let water: Staff;

beforeAll(async () => {
  server = await start();
  [signer, office, water] = [await server.as(signerActor), await server.as(archivist), await server.as(waterStaff)];
});

const figures = '/declared-figures/2018';
const fees = { code: 'fees', value: '12.5', source: '财政局', measure: '万元' };

const sendCsv = (person: Staff, text: string | Uint8Array, query = '', headers = {}) =>
  person.send(`${figures}/csv${query}`, text, { 'content-type': 'text/csv', ...headers });

const standing = async (code: string, unit?: string) => {
  await server.settled();
  const { body } = await signer.get(`${figures}${unit === undefined ? '' : `?unit=${unit}`}`);
  return body.items.find((each: any) => each.code === code && each.unit === (unit ?? ''));
};

const cell = async (code: string) => {
  await server.settled();
  const { body } = await signer.get('/reports/gk-2014/2018');
  return body.cells.find((each: any) => each.code === code);
};

describe('the signer declares a figure', () => {
  it('in the unit of the form, and finds it in the report as declared', async () => {
    const { status, body } = await signer.post(figures, fees);
    expect({ status, outcome: body.outcome }).toEqual({ status: 201, outcome: 'declared' });
    expect(await cell('fees')).toMatchObject({ text: '12.5', origin: 'declared' });
  });

  it('again by the same value, and nothing is recorded', async () => {
    const again = await leavesNothingBehind(server, () => signer.post(figures, { ...fees, value: '12.50' }));
    expect(again.body).toMatchObject({ outcome: 'unchanged', repeated: false });
  });

  it('by another value only with a reason, and is told so', async () => {
    const answer = await leavesNothingBehind(server, () => signer.post(figures, { ...fees, value: '13' }));
    expectProblem(answer, 409, 'not-allowed');
    expect(answer.body.detail).toContain('已申报为“12.5”（来源：财政局），改为“13”属于更正，请在“理由”（reason）中说明原因');
    const { body } = await signer.post(figures, { ...fees, value: '13', reason: '漏计一笔' });
    expect(body.outcome).toBe('corrected');
    expect(await cell('fees')).toMatchObject({ text: '13', origin: 'declared' });
  });

  it.each([
    ['in another unit', { ...fees, measure: '元' }, '本项以“万元”为单位'],
    ['below zero', { ...fees, value: '-1' }, '数值不能为负'],
    ['in five decimals', { ...fees, value: '1.00001' }, '最多保留四位小数'],
    ['in halves of what is counted', { ...fees, code: 'staff', measure: '人', value: '1.5' }, '应为整数'],
    ['under a code of nothing', { ...fees, code: 'no-such' }, '没有可申报的数据项“no-such”'],
  ])('but not %s', async (_, figure, sentence) => {
    const answer = await leavesNothingBehind(server, () => signer.post(figures, figure));
    expectProblem(answer, 409, 'not-allowed');
    expect(answer.body.detail).toContain(sentence);
  });

  it.each([
    ['/unit', { ...fees, unit: 'Finance' }],
    ['/reason', { ...fees, reason: ' ' }],
    ['/measure', { ...fees, measure: '元'.repeat(21) }],
  ])('with %s in the wrong shape is refused', async (pointer, figure) => {
    const answer = await leavesNothingBehind(server, () => signer.post(figures, figure));
    expectProblem(answer, 400, 'malformed');
    expect(answer.body.errors[0].pointer).toBe(pointer);
  });

  it('of a unit that does not exist is refused', async () => {
    const answer = await leavesNothingBehind(server, () => signer.post(figures, { ...fees, unit: 'no-such-unit' }));
    expectProblem(answer, 400, 'unknown-unit');
    expect(answer.body.errors[0].pointer).toBe('/unit');
  });
});

describe('the signer withdraws a figure', () => {
  it('and it is blank again; what was said stays to be read', async () => {
    await signer.post(figures, { code: 'meetings', value: '5', source: '办公室' });
    await signer.post(figures, { code: 'meetings', value: '6', source: '办公室', reason: '补一次' });
    const { body } = await signer.post(figures, { code: 'meetings', source: '办公室', reason: '不属统计范围' });
    expect(body.outcome).toBe('withdrawn');
    expect(await cell('meetings')).toMatchObject({ state: 'blank' });
    const { body: history } = await office.get(`${figures}/meetings/history`);
    expect(history.unreadable).toEqual([]);
    expect(history.items).toMatchObject([
      { what: 'declared', value: '5', source: '办公室', by: { id: 'zhao-qian', unit: 'gov-office' } },
      { what: 'corrected', was: '5', value: '6', reason: '补一次' },
      { what: 'withdrawn', source: '办公室', reason: '不属统计范围', position: body.position, revision: body.revision },
    ]);
    for (const { occurredAt, recordedAt } of history.items) expect([occurredAt, recordedAt].map(Date.parse)).not.toContain(NaN);
  });
});

describe('the history of a figure', () => {
  it('is empty while nobody has said anything, and not found where no form asks for it', async () => {
    expect((await signer.get(`${figures}/trainees/history`)).body.items).toEqual([]);
    for (const code of ['no-such-figure', 'requests-received', 'constructor'])
      expectProblem(await signer.get(`${figures}/${code}/history`), 404, 'not-found');
  });
});

describe('a unit declares figures of its own', () => {
  const own = { code: 'staff', unit: 'water-resources', value: '3', source: '人事股' };

  it('beside that of the county', async () => {
    await signer.post(figures, { code: 'staff', value: '140', source: '编办' });
    expect((await water.post(figures, own)).body).toMatchObject({ outcome: 'declared', unit: 'water-resources' });
    expect((await water.post(figures, { ...own, value: '4', reason: '新进一人' })).body.outcome).toBe('corrected');
    expect(await standing('staff', 'water-resources')).toMatchObject({ value: '4', byId: 'wang-wei' });
    expect(await standing('staff')).toMatchObject({ value: '140' });
    const { body } = await water.get(`${figures}/staff/history?unit=water-resources`);
    expect(body.items.map(({ value }: any) => value)).toEqual(['3', '4']);
  });

  it('and nobody else’s, nor those of the county', async () => {
    const roads = await server.as(roadStaff);
    for (const [person, figure] of [
      [water, { ...own, unit: 'transport' }],
      [water, { code: 'staff', value: '3', source: '人事股' }],
      [roads, own],
      [office, own],
      [await server.as(operator), own],
    ] as const)
      expectProblem(await leavesNothingBehind(server, () => person.post(figures, figure)), 403, 'forbidden');
  });

  it('and reads those alone', async () => {
    const { body } = await water.get(`${figures}?unit=water-resources`);
    expect(body.items.map(({ unit }: any) => unit)).toEqual(['water-resources']);
    for (const path of [figures, `${figures}?unit=transport`, `${figures}/staff/history`, `${figures}/template.csv?form=gk-2014`])
      expectProblem(await water.get(path), 403, 'forbidden');
    expectProblem(await signer.get(`${figures}?unit=no-such-unit`), 400, 'unknown-unit');
  });

  it('and the signer declares those of any', async () => {
    expect((await signer.post(figures, { ...own, unit: 'transport' })).body.outcome).toBe('declared');
    expect((await signer.get(figures)).body.items.filter(({ code }: any) => code === 'staff')).toHaveLength(3);
  });
});

describe('a form says what is still missing', () => {
  it('with every figure that it asks for, said or not', async () => {
    await server.settled();
    const { body } = await office.get(`${figures}?form=gk-2014`);
    const [said, missing] = ['fees', 'press-conferences'].map((code) => body.items.find((each: any) => each.code === code));
    expect(body.form.id).toBe('gk-2014');
    expect(said).toMatchObject({ state: 'declared', value: '13', measure: '万元', source: '财政局', zh: expect.stringContaining('费用') });
    expect(missing).toMatchObject({ state: 'blank', measure: '次', zh: '1．参加或举办新闻发布会总次数' });
    expect(missing.value).toBeUndefined();
  });

  it('and is not found when there is no such form', async () => {
    for (const path of [`${figures}?form=no-such`, `${figures}/template.csv?form=constructor`])
      expectProblem(await office.get(path), 404, 'not-found');
  });
});

describe('a table of figures', () => {
  it('is tried first, and records nothing', async () => {
    const text = '代码,数值,单位,来源,理由\r\nfees,14,万元,财政局,再补\r\ntrainees,300,人次,第七章,\r\nstaff,,人,,\r\n';
    const { status, body } = await leavesNothingBehind(server, () => sendCsv(signer, text, '?dryRun=true'));
    expect({ status, ...body }).toMatchObject({ status: 200, dryRun: true, declared: 1, corrected: 1, unchanged: 0, blank: 1 });
    expect(body.lines).toEqual([
      { line: 2, code: 'fees', outcome: 'corrected', was: '13', value: '14' },
      { line: 3, code: 'trainees', outcome: 'declared', value: '300' },
      { line: 4, code: 'staff', outcome: 'blank', was: '140' },
    ]);
  });

  it('is recorded at once, in any encoding that a spreadsheet saves, and only once', async () => {
    const gb18030 = Buffer.concat([
      Buffer.from('code,value,source,reason\r\nfees,14,'),
      Buffer.from([0xb2, 0xc6, 0xd5, 0xfe, 0xbe, 0xd6]),
      Buffer.from(',recount\r\ntrainees,300,HR,\r\n'),
    ]);
    const before = await server.head();
    const { body } = await sendCsv(signer, gb18030);
    expect(body).toMatchObject({ year: 2018, dryRun: false, declared: 1, corrected: 1, unchanged: 0, position: before + 2 });
    expect(await standing('fees')).toMatchObject({ value: '14', source: '财政局' });
    const again = await leavesNothingBehind(server, () => sendCsv(signer, gb18030));
    expect(again.body).toMatchObject({ declared: 0, corrected: 0, unchanged: 2 });
  });

  it('is recorded whole or not at all: every problem is told with its line, in both languages', async () => {
    const text =
      'code,value,source\ntraining-sessions,3,第七章\nno-such,1,某处\nfees,15,财政局\nmeetings,-1,办公室\ntraining-sessions,4,第七章\n';
    for (const query of ['', '?dryRun=true']) {
      const answer = await leavesNothingBehind(server, () => sendCsv(signer, text, query));
      expectProblem(answer, 422, 'unusable-table');
      expect(answer.body.detail).toContain('表中有4处不能采用，整表未作记录');
      expect(answer.body.errors).toEqual([
        { pointer: '/lines/3/code', zh: '没有可申报的数据项“no-such”', message: 'there is no declarable figure "no-such"' },
        { pointer: '/lines/4/reason', zh: expect.stringContaining('属于更正'), message: expect.stringContaining('"reason"') },
        { pointer: '/lines/5/value', zh: '数值不能为负', message: 'a figure cannot be negative' },
        { pointer: '/lines/6/code', zh: '与第2行重复', message: 'is the same figure as in line 2' },
      ]);
    }
    expect(await standing('training-sessions')).toBeUndefined();
  });

  it.each([
    ['without a header', 'fees,1,财政局\n', '不认识“fees”'],
    ['with half a header', 'code,value\nfees,1\n', '缺少“来源”'],
    ['that is empty', '', '缺少“代码”'],
    ['with a quote too many', 'code,value,source\nfees,1,"财政局\n', '第2行：引号不成对'],
    ['in no encoding', Buffer.from([0xff, 0xfe, 0x00]), 'UTF-8 或 GB18030'],
  ])('%s is refused with what is wrong', async (_, bytes, sentence) => {
    const answer = await leavesNothingBehind(server, () => sendCsv(signer, bytes));
    expectProblem(answer, 422, 'unusable-table');
    expect(answer.body.detail).toContain(sentence);
  });

  it('under a key is recorded once', async () => {
    const key = { 'idempotency-key': 'table-1' };
    const first = await sendCsv(signer, 'code,value,source\nreading-points,3,第六章\n', '', key);
    const again = await leavesNothingBehind(server, () => sendCsv(signer, 'code,value,source\nreading-points,3,第六章\n', '', key));
    expect(again.body).toEqual({ ...first.body, repeated: true });
    const other = () => sendCsv(signer, 'code,value,source\nreading-points,4,第六章\n', '', key);
    expectProblem(await leavesNothingBehind(server, other), 422, 'key-reused');
  });

  it('of a unit holds its own figures and no others', async () => {
    const { body } = await sendCsv(water, '代码,数值,机构,来源\ntrainees,12,water-resources,人事股\n');
    expect(body).toMatchObject({ declared: 1 });
    for (const [person, text] of [
      [water, 'code,value,unit,source\ntrainees,13,water-resources,a\nmeetings,1,,a\n'],
      [water, 'code,value,unit,source\nmeetings,1,transport,a\n'],
      [office, 'code,value,source\nmeetings,1,a\n'],
    ] as const)
      expectProblem(await leavesNothingBehind(server, () => sendCsv(person, text)), 403, 'forbidden');
  });

  it('too long, of another kind, or where no table is asked for is refused', async () => {
    expectProblem(await sendCsv(signer, `code,value,source\n${' '.repeat(1024 * 1024)}`), 413, 'too-large');
    expectProblem(await signer.post(`${figures}/csv`, fees), 415, 'unsupported-media-type');
    expectProblem(await signer.post(`${figures}/csv`), 415, 'unsupported-media-type');
    expectProblem(await signer.send(figures, 'code,value', { 'content-type': 'text/csv' }), 415, 'unsupported-media-type');
    expectProblem(await sendCsv(signer, 'code,value,source\n', '?dryRun=perhaps'), 400, 'malformed');
  });
});

describe('the table to fill in', () => {
  it('has every figure of the form, and is taken back as it was given out', async () => {
    await signer.post(figures, { code: 'dedicated-bodies', value: '1', source: '=1+1', note: '一、"办"' });
    await server.settled();
    const { text, headers } = await signer.get(`${figures}/template.csv?form=gk-2014`);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toBe('attachment; filename="gk-2014-2018.csv"');
    expect(text).toContain('\r\nfees,七、依申请公开信息收取的费用,万元,14,,财政局,,\r\n');
    expect(text).toContain(`\r\ndedicated-bodies,（一）政府信息公开工作专门机构数,个,1,,'=1+1,"一、""办""",\r\n`);
    const { body } = await leavesNothingBehind(server, () => sendCsv(signer, text));
    expect(body).toMatchObject({ declared: 0, corrected: 0 });
    expect(body.unchanged).toBeGreaterThan(3);
  });

  it('is filled in for a unit by itself', async () => {
    const { text, headers } = await water.get(`${figures}/template.csv?form=gk-2014&unit=water-resources`, { 'accept-language': 'en' });
    expect(headers.get('content-disposition')).toBe('attachment; filename="gk-2014-2018-water-resources.csv"');
    const filled = text.replace(/^(meetings,.*),,water-resources,,,\r$/m, '$1,2,water-resources,人事股,,\r');
    expect((await sendCsv(water, filled)).body).toMatchObject({ declared: 1, corrected: 0, unchanged: 2 });
    expect(await standing('meetings', 'water-resources')).toMatchObject({ value: '2' });
  });
});
