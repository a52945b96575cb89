import { forms } from './forms';
import { printedRows, reportCsv, toCsv } from './render-text';
import { buildReport } from './report';

const form = forms['gk-2014'];
const report = buildReport(form, 2018, {
  totals: () => 0,
  ratings: () => ({}),
  declared: new Map([['funding', { value: '205.5' }]]),
  coverage: { firstYear: 2018, lastYear: 2018 },
  position: 42,
  asOf: '2019-03-01T00:00:00.000Z',
});

describe('CSV', () => {
  it('quotes what RFC 4180 asks to be quoted', () => {
    expect(toCsv([['a', 'b,c', 'd"e', 'f\ng']])).toBe('a,"b,c","d""e","f\ng"\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1'])('makes the text %j harmless', (text) => {
    expect(toCsv([[text]])).toBe(`'${text}\r\n`);
  });

  it('makes a harmful text harmless inside its quotes', () => {
    expect(toCsv([['=HYPERLINK("x","y")']])).toBe('"\'=HYPERLINK(""x"",""y"")"\r\n');
  });

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

  it('says on every line of its CSV as of when it is', () => {
    const lines = reportCsv(form, report).trimEnd().split('\r\n');
    expect(lines).toHaveLength(66);
    expect(lines.at(-5)).toContain('gk-2014,1,2018,42,2019-03-01T00:00:00.000Z,funding,1,');
    expect(lines.at(-5)).toMatch(/,万元,number,205\.5,declared$/);
    expect(lines[3]).toMatch(/,blank,,declared$/);
  });
});
