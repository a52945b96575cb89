import type { Column, FormTable, Line } from '@app/reports';
import { type Filled, figureAt, type Grid, type GridCell, headAt, labelAt } from '../grid';

/** An item of article 20 and the lines below it, with the columns these have. */
interface Block {
  readonly heading: Line | undefined;
  readonly lines: readonly Line[];
}

const isHeading = ({ cells }: Line): boolean => Object.keys(cells).length === 0;

const blocksOf = (lines: readonly Line[]): readonly Block[] =>
  lines.reduce<Block[]>((blocks, line) => {
    if (isHeading(line)) return [...blocks, { heading: line, lines: [] }];
    const last = blocks.at(-1) ?? { heading: undefined, lines: [] };
    return [...blocks.slice(0, -1), { ...last, lines: [...last.lines, line] }];
  }, []);

const columnsOf = ({ columns }: FormTable, { lines }: Block): readonly Column[] =>
  columns.filter(({ code }) => lines.some(({ cells }) => cells[code] !== undefined));

const commonDivisor = (one: number, other: number): number => (other === 0 ? one : commonDivisor(other, one % other));

/** Into how many columns the right side is divided so that blocks of different columns stand exactly under each other. */
const unitsFor = (counts: readonly number[]): number => {
  const exact = counts.reduce((units, count) => (units * count) / commonDivisor(units, count), 1);
  return exact <= 12 ? exact : Math.max(...counts);
};

const drawBlock = (filled: Filled, table: FormTable, block: Block, units: number, first: number): readonly GridCell[] => {
  const columns = columnsOf(table, block);
  const from = (index: number): number => 1 + Math.floor((index * units) / columns.length);
  const across = (index: number) => [from(index), 1, from(index + 1) - from(index)] as const;
  const heading = block.heading ? [headAt([first, 0, 1, units + 1], block.heading.zh)] : [];
  const top = first + heading.length;
  if (columns.length === 0) return heading;
  return [
    ...heading,
    headAt([top, 0], '信息内容'),
    ...columns.map(({ zh }, index) => headAt([top, ...across(index)], zh)),
    ...block.lines.flatMap((line, row) => [
      labelAt([top + 1 + row, 0], line.zh, Math.max(line.level - 1, 0)),
      ...columns.map(({ code }, index) => figureAt([top + 1 + row, ...across(index)], filled, line.cells[code])),
    ]),
  ];
};

const heightOf = ({ heading, lines }: Block): number => (heading ? 1 : 0) + (lines.length > 0 ? 1 + lines.length : 0);

/** Table two: a row over the full width for each item of article 20, below it 信息内容 and the columns of its own. */
export const blocks = (filled: Filled, table: FormTable): Grid => {
  const all = blocksOf(table.lines);
  const units = unitsFor(all.map((block) => Math.max(columnsOf(table, block).length, 1)));
  const cells: GridCell[] = [];
  let rows = 0;
  for (const block of all) {
    cells.push(...drawBlock(filled, table, block, units, rows));
    rows += heightOf(block);
  }
  return {
    code: table.code,
    title: table.title.zh,
    widths: [25, ...Array.from({ length: units }, () => 75 / units)],
    rows,
    headRows: 0,
    isWide: false,
    cells,
  };
};
