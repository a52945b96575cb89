import type { StatedCase } from '@app/case-handling';
import { caseTypeNames } from '@app/cases';
import { caseOfRow } from './csv-case';
import { headingsOf, readHeader, templateOf } from './header';

const row = (cells: Readonly<Record<string, string>>, said = { source: 'urn:old' }): StatedCase =>
  caseOfRow(2, Object.keys(cells), Object.values(cells), said) as StatedCase;

const findings = (cells: Readonly<Record<string, string>>) => {
  const line = caseOfRow(2, Object.keys(cells), Object.values(cells), { source: 'urn:old' });
  return 'findings' in line ? line.findings.map(({ place, said }) => `${place} ${said.en}`) : [];
};

const complaint = {
  number: '1',
  type: 'complaint',
  received_at: '2017-03-02',
  channel: 'phone',
  kind: 'help',
  matter: '供水',
  text: '停水',
};

describe('a line of a CSV file', () => {
  it('is the steps whose times are filled in, in the order in which they are taken', () => {
    const { steps } = row({ ...complaint, closed_at: '2017-03-08', routed_at: '2017-03-03', unit: 'water-resources', signed_in_at: '' });
    expect(steps.map(({ command, at }) => `${command} ${at}`)).toEqual(['register 2017-03-02', 'route 2017-03-03', 'close 2017-03-08']);
    expect(steps[0]?.data).toEqual({ channel: 'phone', kind: 'help', matter: '供水', text: '停水' });
    expect(steps[1]?.data).toEqual({ unit: 'water-resources' });
  });

  it('was answered by the hotline itself where it names no unit', () => {
    const commands = (unit: string) =>
      row({ ...complaint, routed_at: unit && '2017-03-02', unit, answered_at: '2017-03-02', answer: '已告知' }).steps.map(
        ({ command }) => command,
      );
    expect(commands('')).toEqual(['register', 'answer-directly']);
    expect(commands('transport')).toEqual(['register', 'route', 'answer']);
  });

  it('has lists, yes and no, amounts and numbers of other cases in its cells', () => {
    const cells = { ...complaint, confidential: '是', reply_wanted: 'no', accused: 'transport|water-resources；health' };
    expect(row(cells).steps[0]?.data).toMatchObject({
      confidential: true,
      replyWanted: false,
      accused: ['transport', 'water-resources', 'health'],
    });
    const proposal = { number: '1', type: 'proposal', received_at: '2017-03-02', proposer_count: '12', key: 'maybe' };
    expect(row(proposal).steps[0]?.data).toEqual({ proposerCount: 12, key: 'maybe' });
    const proceeding = { number: '1', type: 'proceeding', received_at: '2017-03-02', contests: 'S9' };
    expect(row(proceeding).steps[0]?.data).toEqual({ contests: { type: 'disclosure', number: 'S9' } });
  });

  it.each(['=HYPERLINK("http://x")', '+86 13800001234', '-1+2', '@name', ' 前后有空格 ', '00123'])(
    'keeps a text as it stands: %p',
    (text) => expect(row({ ...complaint, text }).steps[0]?.data['text']).toBe(text),
  );

  it('takes type and source from beside the file where it has none', () => {
    const { type: _, kind: __, ...without } = complaint;
    expect(row(without, { source: 'urn:old', type: 'letter' } as { source: string })).toMatchObject({ type: 'letter', source: 'urn:old' });
    expect(row({ ...complaint, source: 'urn:own' })).toMatchObject({ source: 'urn:own' });
  });

  it('names its columns when something is wrong with a step', () => {
    const { placeOf } = row({ ...complaint, routed_at: '2017-03-02', unit: 'x' });
    expect([placeOf(1, '/data/unit'), placeOf(1, '/data/joint/0'), placeOf(1, '/at'), placeOf(1, '')]).toEqual([
      '/unit',
      '/joint',
      '/routed_at',
      '/routed_at',
    ]);
  });

  it.each<readonly [string, Readonly<Record<string, string>>, readonly string[]]>([
    ['a cell of a step that has no time', { ...complaint, rating: 'satisfied' }, ['/rating is filled in, but rated_at is empty']],
    ['a cell of another type', { ...complaint, session: '一次会议' }, ['/session means nothing for a complaint: leave it empty']],
    ['no time of receipt', { ...complaint, received_at: '' }, ['/received_at is missing']],
    ['bytes that are not UTF-8', { ...complaint, text: 'ͣˮ\uFFFD' }, ['/text is not UTF-8: save the file as "CSV UTF-8"']],
  ])('is refused, and nothing in it is passed over: %s', (_, cells, expected) => expect(findings(cells)).toEqual(expected));

  it('has as many cells as the header', () => {
    const line = caseOfRow(2, ['number', 'type', 'received_at'], ['1', 'complaint'], {});
    expect(line).toMatchObject({ findings: [{ said: { en: 'has 2 cells, and the header 3' } }] });
  });
});

describe('the header of a CSV file', () => {
  it('names columns in English or in Chinese, in any order', () => {
    expect(readHeader(['编号', 'type', '受理时间', ' 满意度 '], undefined)).toEqual(['number', 'type', 'received_at', 'rating']);
  });

  it('needs no type where that is said beside the file, and then knows what its titles mean there', () => {
    expect(readHeader(['编号', '受理时间', '立案时间'], 'proposal')).toEqual(['number', 'received_at', 'filed_at']);
  });

  it.each([
    [['编号', 'type', 'received_at', '颜色'], '没有这一列：“颜色”'],
    [['number', 'type', 'received_at', '编号'], '列重复：number'],
    [['number', 'type'], '缺少列：received_at'],
    [['number', 'received_at'], '缺少列：type'],
  ])('%p is answered with what is wrong and the columns there are', (titles, zh) => {
    const header = readHeader(titles, undefined);
    expect(header).toMatchObject({ wrong: [{ zh }, { zh: expect.stringContaining('received_at（受理时间）') }] });
  });
});

describe('the template', () => {
  it.each(caseTypeNames)('of a %s has every column of it and a line beneath', (type) => {
    const [header = '', example = ''] = templateOf(type, 'urn:old').split('\r\n');
    expect(header.split(',')).toEqual(headingsOf(type).map(({ name }) => name));
    expect(example.startsWith(`2017-000123,${type},urn:old,`)).toBe(true);
  });
});
