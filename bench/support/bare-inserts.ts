import type { Row, Table } from '@app/projections';
import { openPostgresReadStore } from '@app/read-store';
import { inDatabase, onClient } from './databases';

/** Rows that are written in one transaction, table by table. */
export type Batch = ReadonlyMap<Table, readonly Row[]>;

const upsert = ({ name, columns, key }: Table): string => {
  const all = Object.keys(columns).map((column) => `"${column}"`);
  const set = all.map((column) => `${column} = excluded.${column}`);
  return `INSERT INTO "${name}" (${all.join()}) SELECT ${all.join()} FROM json_populate_recordset(null::"${name}", $1)
    ON CONFLICT ("${key.join('","')}") DO UPDATE SET ${set.join()}`;
};

/** Milliseconds for the batches one after the other, into our tables with their indexes, by the driver alone and on one connection. */
export const bareInserts = (server: string, batches: readonly Batch[]): Promise<number> =>
  inDatabase(server, async (url) => {
    const made = await openPostgresReadStore({ url });
    const schema = `rows_${made.generation}`;
    await made.close();
    return onClient(url, async (client) => {
      await client.query(`SET search_path = "${schema}"; SET synchronous_commit = off; SET jit = off`);
      const startedAt = performance.now();
      for (const batch of batches) {
        await client.query('BEGIN');
        for (const [table, rows] of batch) await client.query({ name: table.name, text: upsert(table), values: [JSON.stringify(rows)] });
        await client.query('COMMIT');
      }
      return performance.now() - startedAt;
    });
  });
