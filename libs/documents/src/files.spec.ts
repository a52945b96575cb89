import { chartsOf, forms, type Report } from '@app/reports';
import { documentOf } from './documents-for-specs';
import { isWellFormed, sheetsIn, unzipped, wordTables } from './files-for-specs';
import { reportDocx, reportHtml, reportXlsx } from '.';
import type { ReportDocument } from './report-document';

const document = documentOf(forms['gk-2021'], 2024);
const charts = chartsOf(2024, [{ basis: 'received', year: 2024, month: 1, channel: 'phone', n: 3 }], []);

const everything = async (given: ReportDocument) => ({
  word: await reportDocx(given),
  excel: await reportXlsx(given),
  page: await reportHtml({ ...given, charts }),
});

const onlyTheDate = ['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'setInterval', 'setTimeout'] as const;

const at = async (now: string, given: ReportDocument) => {
  jest.useFakeTimers({ now: new Date(now), doNotFake: [...onlyTheDate, 'clearImmediate', 'clearInterval', 'clearTimeout'] });
  try {
    return await everything(given);
  } finally {
    jest.useRealTimers();
  }
};

describe('the files of a report', () => {
  it('are the same byte by byte, whenever they are made', async () => {
    const [one, other] = [await at('2025-02-01T00:00:00Z', document), await at('2031-07-09T12:34:56Z', document)];
    expect(Buffer.compare(one.word, other.word)).toBe(0);
    expect(Buffer.compare(one.excel, other.excel)).toBe(0);
    expect(one.page).toBe(other.page);
  });

  it('are others when the report is another', async () => {
    const report: Report = { ...document.report, position: 4243 };
    const [one, other] = [await everything(document), await everything({ ...document, report })];
    expect(Buffer.compare(one.word, other.word)).not.toBe(0);
    expect(Buffer.compare(one.excel, other.excel)).not.toBe(0);
    expect(one.page).not.toBe(other.page);
  });
});

const hostile = [
  '=HYPERLINK("http://evil.example","x")',
  '+1',
  '-2+3',
  '@SUM(A1)',
  '＝1',
  '\t=1',
  '\u0000=1',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</style><script>alert(2)</script>',
  'a\u0000b\u0001c\u000bd\u001b',
  '\ud800 lone \udc00',
  '\uffff\ufffe',
  '&amp; & ]]> _x0041_',
  '{default-bullet-numbering-0}',
  'x'.repeat(300),
];

describe.each(hostile)('the text %j', (text) => {
  const verdicts = [{ zh: text, en: text }];
  const chapters = [{ title: text, paragraphs: [text] }];
  const report: Report = { ...document.report, calendar: text, notices: verdicts };
  const sealed = { number: text, on: '2025-03-01', by: text };
  const unit = chartsOf(2024, [{ basis: 'answered', year: 2024, month: 1, channel: text, unit: text, timing: 'late', n: 3 }], []);
  const given: ReportDocument = { ...document, agency: text, digest: text, verdicts, chapters, report, sealed };

  it('leaves a Word document that opens', async () => {
    const files = await unzipped(await reportDocx(given));
    for (const [path, xml] of files) expect([path, isWellFormed(xml)]).toEqual([path, true]);
    expect(wordTables(files.get('word/document.xml') ?? '')).toHaveLength(3);
  });

  it('leaves an Excel file that opens, in which no text begins like a formula', async () => {
    const files = await unzipped(await reportXlsx(given));
    for (const [path, xml] of files) expect([path, isWellFormed(xml)]).toEqual([path, true]);
    const texts = sheetsIn(files).flatMap(({ cells }) => [...cells.values()].flatMap((cell) => (cell.isNumber ? [] : cell.text)));
    expect(texts.filter((each) => /^[\s]*[=+\-@＝＋－＠]/.test(each))).toEqual([]);
    for (const xml of files.values()) expect(xml).not.toContain('<f>');
  });

  it('runs nothing on a page', async () => {
    const html = await reportHtml({ ...given, charts: unit });
    const [, style = ''] = html.split(/<\/?style>/);
    expect(html.match(/<style>/g)).toHaveLength(1);
    expect(style).not.toContain('<');
    expect(html).not.toMatch(/<script|<img/);
    expect(isWellFormed(/<body>[\s\S]*<\/body>/.exec(html)?.[0] ?? '<')).toBe(true);
  });
});
