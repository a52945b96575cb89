import type { Table } from '@app/projections';
import { placeholder, placeholders, quoted, quotedList } from './sql';

// A few sizes instead of any: each text is prepared once. The largest stays far below the 32,766 values SQLite takes.
const sizes = [256, 64, 16, 4, 1] as const;

/** Cuts `length` items into chunks of those sizes: [offset, size]. */
export function* chunks(length: number): Generator<readonly [number, number]> {
  let offset = 0;
  for (const size of sizes) {
    for (; length - offset >= size; offset += size) yield [offset, size];
  }
}

/** The smallest of the sizes that holds `length` items, or the largest there is. */
export const sizeFor = (length: number): number => sizes.toReversed().find((size) => size >= length) ?? sizes[0];

/** A statement text for a table and a number of rows, composed once. */
const composedOnce = (compose: (table: Table, rows: number) => string) => {
  const texts = new WeakMap<Table, Map<number, string>>();
  return (table: Table, rows: number): string => {
    const ofTable = texts.get(table) ?? new Map<number, string>();
    texts.set(table, ofTable);
    const text = ofTable.get(rows) ?? compose(table, rows);
    ofTable.set(rows, text);
    return text;
  };
};

const insert = (table: Table, rows: number): string => {
  const columns = Object.keys(table.columns);
  return `INSERT INTO ${quoted(table.name)} (${quotedList(columns)}) VALUES ${placeholders(rows, columns.length)}`;
};

const onConflict = (table: Table, action: string): string => ` ON CONFLICT (${quotedList(table.key)}) DO ${action}`;

const replace = (table: Table): string => {
  const others = Object.keys(table.columns).filter((column) => !table.key.includes(column));
  const replaced = others.map((column) => `${quoted(column)} = excluded.${quoted(column)}`).join(', ');
  return onConflict(table, others.length > 0 ? `UPDATE SET ${replaced}` : 'NOTHING');
};

/** Inserts whole rows, or replaces those that are there. */
export const putText = composedOnce((table, rows) => insert(table, rows) + replace(table));

/** The same, where some columns hold the same in every row: those stand in the text. */
export const putTextOf = (table: Table, rows: number, alike: ReadonlyMap<string, null | number>): string => {
  const columns = Object.keys(table.columns);
  const row = `(${columns.map((column) => (alike.has(column) ? String(alike.get(column)) : placeholder)).join(', ')})`;
  return `INSERT INTO ${quoted(table.name)} (${quotedList(columns)}) VALUES ${Array(rows).fill(row).join(', ')}${replace(table)}`;
};

const updateTexts = new WeakMap<Table, Map<string, string>>();

/** Replaces some columns of rows that are there; of an index, SQLite only touches what these columns are in. */
export const updateText = (table: Table, columns: readonly string[], rows: number): string => {
  const texts = updateTexts.get(table) ?? new Map<string, string>();
  updateTexts.set(table, texts);
  const name = `${rows} ${columns.join()}`;
  const set = () => columns.map((column) => `${quoted(column)} = excluded.${quoted(column)}`).join(', ');
  const text = texts.get(name) ?? insert(table, rows) + onConflict(table, `UPDATE SET ${set()}`);
  texts.set(name, text);
  return text;
};

/** Adds to the counters, or starts them. */
export const addText = composedOnce(
  (table, rows) => insert(table, rows) + onConflict(table, `UPDATE SET "n" = ${quoted(table.name)}."n" + excluded."n"`),
);

/** `"a" IN (…)` or `("a", "b") IN (VALUES …)`. */
const keyIn = ({ key }: Table, rows: number): string =>
  key.length === 1
    ? `${quotedList(key)} IN ${placeholders(1, rows)}`
    : `(${quotedList(key)}) IN (VALUES ${placeholders(rows, key.length)})`;

export const removeText = composedOnce((table, rows) => `DELETE FROM ${quoted(table.name)} WHERE ${keyIn(table, rows)}`);

export const loadText = composedOnce(
  (table, rows) => `SELECT ${quotedList(Object.keys(table.columns))} FROM ${quoted(table.name)} WHERE ${keyIn(table, rows)}`,
);
