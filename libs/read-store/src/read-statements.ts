import type { Row, Table } from '@app/projections';
import { columnList, columnText, conditionParts, type Where, whereText } from './conditions';
import type { RowsQuery } from './read-store';
import { placeholder, placeholders, quoted, quotedList, type Sql } from './sql';

/** The order's columns, then those of the key that are not among them, so that no two rows have the same place. */
export const fullOrder = (table: Table, orderBy: readonly string[] = []): readonly string[] => [
  ...orderBy,
  ...table.key.filter((column) => !orderBy.includes(column)),
];

/** Rows after a place in the order: a row value compares column by column, as the order does. */
const afterPart = (order: readonly string[], after: readonly unknown[], sign: string): string => {
  if (after.length !== order.length) throw new Error(`a page goes on after ${order.join(', ')}`);
  return `(${quotedList(order)}) ${sign} ${placeholders(1, order.length)}`;
};

/** Nothing comes before everything, as in SQLite; where a column always holds something, no more is said, so that an index serves. */
export const inOrder = (table: Table, column: string, descending = false): string => {
  const nulls = table.nullable.includes(column) ? ` NULLS ${descending ? 'LAST' : 'FIRST'}` : '';
  return `${columnText(table, column)}${descending ? ' DESC' : ''}${nulls}`;
};

export const selectRows = <R extends Row>(table: Table<R>, { where = {}, orderBy, descending, after, limit }: RowsQuery<R>): Sql => {
  const described = table as unknown as Table;
  const order = fullOrder(described, orderBy);
  const values: unknown[] = [];
  const parts = conditionParts(described, where, values);
  if (after) {
    parts.push(afterPart(order, after, descending ? '<' : '>'));
    values.push(...after);
  }
  const ordered = order.map((column) => inOrder(described, column, descending)).join(', ');
  const limited = limit === undefined ? '' : ` LIMIT ${placeholder}`;
  if (limit !== undefined) values.push(limit);
  const text = `SELECT ${quotedList(Object.keys(table.columns))} FROM ${quoted(table.name)}${whereText(parts)} ORDER BY ${ordered}${limited}`;
  return { text, values };
};

/** `COUNT(*)` or `SUM("n")` by some columns, or over all. */
export const selectTotals = (table: Table, total: string, where: Where, groupBy: readonly string[]): Sql => {
  const values: unknown[] = [];
  const from = `FROM ${quoted(table.name)}${whereText(conditionParts(table, where, values))}`;
  if (groupBy.length === 0) return { text: `SELECT COALESCE(${total}, 0) AS "n" ${from}`, values };
  const columns = columnList(table, groupBy);
  const ordered = groupBy.map((column) => inOrder(table, column)).join(', ');
  return { text: `SELECT ${columns}, ${total} AS "n" ${from} GROUP BY ${columns} HAVING ${total} <> 0 ORDER BY ${ordered}`, values };
};
