import type { Declared } from './declared-figures';
import { declareTable } from './declare-table';
import { linesOf } from './table-lines';
import { UnusableTable } from './unusable-table';

const header = ['code', 'value', 'measure', 'unit', 'source', 'note', 'reason'];
const declared: Declared = { '': { staff: { value: '140', source: '编办' } }, health: { staff: { value: '9', source: '卫健' } } };
const known = { year: 2018, units: { has: (code: string) => ['health', 'finance'].includes(code) } };

const decide = (...body: readonly (readonly string[])[]) => declareTable(declared, linesOf([header, ...body]), known);

const refusalOf = (work: () => unknown): UnusableTable => {
  try {
    work();
  } catch (error) {
    if (error instanceof UnusableTable) return error;
    throw error;
  }
  throw new Error('the table was taken');
};

const problemsIn = (...body: readonly (readonly string[])[]): readonly string[] =>
  refusalOf(() => decide(...body)).problems.map(({ line, column, said }) => `${line} ${column ?? ''} ${said.zh}`);

describe('a table of figures', () => {
  it('declares what is new, corrects what differs, and leaves alone what is the same or empty', () => {
    const { events, lines } = decide(
      ['meetings', '1', '次', '', '第七章', '', ''],
      ['staff', '141', '人', '', '编办', '年末', '漏报'],
      ['staff', '9.0', '', 'health', '卫健', '', ''],
      ['staff', '3', '', 'finance', '财政', '', ''],
      ['funding', '', '万元', '', '', '', ''],
    );
    expect(events).toEqual([
      { type: 'FigureDeclared', data: { year: 2018, code: 'meetings', value: '1', source: '第七章' } },
      {
        type: 'FigureCorrected',
        data: { year: 2018, code: 'staff', was: '140', value: '141', source: '编办', note: '年末', reason: '漏报' },
      },
      { type: 'FigureDeclared', data: { year: 2018, unit: 'finance', code: 'staff', value: '3', source: '财政' } },
    ]);
    expect(lines.map(({ line, outcome, was }) => [line, outcome, was])).toEqual([
      [2, 'declared', undefined],
      [3, 'corrected', '140'],
      [4, 'unchanged', '9'],
      [5, 'declared', undefined],
      [6, 'blank', undefined],
    ]);
  });

  it('never withdraws a figure by an empty value', () => {
    expect(decide(['staff', '', '', '', '', '', '不要了']).events).toEqual([]);
  });

  it('is refused whole, with every problem under its line and column', () => {
    expect(
      problemsIn(
        ['meetings', '1', '次', '', '第七章', '', ''],
        ['staff', '141', '', '', '编办', '', ''],
        ['no-such-figure', '1', '', '', '某处', '', ''],
        ['requests-received', '', '', '', '', '', ''],
        ['funding', '205', '元', '', '财政', '', ''],
        ['funding', '12,5', '', 'health', '财政', '', ''],
        ['fees', '1', '', 'no-such-unit', '财政', '', ''],
        ['trainees', '3', '', '', '', '', ''],
        ['', '3', '', '', '某处', '', ''],
        ['meetings', '2', '', '', '第七章', '', ''],
        ['reading-points', '3', '', '', '第', '六', '章', '（一）'],
        ['reading-point-visits', '9'.repeat(31), '', '', '某处', '', ''],
      ),
    ).toEqual([
      expect.stringMatching(/^3 reason 本项已申报为“140”/),
      '4 code 没有可申报的数据项“no-such-figure”',
      '5 code 没有可申报的数据项“requests-received”',
      '6 measure 本项以“万元”为单位，不是“元”',
      '7 value “12,5”不是十进制数',
      '8 unit 没有编号为“no-such-unit”的单位',
      '9 source 请注明数据来源',
      '10 code 缺少代码',
      '11 code 与第2行重复',
      '12  列数多于表头，含逗号的内容须用双引号括起',
      '13 value 超过30字',
    ]);
  });

  it('tells the first problems in a sentence, and how many more there are', () => {
    const lines = Array.from({ length: 7 }, (_, index) => [`no-such-${index}`, '1', '', '', '某处', '', '']);
    const { detail, problems } = refusalOf(() => decide(...lines));
    expect(problems).toHaveLength(7);
    expect(detail.zh).toMatch(/^表中有7处不能采用，整表未作记录。第2行“代码”：.*第6行.*另有2处/);
    expect(detail.en).toMatch(/^7 things in the table are wrong, nothing was recorded\. line 2, code: .*; 2 more/);
  });
});

describe('the header of a table', () => {
  const columnsUnder = (...headings: readonly string[]) => linesOf([headings, ['a', 'b', 'c', 'd']])[0]?.fields;
  const refused = (...headings: readonly string[]) => refusalOf(() => linesOf([headings])).detail;

  it('may be in any order, in Chinese or English, with a label that nobody reads', () => {
    expect(columnsUnder('来源', '名称', '数值', '代码')).toMatchObject({ source: 'a', value: 'c', code: 'd', note: '' });
    expect(columnsUnder(' Source', '备注', 'VALUE', 'code', '', '')).toMatchObject({ source: 'a', note: 'b', value: 'c', code: 'd' });
  });

  it.each([
    ['is missing', ['staff', '140', '编办'], '不认识“staff”'],
    ['lacks a column', ['代码', '数值'], '缺少“来源”'],
    ['has a column nobody knows', ['代码', '数值', '来源', '经办人'], '不认识“经办人”'],
    ['has a column without a name', ['代码', '', '数值', '来源'], '不认识“”'],
    ['names a column twice', ['代码', '数值', '来源', 'value'], '“数值”出现了两次'],
    ['is nothing at all', [], '缺少“代码”'],
  ])('is refused when it %s, and the answer says how it should be', (_, headings, sentence) => {
    const { zh, en } = refused(...headings);
    expect(zh).toContain('第1行须为表头，例如：代码,名称,单位,数值,机构,来源,备注,理由；其中代码、数值、来源必填');
    expect(zh).toContain(sentence);
    expect(en).toContain('line 1 must be the header, such as code,label,measure,value,unit,source,note,reason');
  });
});

describe('the lines of a table', () => {
  it('are counted as a spreadsheet counts them, and those without anything are passed over', () => {
    expect(linesOf([header, ['', ''], ['staff', '1'], [''], [' ', '　'], ['fees']]).map(({ line }) => line)).toEqual([3, 6]);
  });

  it('are trimmed', () => expect(linesOf([header, [' staff ', '　140 ']])[0]?.fields).toMatchObject({ code: 'staff', value: '140' }));
});
