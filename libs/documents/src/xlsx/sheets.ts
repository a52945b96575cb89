import type { CellObject } from 'write-excel-file/node';
import { type Grid, type GridCell, rowsOf } from '../grid';
import type { Part, Parts } from '../parts';
import { provenanceOf } from '../provenance';
import type { ReportDocument } from '../report-document';
import { printable } from '../text';
import { pieces, sheetCell, textCell } from './cells';
import type { XlsxSheet } from './xlsx-package';

type Rows = (CellObject | null)[][];

/** In characters, of which a Chinese one takes two. */
const sheetWidth = 120;

const columnsOf = ({ widths }: Grid): { width: number }[] => {
  const all = widths.reduce((sum, each) => sum + each, 0);
  return widths.map((width) => ({ width: Math.max(6, Math.round((width * sheetWidth) / all)) }));
};

/** In points, for a text in a cell of this width. */
const heightFor = (text: string, width: number): number => {
  const taken = [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0xff ? 2 : 1), 0);
  return Math.min(400, 3 + 15 * Math.ceil(Math.max(1, taken) / Math.max(1, width - 1)));
};

/** A text over the whole width. */
const across = (text: string, width: number, look: Parameters<typeof textCell>[1] = {}): Rows[number] => [
  textCell(text, { height: heightFor(text, sheetWidth), ...look, ...(width > 1 && { columnSpan: width }) }),
  ...Array.from({ length: width - 1 }, () => null),
];

/** Rows are as high as their longest text needs: a spreadsheet does not reckon it by itself where cells are merged. */
const gridRows = (grid: Grid): Rows => {
  const columns = columnsOf(grid);
  const widthOf = ({ column, columns: many }: GridCell): number =>
    columns.slice(column, column + many).reduce((sum, { width }) => sum + width, 0);
  return rowsOf(grid).map((row) => {
    const cells: (CellObject | null)[] = grid.widths.map(() => null);
    const height = Math.max(...row.filter(({ rows }) => rows === 1).map((each) => heightFor(each.text, widthOf(each))), 18);
    for (const each of row) cells[each.column] = { ...sheetCell(each), height };
    return cells;
  });
};

const gridSheet = (parts: Parts, grid: Grid): XlsxSheet => {
  const width = grid.widths.length;
  const { title, subtitle, filledInBy, standing, notices, signatures, legend } = parts;
  return {
    sheet: grid.title,
    columns: columnsOf(grid),
    data: [
      across(title + subtitle, width, { fontWeight: 'bold', fontSize: 16, align: 'center', height: 28 }),
      ...notices.map((notice) => across(`※ ${notice}`, width)),
      across([filledInBy, parts.parts.length > 1 ? grid.title : '', `［${standing}］`].filter(Boolean).join('　　'), width, { height: 20 }),
      ...gridRows(grid),
      ...(legend ? [across(legend, width, { textColor: '#444444' })] : []),
      ...(signatures.length > 0 ? [across(signatures.join('　　　　　　'), width, { height: 24 })] : []),
    ],
  };
};

const textSheet = (parts: readonly Part[]): XlsxSheet => ({
  sheet: '正文',
  columns: [{ width: 110 }],
  data: parts
    .filter(({ paragraphs }) => paragraphs.length > 0)
    .flatMap(({ title, paragraphs }) => [
      [textCell(title, { fontWeight: 'bold', fontSize: 13 })],
      ...paragraphs.flatMap(pieces).map((paragraph) => [textCell(paragraph, { height: heightFor(paragraph, 110) })]),
    ]),
});

const notesSheet = (document: ReportDocument, { notices, standing, legend, broken }: Parts): XlsxSheet => {
  const { form, report } = document;
  const stated = [
    ['报表名称', form.title.zh, form.title.en],
    ['制定机关', form.authority.zh, form.authority.en],
    ['年度', String(report.year), 'Year'],
    ['填报单位', document.agency, 'Agency'],
    ['状态', standing, 'Standing'],
    ...provenanceOf(document).map(({ name, value }) => [name.zh, value, name.en]),
    ...notices.map((notice) => ['提示', notice, '']),
    ...(legend ? [['图例', legend, '']] : []),
    ...broken.map((each) => ['勾稽关系', each, '']),
  ];
  return {
    sheet: '说明',
    columns: [{ width: 14 }, { width: 90 }, { width: 40 }],
    data: stated.map(([name = '', value = '', en = '']) => {
      const height = Math.max(heightFor(value, 90), heightFor(en, 40));
      return [textCell(name, { fontWeight: 'bold', height }), textCell(value, { height }), textCell(en, { textColor: '#666666', height })];
    }),
  };
};

const lastCharacters = 28;

/** Names of sheets are short, unlike each other, and without some signs. */
const named = (sheets: readonly XlsxSheet[]): XlsxSheet[] => {
  const taken = new Set<string>();
  return sheets.map((sheet) => {
    const plain = [...printable(sheet.sheet ?? '').replace(/[[\]:*?/\\<>&"'\s]/g, '')].slice(0, lastCharacters / 2).join('') || '表';
    let name = plain;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${plain}${number}`;
    taken.add(name.toLowerCase());
    return { ...sheet, sheet: name };
  });
};

/** One sheet for each table, one for the text where there is any, and 说明. */
export const sheetsOf = (document: ReportDocument, parts: Parts): XlsxSheet[] =>
  named([
    ...parts.parts.flatMap(({ grid }) => (grid ? [gridSheet(parts, grid)] : [])),
    ...(parts.parts.some(({ paragraphs }) => paragraphs.length > 0) ? [textSheet(parts.parts)] : []),
    notesSheet(document, parts),
  ]);
