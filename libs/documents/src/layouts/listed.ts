import type { FormTable, Line } from '@app/reports';
import { type Filled, figureAt, type Grid, type GridCell, headAt, labelAt, textAt } from '../grid';
import { columnHeads, headRowsOf } from './column-heads';

const rowOfLine = (filled: Filled, { columns }: FormTable, line: Line, row: number): readonly GridCell[] => [
  labelAt([row, 0], line.zh, line.level),
  textAt([row, 1], line.unit ?? '——'),
  ...columns.map(({ code }, index) => figureAt([row, 2 + index], filled, line.cells[code])),
];

/** 统计指标 | 单位 | the columns: the form of 2014, and every table that has no layout of its own. */
export const listed = (filled: Filled, table: FormTable): Grid => {
  const { code, title, columns, lines } = table;
  const high = headRowsOf(columns);
  const isWide = columns.length > 6;
  return {
    code,
    title: title.zh,
    widths: [isWide || columns.length > 3 ? 30 : 60, 8, ...columns.map(() => (columns.length === 1 ? 16 : 10))],
    rows: high + lines.length,
    headRows: high,
    isWide,
    cells: [
      headAt([0, 0, high], '统计指标'),
      headAt([0, 1, high], '单位'),
      ...columnHeads(columns, 0, 2, true),
      ...lines.flatMap((line, index) => rowOfLine(filled, table, line, high + index)),
    ],
  };
};
