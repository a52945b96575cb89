import { expectProblem } from '../support/answer';
import { disclosureForm } from '../support/forms';
import { archivist, operator, signer as signerActor, waterStaff } from '../support/people';
import { leavesNothingBehind, type RunningServer, serversForSpecs } from '../support/running-server';
import type { Staff } from '../support/staff';

const { start } = serversForSpecs();

let server: RunningServer;
let signer: Staff;
let office: Staff;

beforeAll(async () => {
  server = await start();
  [signer, office] = [await server.as(signerActor), await server.as(archivist)];
  for (const year of [2022, 2023, 2023])
    await office.register('disclosure', { ...disclosureForm, occurredAt: `${year}-03-03T10:00:00+08:00` });
});

const address = '/reports/gk-2021/2023/narrative';

const narrative = async (query = '') => {
  await server.settled();
  return (await office.get(`${address}${query}`)).body;
};

const write = (chapter: string, body: object, headers = {}) => signer.post(`${address}/${chapter}`, body, headers);

const chapterOf = (body: any, code: string) => body.chapters.find((each: any) => each.code === code);
const checksOf = (body: any, code: string) => body.checks.filter(({ id }: any) => id.startsWith(`narrative:${code}:`));

describe('the text of a report', () => {
  it('begins with six chapters that agree with the table', async () => {
    const body = await narrative();
    expect(body.chapters.map(({ title }: any) => title)).toEqual([
      '一、总体情况',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
      '五、存在的主要问题及改进情况',
      '六、其他需要报告的事项',
    ]);
    expect(chapterOf(body, 'overview').paragraphs.join('')).toContain('本年新收政府信息公开申请2件，比上年增长100.0%；上年结转1件。');
    expect(chapterOf(body, 'requests').paragraphs[0]).toContain('其中自然人2件，商业企业0件');
    expect(chapterOf(body, 'overview').paragraphs[0]).toContain('现公布永顺县人民政府2023年政府信息公开工作年度报告');
  });

  it('says which figures nobody has declared, and which words are left to the office', async () => {
    const body = await narrative();
    expect(chapterOf(body, 'proactive').paragraphs.join('')).toContain('行政事业性收费（缺）万元');
    expect(chapterOf(body, 'proactive').problems).toContainEqual(expect.objectContaining({ source: '{{charges:amount}}', kind: 'blank' }));
    expect(checksOf(body, 'requests')).toEqual([expect.objectContaining({ id: 'narrative:requests:fields', status: 'pass' })]);
    expect(checksOf(body, 'other').map(({ status }: any) => status)).toEqual(['warn', 'warn']);
  });

  it('follows the figures, and not the other way round', async () => {
    await signer.post('/declared-figures/2023', { code: 'charges:amount', value: '7730.28', source: '财政局' });
    expect(chapterOf(await narrative(), 'proactive').paragraphs.join('')).toContain('行政事业性收费7730.28万元');
  });
});

describe('a chapter', () => {
  it('is written with fields, under its title or another', async () => {
    const { status, body } = await write('problems', { text: '结转{{carried-out:total}}件，力量不足。\n下一步加强培训。' });
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({ form: 'gk-2021', year: 2023, chapter: 'problems', outcome: 'written' }),
    ]);
    const chapter = chapterOf(await narrative(), 'problems');
    expect(chapter).toMatchObject({ title: '五、存在的主要问题及改进情况', paragraphs: ['结转3件，力量不足。', '下一步加强培训。'] });
    expect(Date.parse(chapter.writtenAt)).not.toBeNaN();
  });

  it('may be one more, with figures of other forms and of the year before', async () => {
    await write('annex', { title: '七、附', text: '按旧表收到{{gk-2014/requests-received}}件，上年{{new-received:total@-1}}件。' });
    expect((await narrative()).chapters.at(-1)).toMatchObject({ code: 'annex', title: '七、附', paragraphs: ['按旧表收到2件，上年1件。'] });
  });

  it('that is the same again records nothing, nor does the same key', async () => {
    const text = '无。';
    const { body } = await write('other', { text }, { 'idempotency-key': 'word-1' });
    const again = await leavesNothingBehind(server, () => write('other', { text }));
    const repeated = await leavesNothingBehind(server, () => write('other', { text }, { 'idempotency-key': 'word-1' }));
    expect([again.body.outcome, repeated.body]).toEqual(['unchanged', { ...body, repeated: true }]);
    expectProblem(await write('other', { text: '有。' }, { 'idempotency-key': 'word-1' }), 422, 'key-reused');
  });

  it('with numbers that are typed by hand is told which they are', async () => {
    await write('other', { text: '召开会议57次，收到申请2件。' });
    const [meetings, requests] = checksOf(await narrative(), 'other');
    expect(meetings).toMatchObject({ status: 'cannot-judge', left: '57', why: { zh: expect.stringContaining('表中没有相同的数') } });
    expect(requests.why.zh).toContain('new-received:total');
  });

  it('goes back to the text of the form when it is emptied', async () => {
    expect((await write('other', { text: '' })).body.outcome).toBe('restored');
    const chapter = chapterOf(await narrative(), 'other');
    expect([chapter.text, chapter.writtenAt]).toEqual([expect.stringContaining('收取信息处理费情况'), undefined]);
    expect((await leavesNothingBehind(server, () => write('other', { text: '' }))).body.outcome).toBe('unchanged');
  });

  it.each([
    ['a cell that no form has', { text: '{{new-recieved:total}}件' }, '没有单元格“new-recieved:total”，最接近的是 new-received:total'],
    ['a form that does not exist', { text: '{{gk-2031/a}}' }, '没有报表“gk-2031”'],
    ['a field that cannot be read', { text: '{{new received}}' }, '写法为 {{代码}}'],
    ['braces that are not closed', { text: '{{new-received:total' }, '双花括号须成对'],
  ])('with %s is refused, with what is known instead', async (_, body, message) => {
    const answer = await leavesNothingBehind(server, () => write('other', body));
    expectProblem(answer, 400, 'malformed');
    expect(answer.body.errors[0]).toEqual({ pointer: '/text', message: expect.stringContaining(message) });
  });

  it('that is new needs a title, and none is endless', async () => {
    expectProblem(await write('more', { text: '无。' }), 409, 'not-allowed');
    expectProblem(await write('other', { text: '长'.repeat(10_001) }), 400, 'malformed');
    expectProblem(await write('Other', { text: '无。' }), 400, 'malformed');
    expectProblem(await write('other', { text: '无。', title: ' ' }), 400, 'malformed');
    expect((await write('other', { text: '长'.repeat(10_000) })).status).toBe(200);
  });
});

describe('the text as it stood at a position', () => {
  it('has the words and the figures of then', async () => {
    await write('other', { text: '新收{{new-received:total}}件。' });
    const then = await server.head();
    await office.register('disclosure', { ...disclosureForm, occurredAt: '2023-05-05T10:00:00+08:00' });
    await write('other', { text: '共新收{{new-received:total}}件。' });
    const [old, now] = [await narrative(`?atPosition=${then}`), await narrative()];
    expect([chapterOf(old, 'other').paragraphs, chapterOf(now, 'other').paragraphs]).toEqual([['新收2件。'], ['共新收3件。']]);
    expect(old.position).toBe(then);
  });
});

describe('the text of another report', () => {
  it('is another text', async () => {
    await server.settled();
    const other = (await office.get('/reports/gk-2021/2022/narrative')).body;
    expect(chapterOf(other, 'problems').writtenAt).toBeUndefined();
    expect((await office.get('/reports/annual-response/2023/narrative')).body.chapters).toHaveLength(1);
  });

  it('of a unit has the figures and the name of the unit', async () => {
    await server.settled();
    const water = await server.as(waterStaff);
    const { body } = await water.get(`${address}?unit=water-resources`);
    expect(chapterOf(body, 'overview').paragraphs[0]).toContain('现公布县水利局2023年');
    expect(chapterOf(body, 'requests').paragraphs[0]).toContain('本年新收政府信息公开申请0件');
    expectProblem(await water.get(address), 403, 'forbidden');
  });
});

describe('the words of a report', () => {
  it('are those of office and signer', async () => {
    expect((await office.post(`${address}/other`, { text: '办公室写。' })).body.outcome).toBe('written');
    for (const actor of [waterStaff, operator])
      expectProblem(await (await server.as(actor)).post(`${address}/other`, { text: '无。' }), 403, 'forbidden');
    expectProblem(await office.post('/reports/gk-2031/2023/narrative/other', { text: '无。' }), 404, 'not-found');
  });
});
