import type { FormTable, Line } from '@app/reports';
import { type Filled, figureAt, type Grid, type GridCell, headAt, labelAt } from '../grid';
import { columnHeads, headRowsOf } from './column-heads';

/** A line, how many groups it stands in, and how many rows its label covers when it is a group itself. */
interface Nested {
  readonly line: Line;
  readonly depth: number;
  readonly members: number;
}

const isHeading = ({ cells }: Line): boolean => Object.keys(cells).length === 0;

const nestedOf = (lines: readonly Line[]): readonly Nested[] => {
  const open: Line[] = [];
  return lines.map((line, index) => {
    while (open.length > 0 && (open.at(-1) as Line).level >= line.level) open.pop();
    const depth = open.length;
    const next = lines.findIndex((other, at) => at > index && other.level <= line.level);
    const members = isHeading(line) ? (next === -1 ? lines.length : next) - index - 1 : 0;
    if (members > 0) open.push(line);
    return { line, depth, members };
  });
};

/** Rows of values that a group's label stands beside: groups within it take no row of their own. */
const heightOf = (nested: readonly Nested[], index: number): number => {
  const { members } = nested[index] as Nested;
  return nested.slice(index + 1, index + 1 + members).filter((each) => each.members === 0).length;
};

/** What stands over the columns, and in the corner beside it. */
interface Over {
  readonly title: string;
  readonly corner: string;
}

/** Table three: lines that name a group stand at the left of it, merged over its rows; over the columns what they have in common. */
export const grouped =
  ({ title, corner }: Over) =>
  (filled: Filled, table: FormTable): Grid => {
    const { columns, lines } = table;
    const nested = nestedOf(lines);
    const deep = Math.max(...nested.map(({ depth }) => depth)) + 1;
    const high = 1 + headRowsOf(columns);
    const cells: GridCell[] = [headAt([0, 0, high, deep], corner), headAt([0, deep, 1, columns.length], title)];
    cells.push(...columnHeads(columns, 1, deep, false));
    let row = high;
    for (const [index, { line, depth, members }] of nested.entries()) {
      if (members > 0) cells.push(labelAt([row, depth, heightOf(nested, index), 1], line.zh));
      else {
        cells.push(labelAt([row, depth, 1, deep - depth], line.zh));
        cells.push(...columns.map(({ code }, column) => figureAt([row, deep + column], filled, line.cells[code])));
        row += 1;
      }
    }
    const groups = Array.from({ length: deep - 1 }, () => 9);
    return {
      code: table.code,
      title: table.title.zh,
      widths: [...groups, 40 - 9 * Math.min(groups.length, 3), ...columns.map(() => 60 / columns.length)],
      rows: row,
      headRows: high,
      isWide: columns.length > 8,
      cells,
    };
  };
