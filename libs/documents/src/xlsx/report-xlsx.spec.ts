import { type Cell, forms, publishedForms } from '@app/reports';
import { documentOf, figuresOf } from '../documents-for-specs';
import { isWellFormed, sheetsIn, unzipped } from '../files-for-specs';
import type { ReportDocument } from '../report-document';
import { reportXlsx } from './report-xlsx';

const filesOf = async (document: ReportDocument) => unzipped(await reportXlsx(document));
const sheetsOf = async (document: ReportDocument) => sheetsIn(await filesOf(document));

const withCells = (document: ReportDocument, change: (cell: Cell) => Cell): ReportDocument => ({
  ...document,
  report: { ...document.report, cells: document.report.cells.map(change) },
});

describe('an Excel file', () => {
  it.each(publishedForms)('of $id has every figure as a number, once', async (form) => {
    const sheets = await sheetsOf(documentOf(form, 2024));
    const numbers = sheets.flatMap(({ cells }) => [...cells.values()].flatMap(({ isNumber, text }) => (isNumber ? text : [])));
    expect(numbers.toSorted()).toEqual(Object.values(figuresOf(form)).toSorted());
  });

  it('has a sheet for each table, and 说明', async () => {
    const sheets = await sheetsOf(documentOf(forms['gk-2021'], 2024));
    expect(sheets.map(({ name }) => name)).toEqual([
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申',
      '四、政府信息公开行政复议、行',
      '说明',
    ]);
  });

  it('merges what is merged on the form', async () => {
    const form = forms['gk-2021'];
    const [, three] = await sheetsOf(documentOf(form, 2024));
    // Above the table: the title, and the line of table and standing.
    expect(three?.merged).toEqual(expect.arrayContaining(['A3:C5', 'D3:J3', 'E4:I4', 'A8:A29', 'B10:B17']));
    expect(three?.cells.get('A8')?.text).toBe('三、本年度办理结果');
    expect(three?.cells.get('J30')).toEqual({ text: figuresOf(form)['carried-out:total'], isNumber: true });
  });

  it('keeps the decimals that were stated, marks what was declared, and lets no figure become another one', async () => {
    const long = '1234567890123456.5';
    const figures = { funding: '205.5', fees: '59237.2449', staff: long };
    const document = withCells(documentOf(forms['gk-2014'], 2018, figures), (cell) =>
      cell.code === 'fees' && cell.state === 'number' ? { ...cell, origin: 'declared' } : cell,
    );
    const files = await filesOf(document);
    const cells = [...(sheetsIn(files)[0]?.cells.values() ?? [])];
    expect(cells.filter(({ isNumber }) => isNumber).map(({ text }) => text)).toEqual(['59237.2449', '205.5']);
    expect(cells.find(({ text }) => text === long)).toEqual({ text: long, isNumber: false });
    expect(files.get('xl/styles.xml')).toContain('formatCode="0.0"');
    expect(files.get('xl/styles.xml')).toContain('formatCode="0.0000&quot;†&quot;"');
  });

  it('leaves blank what nobody has said, and shows what is not asked for', async () => {
    const [sheet] = await sheetsOf(documentOf(forms['gk-2014'], 2018, {}));
    const at = (address: string) => sheet?.cells.get(address)?.text;
    expect([at('A4'), at('B4'), at('C4')]).toEqual(['一、主动公开情况', '——', '——']);
    expect([at('B5'), at('C5') ?? '']).toEqual(['条', '']);
  });

  it('says in 说明, at the foot of each sheet and in its properties where it comes from', async () => {
    const document = documentOf(forms['gk-2021'], 2024);
    const files = await filesOf(document);
    const notes = [...(sheetsIn(files).at(-1)?.cells.values() ?? [])].map(({ text }) => text);
    for (const fact of [document.digest, 'gk-2021 第1版', '4242', '2025-01-20T08:30:11.000Z', '2025.1']) {
      expect(notes).toContain(fact);
      expect(files.get('docProps/core.xml')).toContain(fact);
      for (const sheet of ['1', '2', '3', '4'])
        expect(files.get(`xl/worksheets/sheet${sheet}.xml`)?.split('<oddFooter>')[1]).toContain(fact);
    }
  });

  it('has the text of the chapters on a sheet of its own, a long paragraph in pieces', async () => {
    const chapters = [{ title: '一、总体情况', paragraphs: ['短', '长'.repeat(40_000)] }];
    const sheets = await sheetsOf({ ...documentOf(forms['gk-2021'], 2024), chapters });
    const texts = [...(sheets.find(({ name }) => name === '正文')?.cells.values() ?? [])].map(({ text }) => text);
    expect(texts.slice(0, 2)).toEqual(['一、总体情况', '短']);
    expect(texts.slice(2).join('')).toBe('长'.repeat(40_000));
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThan(32_767);
  });

  it('is made of parts that are well-formed', async () => {
    for (const [path, xml] of await filesOf(documentOf(forms['gk-2021'], 2024))) expect([path, isWellFormed(xml)]).toEqual([path, true]);
  });
});
