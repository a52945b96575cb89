import type { Cell, Row } from './projection';

/** A row's key as a Map key: the value of a single key column, several joined. */
export type RowKey = string | number;

const between = '\u0000';

/** The Map key of a row's key values. */
export const rowKey = (key: readonly Cell[]): RowKey => (key.length === 1 ? (key[0] as RowKey) : key.join(between));

/** The Map key of the row itself. */
export const keyOfRow = (columns: readonly string[], row: Row): RowKey => {
  let key = row[columns[0] as string] as RowKey;
  for (let index = 1; index < columns.length; index++) key += between + row[columns[index] as string];
  return key;
};

/** The row's key values in the order of the key's columns. */
export const keyValues = (columns: readonly string[], row: Row): readonly Cell[] => columns.map((column) => row[column] as Cell);
