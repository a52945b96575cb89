import type { Row, Table } from '@app/projections';
import type { Statements } from './connection';
import { putTextOf } from './write-statements';

/** Columns that hold the same in every row, and what: nothing, or a number. */
type Alike = ReadonlyMap<string, null | number>;

const chunk = 256;

/** From so many rows on it is worth looking for columns that are alike. */
export const manyRows = 4 * chunk;

/** What all of them hold in a column; undefined where they differ, or where it is text. */
const heldByAll = (rows: readonly Row[], column: string): null | number | undefined => {
  const held = rows[0]?.[column];
  if (held !== null && typeof held !== 'number') return undefined;
  return rows.every((row) => row[column] === held) ? held : undefined;
};

const alikeIn = (columns: readonly string[], rows: readonly Row[]): Alike => {
  const alike = new Map<string, null | number>();
  for (const column of columns) {
    const held = heldByAll(rows, column);
    if (held !== undefined) alike.set(column, held);
  }
  return alike;
};

/**
 * Puts the rows of a bulk load, but for the last few, and returns how many. Of a wide table most columns are empty in most logs: what all
 * rows have in common stands in the statement, because handing over a value costs as much as writing it.
 */
export const putMany = async (statements: Statements, table: Table, rows: readonly Row[]): Promise<number> => {
  const columns = Object.keys(table.columns);
  const alike = alikeIn(columns, rows);
  const text = putTextOf(table, chunk, alike);
  const told = columns.filter((column) => !alike.has(column));
  let offset = 0;
  for (; rows.length - offset >= chunk; offset += chunk) {
    const cells: unknown[] = [];
    for (let index = offset; index < offset + chunk; index++) for (const column of told) cells.push(rows[index]![column]);
    await statements.execute(text, cells);
  }
  return offset;
};
