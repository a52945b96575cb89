import type { Cell, Row, Table } from '@app/projections';
import { placeholder, quoted } from './sql';

/** How a column may compare: below, at most, above, at least, other than (null counts as a value). */
export interface Comparison {
  readonly lt?: string | number;
  readonly lte?: string | number;
  readonly gt?: string | number;
  readonly gte?: string | number;
  readonly not?: Cell;
}

/** A value (null: has none), a comparison, or a list of which one must hold. */
export type Condition = Cell | Comparison | readonly (Cell | Comparison)[];

/** Conditions by column; all must hold. A column left out or undefined is not asked about. */
export type Where<R extends Row = Row> = { readonly [C in keyof R]?: Condition | undefined };

const operators: Readonly<Record<keyof Comparison, string>> = { lt: '<', lte: '<=', gt: '>', gte: '>=', not: 'IS DISTINCT FROM' };

const isList = (condition: Condition): condition is readonly (Cell | Comparison)[] => Array.isArray(condition);

const isCell = (condition: Condition): condition is Cell => condition === null || typeof condition !== 'object';

const isValue = (condition: Condition): condition is string | number => condition !== null && isCell(condition);

const bound = (value: Cell, values: unknown[]): string => {
  values.push(value);
  return placeholder;
};

const comparison = (column: string, condition: Comparison, values: unknown[]): string => {
  const parts = Object.entries(condition).filter(([, value]) => value !== undefined);
  const written = parts.map(([name, value]) => `${column} ${operators[name as keyof Comparison]} ${bound(value, values)}`);
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

const columnOf = (table: Table, name: string): string => {
  if (!Object.hasOwn(table.columns, name)) throw new Error(`${table.name} has no column ${name}`);
  return quoted(name);
};

/** The conditions as SQL parts to be joined with AND; their values are pushed to `values`. */
export const conditionParts = (table: Table, where: Where, values: unknown[]): string[] =>
  Object.entries(where)
    .filter(([, condition]) => condition !== undefined)
    .map(([name, condition]) => {
      const column = columnOf(table, name);
      return isList(condition!) ? oneOf(column, condition, values) : single(column, condition!, values);
    });

export const whereText = (parts: readonly string[]): string => (parts.length > 0 ? ` WHERE ${parts.join(' AND ')}` : '');

export const columnList = (table: Table, names: readonly string[]): string => names.map((name) => columnOf(table, name)).join(', ');
