import type { Column } from '@app/reports';
import { type GridCell, headAt } from '../grid';

interface Run {
  readonly under: string | undefined;
  readonly columns: readonly Column[];
}

/** Neighbours that stand under the same heading. */
const runsOf = (columns: readonly Column[]): readonly Run[] =>
  columns.reduce<Run[]>((runs, column) => {
    const last = runs.at(-1);
    const under = column.under?.zh;
    if (last && under !== undefined && last.under === under) return [...runs.slice(0, -1), { under, columns: [...last.columns, column] }];
    return [...runs, { under, columns: [column] }];
  }, []);

const titleOf = ({ zh, unit }: Column, withUnit: boolean): string => (withUnit && unit !== undefined ? `${zh}（${unit}）` : zh);

/** How many rows the headings of these columns take. */
export const headRowsOf = (columns: readonly Column[]): 1 | 2 => (columns.some(({ under }) => under) ? 2 : 1);

/** The headings of columns from this place on; what has nothing over it is as high as both rows. */
export const columnHeads = (columns: readonly Column[], row: number, column: number, withUnit: boolean): readonly GridCell[] => {
  const high = headRowsOf(columns);
  const cells: GridCell[] = [];
  let at = column;
  for (const { under, columns: those } of runsOf(columns)) {
    const from = at;
    if (under !== undefined) cells.push(headAt([row, from, 1, those.length], under));
    cells.push(
      ...those.map((each, index) =>
        headAt(under === undefined ? [row, from + index, high] : [row + 1, from + index], titleOf(each, withUnit)),
      ),
    );
    at += those.length;
  }
  return cells;
};
