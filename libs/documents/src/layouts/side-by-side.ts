import type { Column, FormTable, Line } from '@app/reports';
import { type Filled, figureAt, type Grid, type GridCell, headAt } from '../grid';

/** A line beside the others: its name in two parts where it has them (行政诉讼·复议后起诉), its columns, and where they begin. */
interface Part {
  readonly line: Line;
  readonly group: string;
  readonly name: string | undefined;
  readonly columns: readonly Column[];
  readonly from: number;
}

const partsOf = ({ columns, lines }: FormTable): readonly Part[] => {
  let from = 0;
  return lines.map((line) => {
    const [group = '', name] = line.zh.split('·');
    const part: Part = { line, group, name, from, columns: columns.filter(({ code }) => line.cells[code] !== undefined) };
    from += part.columns.length;
    return part;
  });
};

const groupHeads = (parts: readonly Part[]): readonly GridCell[] =>
  parts.flatMap((part, index) => {
    if (index > 0 && parts[index - 1]?.group === part.group) return [];
    const after = parts.slice(index).findIndex(({ group }) => group !== part.group);
    const those = parts.slice(index, after === -1 ? undefined : index + after);
    return headAt([0, part.from, 1, those.reduce((sum, { columns }) => sum + columns.length, 0)], part.group);
  });

const partCells = (filled: Filled, { line, name, columns, from }: Part): readonly GridCell[] => [
  ...(name === undefined ? [] : [headAt([1, from, 1, columns.length], name)]),
  ...columns.map(({ zh }, index) => headAt(name === undefined ? [1, from + index, 2] : [2, from + index], zh)),
  ...columns.map(({ code }, index) => figureAt([3, from + index], filled, line.cells[code])),
];

/** Table four: all lines in one, their columns beside each other. */
export const sideBySide = (filled: Filled, table: FormTable): Grid => {
  const parts = partsOf(table);
  return {
    code: table.code,
    title: table.title.zh,
    widths: parts.flatMap(({ columns }) => columns.map(() => 1)),
    rows: 4,
    headRows: 3,
    isWide: false,
    cells: [...groupHeads(parts), ...parts.flatMap((part) => partCells(filled, part))],
  };
};
