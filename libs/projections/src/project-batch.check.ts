import type { Row, Table } from './projection';

interface ExpectedCell {
  readonly name: string;
  readonly type: 'string' | 'number';
  readonly nullable: boolean;
}

const expected = new WeakMap<Table, readonly ExpectedCell[]>();

const expectedCells = (table: Table): readonly ExpectedCell[] => {
  const known = expected.get(table);
  if (known) return known;
  const cells = Object.entries(table.columns).map(([name, kind]) => ({
    name,
    type: kind === 'text' ? ('string' as const) : ('number' as const),
    nullable: table.nullable.includes(name),
  }));
  expected.set(table, cells);
  return cells;
};

/** Throws when a cell is not what its column holds: found here, it parks one case; found by the database, it would stop them all. */
export const checkRow = (table: Table, row: Row): void => {
  for (const { name, type, nullable } of expectedCells(table)) {
    const cell = row[name];
    if (cell === null ? nullable : typeof cell === type && (type === 'string' || Number.isSafeInteger(cell))) continue;
    throw new Error(`${table.name}.${name} cannot hold ${typeof cell === 'string' ? JSON.stringify(cell) : String(cell)}`);
  }
};
