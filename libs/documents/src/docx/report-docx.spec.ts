import { forms, publishedForms } from '@app/reports';
import { documentOf, figuresOf, reportWith } from '../documents-for-specs';
import { isWellFormed, type Places, unzipped, wordTables } from '../files-for-specs';
import type { ReportDocument } from '../report-document';
import { reportDocx } from './report-docx';

const filesOf = async (document: ReportDocument) => unzipped(await reportDocx(document));
const tablesOf = async (document: ReportDocument) => wordTables((await filesOf(document)).get('word/document.xml') ?? '');
const textAt = (table: Places | undefined, place: string) => table?.get(place)?.text;

describe('a Word document', () => {
  it.each(publishedForms)('of $id has every figure, in cells that cover its tables exactly', async (form) => {
    const tables = await tablesOf(documentOf(form, 2024));
    const texts = tables.flatMap((table) => [...table.values()].map(({ text }) => text));
    expect(texts).toEqual(expect.arrayContaining(Object.values(figuresOf(form))));
    expect(tables).toHaveLength(form.tables.length);
  });

  it('of gk-2021 has the figures of table three beside their labels', async () => {
    const form = forms['gk-2021'];
    const figures = figuresOf(form);
    const [, three, four] = await tablesOf(documentOf(form, 2024));
    expect(three?.get('5:0')).toEqual({ text: '三、本年度办理结果', rows: 22, columns: 1 });
    expect(three?.get('7:1')).toEqual({ text: '（三）不予公开', rows: 8, columns: 1 });
    expect(three?.get('0:3')).toEqual({ text: '申请人情况', rows: 1, columns: 7 });
    expect(textAt(three, '5:3')).toBe(figures['granted:natural-person']);
    expect(textAt(three, '26:9')).toBe(figures['results-total:total']);
    expect(textAt(four, '3:14')).toBe(figures['litigation-after:total']);
  });

  it('of gk-2014 has its heading, its three columns and the line of those who sign', async () => {
    const form = forms['gk-2014'];
    const document = { ...documentOf(form, 2018, { funding: '205.5' }), report: reportWith(form, 2018, { funding: '205.5' }) };
    const xml = (await filesOf(document)).get('word/document.xml') ?? '';
    for (const text of [
      '（2018年度）',
      '填报单位（盖章）：永顺县人民政府',
      '单位负责人：',
      '审核人：',
      '填报人：',
      '联系电话：',
      '填报日期：',
    ])
      expect(xml).toContain(text);
    const [table] = wordTables(xml);
    expect(['0:0', '0:1', '0:2'].map((place) => textAt(table, place))).toEqual(['统计指标', '单位', '统计数']);
    expect(['1:0', '1:1', '1:2'].map((place) => textAt(table, place))).toEqual(['一、主动公开情况', '——', '——']);
    expect([...(table?.values() ?? [])].some(({ text }) => text === '205.5')).toBe(true);
  });

  it('tells a declared figure from a counted one, and says how', async () => {
    const form = forms['gk-2014'];
    const document = documentOf(form, 2018);
    const cells = document.report.cells.map((cell) =>
      cell.code === 'funding' && cell.state === 'number' ? { ...cell, origin: 'declared' as const } : cell,
    );
    const xml = (await filesOf({ ...document, report: { ...document.report, cells } })).get('word/document.xml') ?? '';
    expect(xml).toContain('注：† 填报数据；无标记的由系统统计。');
    expect(wordTables(xml).flatMap((table) => [...table.values()].filter(({ text }) => text.endsWith('†')))).toHaveLength(1);
  });

  it('says on every page, and in its properties, where it comes from', async () => {
    const document = documentOf(forms['gk-2021'], 2024);
    const files = await filesOf(document);
    for (const part of ['word/footer1.xml', 'docProps/core.xml'])
      for (const fact of [document.digest, 'gk-2021 第1版', '4242', '2025-01-20T08:30:11.000Z', '2025.1'])
        expect(files.get(part)).toContain(fact);
    expect(files.get('docProps/custom.xml')).toContain(document.digest);
    expect(files.get('docProps/core.xml')).toContain('<dcterms:created xsi:type="dcterms:W3CDTF">2025-01-20T08:30:11Z<');
  });

  it('turns a page for a table of many columns, with the same foot', async () => {
    const columns = Array.from({ length: 9 }, (_, index) => ({ code: `c${index}`, zh: `第${index}季`, en: `Q${index}` }));
    const line = {
      code: 'calls',
      zh: '来电',
      en: 'Calls',
      unit: '件',
      level: 0,
      cells: Object.fromEntries(columns.map(({ code }) => [code, `calls:${code}`])),
    };
    const rows = columns.map(({ code }) => ({
      ...line,
      code: `calls:${code}`,
      kind: 'value' as const,
      figure: { kind: 'declared' as const, code },
    }));
    const form = {
      ...forms['annual-response'],
      identities: [],
      rows,
      tables: [{ code: 't', title: { zh: '表', en: 'T' }, columns, lines: [line] }],
    };
    const xml = (await filesOf(documentOf(form, 2024))).get('word/document.xml') ?? '';
    expect(xml).toContain('w:orient="landscape"');
    expect(xml).not.toContain('w:orient="portrait"');
  });

  it('is made of parts that are well-formed', async () => {
    for (const [path, xml] of await filesOf(documentOf(forms['gk-2021'], 2024))) expect([path, isWellFormed(xml)]).toEqual([path, true]);
  });
});
