import { type CellKind, type Grid, type GridCell, rowsOf } from '../grid';
import { markOf } from '../notices';
import { printable } from '../text';
import type { Docx, Table, TableCell } from './docx-package';

/** Sizes in half points. */
const size = 18;

const alignments: Readonly<Record<CellKind, 'center' | 'left' | 'right'>> = {
  head: 'center',
  label: 'left',
  text: 'center',
  figure: 'right',
};

const alignmentOf = ({ kind, cell }: GridCell): 'center' | 'left' | 'right' =>
  kind === 'figure' && cell?.state !== 'number' ? 'center' : alignments[kind];

const cellOf = ({ Paragraph, TableCell, TextRun }: Docx, each: GridCell, small: boolean): TableCell => {
  const mark = markOf(each);
  const text = new TextRun({ text: printable(each.text), size: small ? size - 3 : size, bold: each.kind === 'head' });
  return new TableCell({
    rowSpan: each.rows,
    columnSpan: each.columns,
    verticalAlign: 'center',
    margins: { left: small ? 30 : 80, right: small ? 30 : 80, top: 20, bottom: 20 },
    children: [
      new Paragraph({
        alignment: alignmentOf(each),
        ...(each.indent !== undefined && { indent: { left: each.indent * 360 } }),
        children: mark ? [text, new TextRun({ text: mark, superScript: true, size, color: '555555' })] : [text],
      }),
    ],
  });
};

/** A grid as a table of this width in twentieths of a point; labels of groups are merged cells. */
export const docxTable = (docx: Docx, grid: Grid, width: number): Table => {
  const { Table, TableRow } = docx;
  const all = grid.widths.reduce((sum, each) => sum + each, 0);
  const small = grid.widths.length > 8;
  return new Table({
    width: { size: width, type: 'dxa' },
    layout: 'fixed',
    columnWidths: grid.widths.map((each) => Math.floor((each * width) / all)),
    rows: rowsOf(grid).map(
      (row, index) =>
        new TableRow({
          cantSplit: true,
          tableHeader: index < grid.headRows,
          children: row.map((each) => cellOf(docx, each, small)),
        }),
    ),
  });
};
