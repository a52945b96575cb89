import { forms } from './forms';
import { printedRows, reportCsv, toCsv } from './render-text';
import { buildReport } from './report';

const form = forms['gk-2014'];
const inputs = {
  totals: () => 0,
  ratings: () => ({}),
  declared: new Map([['funding', { value: '205.5' }]]),
  coverage: { firstYear: 2018, lastYear: 2018 },
  position: 42,
  asOf: '2019-03-01T00:00:00.000Z',
};
const report = buildReport(form, 2018, inputs);

describe('CSV', () => {
  it('quotes what RFC 4180 asks to be quoted', () => {
    expect(toCsv([['a', 'b,c', 'd"e', 'f\ng']])).toBe('a,"b,c","d""e","f\ng"\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1', ' =1', '\ufeff=1'])('makes the text %j harmless', (text) => {
    expect(toCsv([[text]])).toBe(`'${text}\r\n`);
  });

  it('makes a harmful text harmless inside its quotes', () => {
    expect(toCsv([['=HYPERLINK("x","y")']])).toBe('"\'=HYPERLINK(""x"",""y"")"\r\n');
  });

  it('does not let a control character hide a formula', () => expect(toCsv([['\u0000=1', 'a\u0001b\ud800']])).toBe("'=1,ab\ufffd\r\n"));

  it('leaves numbers alone, and nothing that only claims to be one', () => {
    expect(toCsv([[{ number: '-205.5' }, { number: '=1' }]])).toBe("-205.5,'=1\r\n");
  });
});

describe('a printed report', () => {
  it('has a line per row, indented by level, in either language', () => {
    expect(printedRows(form, report, 'zh')).toHaveLength(65);
    expect(printedRows(form, report, 'zh')[2]).toEqual({
      code: 'proactive-normative-docs',
      label: '　　其中：主动公开规范性文件数',
      unit: '条',
      text: '',
      origin: 'declared',
    });
    expect(printedRows(form, report, 'en')[23]).toMatchObject({ label: '    by fax', text: '0', origin: 'computed' });
    expect(printedRows(form, report, 'en')[0]).toMatchObject({ label: 'Proactive disclosure', unit: '—', text: '—' });
  });

  it('says on every line of its CSV as of when it is, and the digest', () => {
    const lines = reportCsv(form, report, 'abc').trimEnd().split('\r\n');
    const stated = `gk-2014,${form.version},2018,42,2019-03-01T00:00:00.000Z,abc,`;
    expect(lines).toHaveLength(66);
    expect(lines.slice(1).filter((line) => line.startsWith(stated))).toHaveLength(65);
    expect(lines.at(-5)).toContain(',abc,funding,funding,count,1,');
    expect(lines.at(-5)).toMatch(/,万元,number,205\.5,declared$/);
    expect(lines[3]).toMatch(/,blank,,declared$/);
  });

  it('names the row and the column of a cell of a table of several columns', () => {
    const several = forms['gk-2021'];
    const lines = reportCsv(several, buildReport(several, 2024, inputs), 'abc').split('\r\n');
    expect(lines.find((line) => line.includes(',granted:enterprise,'))).toContain(',granted:enterprise,granted,enterprise,1,');
    expect(lines.find((line) => line.includes(',refused,'))).toContain(',refused,refused,,1,');
  });
});
