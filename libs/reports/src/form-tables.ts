import { type Sentence, say } from '@app/cases';
import type { Column, Figure, FormTable, Line, Row } from './form';

/** A line of a table of several columns, with a figure for each column it has. */
export interface ColumnedLine extends Omit<Line, 'cells'> {
  readonly figures: Readonly<Record<string, Figure>>;
  readonly note?: Sentence;
}

export interface ColumnedTable extends Omit<FormTable, 'lines'> {
  readonly lines: readonly ColumnedLine[];
}

/** A table and its cells. */
export interface TableAndRows {
  readonly table: FormTable;
  readonly rows: readonly Row[];
}

const count: Column = { code: 'count', zh: '统计数', en: 'Count' };

/** A form of one column: the lines are the cells. */
export const singleColumn = (rows: readonly Row[], title: Sentence = say('统计表', 'Statistical table'), column = count): TableAndRows => ({
  rows,
  table: {
    code: 'table',
    title,
    columns: [column],
    lines: rows.map(({ code, zh, en, unit, level, kind }) => ({
      code,
      zh,
      en,
      unit,
      level,
      cells: kind === 'header' ? {} : { [column.code]: code },
    })),
  },
});

export const cellCode = (line: string, column: string): string => `${line}:${column}`;

const headerRow = ({ code, zh, en, level }: ColumnedLine): Row => ({
  code,
  zh,
  en,
  unit: null,
  level,
  kind: 'header',
  figure: { kind: 'header' },
});

const cellRow = (line: ColumnedLine, { code, zh, en, unit }: Column, figure: Figure): Row => ({
  code: cellCode(line.code, code),
  zh: `${line.zh}·${zh}`,
  en: `${line.en}: ${en}`,
  unit: unit ?? line.unit,
  level: line.level,
  kind: 'value',
  figure,
  ...(line.note && { note: line.note }),
});

const rowsOf = (line: ColumnedLine, columns: readonly Column[]): readonly Row[] => {
  const cells = columns.flatMap((column) => {
    const figure = line.figures[column.code];
    return figure ? [cellRow(line, column, figure)] : [];
  });
  return cells.length > 0 ? cells : [headerRow(line)];
};

/** A table of several columns, and every cell under the code of its line and column. */
export const columned = ({ code, title, columns, lines }: ColumnedTable): TableAndRows => ({
  rows: lines.flatMap((line) => rowsOf(line, columns)),
  table: {
    code,
    title,
    columns,
    lines: lines.map(({ code: of, zh, en, unit, level, figures }) => ({
      code: of,
      zh,
      en,
      unit,
      level,
      cells: Object.fromEntries(columns.filter((each) => figures[each.code]).map((each) => [each.code, cellCode(of, each.code)])),
    })),
  },
});

/** The cells and tables of a form, in order. */
export const tablesOf = (...parts: readonly TableAndRows[]): { readonly rows: readonly Row[]; readonly tables: readonly FormTable[] } => ({
  rows: parts.flatMap(({ rows }) => rows),
  tables: parts.map(({ table }) => table),
});
