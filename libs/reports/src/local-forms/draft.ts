import type { Form, FormTable, Row } from '../form';
import { columned, type ColumnedLine, type ColumnedTable, singleColumn, type TableAndRows, tablesOf } from '../form-tables';

/** A table with its figures at its lines, as it is easiest to change. */
export interface DraftTable extends ColumnedTable {
  /** It has one column, and its cells have the codes of their lines. */
  readonly isPlain: boolean;
}

const draftTable = (table: FormTable, rows: ReadonlyMap<string, Row>): DraftTable => {
  const { code, title, columns, lines } = table;
  return {
    code,
    title,
    columns,
    isPlain: columns.length === 1 && lines.every((line) => Object.values(line.cells).every((cell) => cell === line.code)),
    lines: lines.map(({ cells, ...line }): ColumnedLine => {
      const found = Object.entries(cells).flatMap(([column, cell]) => {
        const row = rows.get(cell);
        return row ? [[column, row] as const] : [];
      });
      const note = found[0]?.[1].note;
      return { ...line, figures: Object.fromEntries(found.map(([column, { figure }]) => [column, figure])), ...(note && { note }) };
    }),
  };
};

/** The tables of a form, to be changed. */
export const draftOf = ({ tables, rows }: Pick<Form, 'tables' | 'rows'>): readonly DraftTable[] => {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  return tables.map((table) => draftTable(table, byCode));
};

const plainRow =
  (column: string) =>
  ({ figures, code, zh, en, unit, level, note }: ColumnedLine): Row => {
    const figure = figures[column];
    return figure
      ? { code, zh, en, unit, level, kind: 'value', figure, ...(note && { note }) }
      : { code, zh, en, unit: null, level, kind: 'header', figure: { kind: 'header' } };
  };

const plain = ({ code, title, columns: [column], lines }: DraftTable): TableAndRows => {
  const { table, rows } = singleColumn(lines.map(plainRow(column?.code ?? '')), title, column);
  return { rows, table: { ...table, code } };
};

/** The cells and tables that the drafts stand for. */
export const undrafted = (drafts: readonly DraftTable[]): Pick<Form, 'rows' | 'tables'> =>
  tablesOf(...drafts.map((draft) => (draft.isPlain ? plain(draft) : columned(draft))));
