import type { Cell, Row, RowChanges, Table } from '@app/projections';
import type { Statements } from '../connection';
import { addText, loadText, putText, removeText, updateText } from './json-statements';

/** Rows for one statement: some megabyte of a wide table. Handed over as one JSON text, which both sides read and write fastest. */
const chunk = 1_000;

const inChunks = async <T>(all: readonly T[], work: (some: readonly T[]) => Promise<void>): Promise<void> => {
  for (let offset = 0; offset < all.length; offset += chunk) await work(all.slice(offset, offset + chunk));
};

const named = ({ key }: Table, values: readonly Cell[]): Row =>
  Object.fromEntries(key.map((column, index) => [column, values[index] ?? null]));

const cells = (row: Row, columns: readonly string[]): Row => Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));

const writeRows = (statements: Statements, text: string, rows: readonly Row[]): Promise<void> =>
  inChunks(rows, async (some) => {
    await statements.execute(text, [JSON.stringify(some)]);
  });

const updateRows = (statements: Statements, table: Table, columns: readonly string[], rows: readonly Row[]): Promise<void> =>
  inChunks(rows, async (some) => {
    const told = [...table.key, ...columns];
    const changed = await statements.execute(updateText(table, columns), [JSON.stringify(some.map((row) => cells(row, told)))]);
    if (changed !== some.length) throw new Error(`${some.length - changed} rows of ${table.name} that were to be changed are not there`);
  });

const compare = (one: Cell, other: Cell): number => (one === other ? 0 : one! < other! ? -1 : 1);

const byKey = ({ key }: Table, one: Row, other: Row): number => {
  for (const column of key) {
    const order = compare(one[column]!, other[column]!);
    if (order !== 0) return order;
  }
  return 0;
};

const byName = <T>(tables: ReadonlyMap<Table, T>): readonly (readonly [Table, T])[] =>
  [...tables].toSorted(([one], [other]) => compare(one.name, other.name));

/** Counters last and in the order of their keys: several processes add to the same ones, and wait for each other shortly and in one direction. */
const writeAdditions = async (statements: Statements, additions: RowChanges['additions']): Promise<void> => {
  for (const [table, rows] of byName(additions)) {
    await writeRows(
      statements,
      addText(table),
      rows.toSorted((one, other) => byKey(table, one, other)),
    );
  }
};

export const putRows = (statements: Statements, table: Table, rows: readonly Row[]): Promise<void> =>
  writeRows(statements, putText(table), rows);

/** Removals come first: a row that moves to another key is removed at the one and put at the other. */
export const writeChanges = async (statements: Statements, { puts, updates, removals, additions }: RowChanges): Promise<void> => {
  for (const [table, keys] of removals) {
    const rows = keys.map((values) => named(table, values));
    await writeRows(statements, removeText(table), rows);
  }
  for (const [table, rows] of puts) await putRows(statements, table, rows);
  for (const [table, groups] of updates) for (const { columns, rows } of groups) await updateRows(statements, table, columns, rows);
  await writeAdditions(statements, additions);
};

/** The rows with these keys. */
export const loadRows = async (statements: Statements, table: Table, keys: readonly (readonly Cell[])[]): Promise<Row[]> => {
  const found: Row[] = [];
  await inChunks(keys, async (some) => {
    const asked = JSON.stringify(some.map((values) => named(table, values)));
    found.push(...(await statements.query<Row>(loadText(table), [asked])));
  });
  return found;
};
