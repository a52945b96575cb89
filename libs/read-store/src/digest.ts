import { createHash } from 'node:crypto';
import { type Cell, type Row, type Table, tables } from '@app/projections';
import type { Statements } from './connection';
import { selectRows } from './read-statements';

const pageSize = 2_000;

const isCounter = (table: Table): boolean => Object.hasOwn(table.columns, 'n');

async function* pages(statements: Statements, table: Table): AsyncGenerator<readonly Row[]> {
  let after: readonly Cell[] | undefined;
  do {
    const { text, values } = selectRows(table, { limit: pageSize, ...(after && { after }) });
    const rows = await statements.query<Row>(text, values);
    yield rows;
    const last = rows.length === pageSize ? rows.at(-1) : undefined;
    after = last && table.key.map((column) => last[column] as Cell);
  } while (after);
}

/** SHA-256 (hexadecimal) over a table's rows in the order of its key. A counter at zero is as good as none. */
export const digestOf = async (statements: Statements, table: Table): Promise<string> => {
  const hash = createHash('sha256');
  for await (const rows of pages(statements, table)) {
    const counted = isCounter(table) ? rows.filter(({ n }) => n !== 0) : rows;
    for (const row of counted) hash.update(`${JSON.stringify(Object.values(row))}\n`);
  }
  return hash.digest('hex');
};

/** The digest of each table. The statements read one moment. */
export const digestsOf = async (statements: Statements): Promise<ReadonlyMap<Table, string>> => {
  const digests = new Map<Table, string>();
  for (const table of tables) digests.set(table, await digestOf(statements, table));
  return digests;
};
