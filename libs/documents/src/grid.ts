import type { Cell, Form, Report } from '@app/reports';

/** `head` is over columns, `label` beside rows, `text` says neither, `figure` is a figure of the report or a place where none is asked for. */
export type CellKind = 'head' | 'label' | 'text' | 'figure';

/** A cell of a printed table, and how many rows and columns it covers. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly kind: CellKind;
  readonly text: string;
  /** How far a label is indented. */
  readonly indent?: number;
  /** The figure; a `figure` without one is not asked for. */
  readonly cell?: Cell;
}

/** A table as it is printed, the same for every kind of file. Its cells cover it exactly. */
export interface Grid {
  readonly code: string;
  readonly title: string;
  /** How wide the columns are, beside each other. */
  readonly widths: readonly number[];
  readonly rows: number;
  /** The first rows, which are printed again on the next page. */
  readonly headRows: number;
  /** It needs a page across. */
  readonly isWide: boolean;
  readonly cells: readonly GridCell[];
}

/** What a layout draws from. */
export interface Filled {
  readonly form: Form;
  readonly cellOf: (code: string) => Cell;
}

export const filledOf = (form: Form, report: Report): Filled => {
  const byCode = new Map(report.cells.map((cell) => [cell.code, cell]));
  return {
    form,
    cellOf: (code) => {
      const cell = byCode.get(code);
      if (!cell) throw new Error(`the report has no cell ${code}`);
      return cell;
    },
  };
};

type Place = readonly [row: number, column: number, rows?: number, columns?: number];

const placed = (kind: CellKind, [row, column, rows = 1, columns = 1]: Place, text: string): GridCell => ({
  row,
  column,
  rows,
  columns,
  kind,
  text,
});

export const headAt = (place: Place, text: string): GridCell => placed('head', place, text);
export const labelAt = (place: Place, text: string, indent = 0): GridCell => ({
  ...placed('label', place, text),
  ...(indent > 0 && { indent }),
});
export const textAt = (place: Place, text: string): GridCell => placed('text', place, text);

const notAsked = '——';

/** The figure of a cell by its code, or the sign that none is asked for. */
export const figureAt = (place: Place, { cellOf }: Filled, code: string | undefined): GridCell => {
  if (code === undefined) return placed('figure', place, notAsked);
  const cell = cellOf(code);
  return { ...placed('figure', place, cell.state === 'not-applicable' ? notAsked : cell.text), cell };
};

/** The cells that begin in each row, from left to right. */
export const rowsOf = ({ rows, cells }: Grid): readonly (readonly GridCell[])[] => {
  const byRow: GridCell[][] = Array.from({ length: rows }, () => []);
  for (const cell of cells) byRow[cell.row]?.push(cell);
  return byRow.map((row) => row.toSorted((one, other) => one.column - other.column));
};
