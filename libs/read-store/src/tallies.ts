import type { Cell, Table } from '@app/projections';
import { anyOfText, columnText, conditionParts, whereText } from './conditions';
import type { Grouping, TalliesQuery, Tallied } from './read-store';
import { quoted, type Sql } from './sql';

type Query = TalliesQuery<any, string>;

const groupName = (group: Grouping<any>): string => (typeof group === 'string' ? group : 'month');

/** The month of a date is its first seven characters. */
const groupText = (table: Table, group: Grouping<any>): string =>
  typeof group === 'string' ? columnText(table, group) : `SUBSTR(${columnText(table, group.month)}, 1, 7)`;

/** Names of counts are the caller's and do not get into the statement: there they are c0, c1 … */
const countNames = ({ counts }: Query): readonly string[] => Object.keys(counts);

const countText = (table: Table, query: Query, name: string, index: number, values: unknown[]): string =>
  `COALESCE(SUM(CASE WHEN ${anyOfText(table, query.counts[name] ?? [], values)} THEN 1 ELSE 0 END), 0) AS "c${index}"`;

export const selectTallies = (table: Table<any>, query: Query): Sql => {
  const { where = {}, groupBy = [] } = query;
  const values: unknown[] = [];
  const groups = groupBy.map((group) => groupText(table, group));
  const named = groups.map((text, index) => `${text} AS "g${index}"`);
  const counts = countNames(query).map((name, index) => countText(table, query, name, index, values));
  const filtered = whereText(conditionParts(table, where, values));
  const grouped =
    groups.length > 0 ? ` GROUP BY ${groups.join(', ')} ORDER BY ${groups.map((text) => `${text} NULLS FIRST`).join(', ')}` : '';
  return { text: `SELECT ${[...named, ...counts].join(', ')} FROM ${quoted(table.name)}${filtered}${grouped}`, values };
};

/** The row under the names that were asked for. Some drivers give large integers as text. */
export const talliedRow = (query: Query, row: { readonly [column: string]: Cell }): Tallied<string> =>
  ({
    ...Object.fromEntries((query.groupBy ?? []).map((group, index) => [groupName(group), row[`g${index}`] ?? null])),
    ...Object.fromEntries(countNames(query).map((name, index) => [name, Number(row[`c${index}`])])),
  }) as Tallied<string>;
