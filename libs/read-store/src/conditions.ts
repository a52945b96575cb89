import type { Cell, Row, Table } from '@app/projections';
import { placeholder, quoted } from './sql';

/** How a column may compare: below, at most, above, at least, other than (null counts as a value), or as a list `|a|b|` without these. */
export interface Comparison {
  readonly lt?: string | number;
  readonly lte?: string | number;
  readonly gt?: string | number;
  readonly gte?: string | number;
  readonly not?: Cell;
  /** None of these is in the list; no list (null) is without them all. */
  readonly lacks?: string | readonly string[];
}

/** A value (null: has none), a comparison, or a list of which one must hold. */
export type Condition = Cell | Comparison | readonly (Cell | Comparison)[];

/** Conditions by column; all must hold. A column left out or undefined is not asked about. */
export type Where<R extends Row = Row> = { readonly [C in keyof R]?: Condition | undefined };

/** Conditions of which one must hold, each of them whole. */
export type AnyOf<R extends Row = Row> = readonly Where<R>[];

const operators = { lt: '<', lte: '<=', gt: '>', gte: '>=', not: 'IS DISTINCT FROM' } as const;

const isList = (condition: Condition): condition is readonly (Cell | Comparison)[] => Array.isArray(condition);

const isCell = (condition: Condition): condition is Cell => condition === null || typeof condition !== 'object';

const isValue = (condition: Condition): condition is string | number => condition !== null && isCell(condition);

const bound = (value: Cell, values: unknown[]): string => {
  values.push(value);
  return placeholder;
};

/** What stays the same when the entry is cut out of it: the databases search in texts by different names, and cut by the same. */
const lacking = (column: string, entry: string, values: unknown[]): string =>
  `(${column} IS NULL OR REPLACE(${column}, ${bound(`|${entry}|`, values)}, '') = ${column})`;

const comparison = (column: string, { lacks = [], ...condition }: Comparison, values: unknown[]): string => {
  const parts = Object.entries(condition).filter(([, value]) => value !== undefined);
  const compared = parts.map(([name, value]) => `${column} ${operators[name as keyof typeof operators]} ${bound(value, values)}`);
  const written = [...compared, ...[lacks].flat().map((entry) => lacking(column, entry, values))];
  return written.length > 0 ? `(${written.join(' AND ')})` : '(1 = 1)';
};

const single = (column: string, condition: Cell | Comparison, values: unknown[]): string => {
  if (condition === null) return `${column} IS NULL`;
  return isCell(condition) ? `${column} = ${bound(condition, values)}` : comparison(column, condition, values);
};

const oneOf = (column: string, conditions: readonly (Cell | Comparison)[], values: unknown[]): string => {
  const cells = conditions.filter(isValue);
  const others = conditions.filter((each) => !isValue(each));
  const within = cells.length > 0 ? [`${column} IN (${cells.map((cell) => bound(cell, values)).join(', ')})`] : [];
  const alternatives = [...within, ...others.map((each) => single(column, each, values))];
  return alternatives.length > 0 ? `(${alternatives.join(' OR ')})` : '(1 = 0)';
};

export const columnText = (table: Table, name: string): string => {
  if (!Object.hasOwn(table.columns, name)) throw new Error(`${table.name} has no column ${name}`);
  return quoted(name);
};

/** The conditions as SQL parts to be joined with AND; their values are pushed to `values`. */
export const conditionParts = (table: Table, where: Where, values: unknown[]): string[] =>
  Object.entries(where)
    .filter(([, condition]) => condition !== undefined)
    .map(([name, condition]) => {
      const column = columnText(table, name);
      return isList(condition!) ? oneOf(column, condition, values) : single(column, condition!, values);
    });

/** The conditions of which one must hold as one SQL condition. */
export const anyOfText = (table: Table, alternatives: AnyOf, values: unknown[]): string => {
  const texts = alternatives.map((where) => conditionParts(table, where, values).join(' AND ') || '1 = 1');
  return texts.length > 0 ? `(${texts.map((text) => `(${text})`).join(' OR ')})` : '(1 = 0)';
};

export const whereText = (parts: readonly string[]): string => (parts.length > 0 ? ` WHERE ${parts.join(' AND ')}` : '');

export const columnList = (table: Table, names: readonly string[]): string => names.map((name) => columnText(table, name)).join(', ');
