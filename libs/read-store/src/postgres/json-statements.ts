import type { Table } from '@app/projections';
import { quoted, quotedList } from '../sql';
import { columnType } from './columns';

/** Composes a text for a table once. */
const composedOnce = (compose: (table: Table) => string) => {
  const texts = new WeakMap<Table, string>();
  return (table: Table): string => {
    const text = texts.get(table) ?? compose(table);
    texts.set(table, text);
    return text;
  };
};

const bare = (table: Table, columns: readonly string[]): string => {
  const typed = columns.map((column) => `${quoted(column)} ${columnType(table, column)}`);
  return `json_to_recordset(?::json) AS "given" (${typed.join(', ')})`;
};

const insert = (table: Table): string => {
  const columns = Object.keys(table.columns);
  return `INSERT INTO ${quoted(table.name)} (${quotedList(columns)}) SELECT ${quotedList(columns)} FROM ${bare(table, columns)}`;
};

const onConflict = (table: Table, action: string): string => ` ON CONFLICT (${quotedList(table.key)}) DO ${action}`;

const sameKey = ({ name, key }: Table): string =>
  key.map((column) => `${quoted(name)}.${quoted(column)} = "given".${quoted(column)}`).join(' AND ');

/** Inserts whole rows, or replaces those that are there. */
export const putText = composedOnce((table) => {
  const others = Object.keys(table.columns).filter((column) => !table.key.includes(column));
  const replaced = others.map((column) => `${quoted(column)} = excluded.${quoted(column)}`).join(', ');
  return insert(table) + onConflict(table, others.length > 0 ? `UPDATE SET ${replaced}` : 'NOTHING');
});

/** Adds to the counters, or starts them. */
export const addText = composedOnce(
  (table) => insert(table) + onConflict(table, `UPDATE SET "n" = ${quoted(table.name)}."n" + excluded."n"`),
);

export const removeText = composedOnce(
  (table) => `DELETE FROM ${quoted(table.name)} USING ${bare(table, table.key)} WHERE ${sameKey(table)}`,
);

export const loadText = composedOnce((table) => {
  const columns = Object.keys(table.columns).map((column) => `${quoted(table.name)}.${quoted(column)}`);
  return `SELECT ${columns.join(', ')} FROM ${bare(table, table.key)} JOIN ${quoted(table.name)} ON ${sameKey(table)}`;
});

/** Replaces some columns of rows that are there. */
export const updateText = (table: Table, columns: readonly string[]): string => {
  const set = columns.map((column) => `${quoted(column)} = "given".${quoted(column)}`).join(', ');
  const given = [...table.key, ...columns.filter((column) => !table.key.includes(column))];
  return `UPDATE ${quoted(table.name)} SET ${set} FROM ${bare(table, given)} WHERE ${sameKey(table)}`;
};
