import type { Cell, Row, RowChanges, Table } from '@app/projections';
import type { Statements } from './connection';
import { manyRows, putMany } from './put-many';
import { addText, chunks, loadText, putText, removeText, sizeFor, updateText } from './write-statements';

/** The row's cells, if they are in the order of the columns, as nearly always: `for in` reads a wide row several times as fast as by name. */
const pushInOrder = (cells: unknown[], columns: readonly string[], row: Row): boolean => {
  let index = 0;
  for (const name in row) {
    if (columns[index++] !== name) return false;
    cells.push(row[name]);
  }
  return index === columns.length;
};

const pushRow = (cells: unknown[], columns: readonly string[], row: Row): void => {
  const before = cells.length;
  if (pushInOrder(cells, columns, row)) return;
  cells.length = before;
  for (const column of columns) cells.push(row[column]);
};

const cellsOf = (columns: readonly string[], rows: readonly Row[], offset: number, size: number): unknown[] => {
  const cells: unknown[] = [];
  for (let index = offset; index < offset + size; index++) pushRow(cells, columns, rows[index] as Row);
  return cells;
};

type Text = (table: Table, rows: number) => string;

const writeRows = async (statements: Statements, table: Table, rows: readonly Row[], text: Text): Promise<void> => {
  const columns = Object.keys(table.columns);
  for (const [offset, size] of chunks(rows.length)) await statements.execute(text(table, size), cellsOf(columns, rows, offset, size));
};

const removeRows = async (statements: Statements, table: Table, keys: readonly (readonly Cell[])[]): Promise<void> => {
  for (const [offset, size] of chunks(keys.length)) {
    await statements.execute(removeText(table, size), keys.slice(offset, offset + size).flat());
  }
};

/** Inserts whole rows, or replaces those that are there. */
export const putRows = async (statements: Statements, table: Table, rows: readonly Row[]): Promise<void> => {
  const put = rows.length < manyRows ? 0 : await putMany(statements, table, rows);
  await writeRows(statements, table, put === 0 ? rows : rows.slice(put), putText);
};

/** Removals come first: a row that moves to another key is removed at the one and put at the other. */
export const writeChanges = async (statements: Statements, { puts, updates, removals, additions }: RowChanges): Promise<void> => {
  for (const [table, keys] of removals) await removeRows(statements, table, keys);
  for (const [table, rows] of puts) await putRows(statements, table, rows);
  for (const [table, groups] of updates)
    for (const { columns, rows } of groups) await writeRows(statements, table, rows, (_, size) => updateText(table, columns, size));
  for (const [table, rows] of additions) await writeRows(statements, table, rows, addText);
};

export const removeKeys = removeRows;

/** The rows with these keys. The last key is asked for repeatedly to fill a statement of a known size. */
export const loadRows = async (statements: Statements, table: Table, keys: readonly (readonly Cell[])[]): Promise<Row[]> => {
  const found: Row[] = [];
  for (let offset = 0; offset < keys.length; ) {
    const size = sizeFor(keys.length - offset);
    const asked = Array.from({ length: size }, (_, index) => keys[Math.min(offset + index, keys.length - 1)]);
    found.push(...(await statements.query<Row>(loadText(table, size), asked.flat())));
    offset += size;
  }
  return found;
};
