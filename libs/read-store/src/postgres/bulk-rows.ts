import { Client, type Pool } from 'pg';
import type { BulkRows } from '../bulk-load';
import { tables as rowTables } from '@app/projections';
import { portError } from './failures';
import { schemaOf } from './generation-schema';
import { loadingLock } from './installation';
import { connectionConfig, onConnection, openPool, statementsOn } from './pools';
import { rowsCheckpoint, writeParking } from './segments';
import { transaction } from './transaction';
import { loadRows, writeChanges } from './write-rows';
import type { RowTables } from '../row-tables';
import { quotedList } from '../sql';

const numbersTo = (count: number): readonly number[] => Array.from({ length: count }, (_, number) => number);

const tablesOf = (segments: number): RowTables => ({
  load: loadRows,
  write: writeChanges,
  park: (statements, parking) => writeParking(statements, numbersTo(segments), parking),
  setCheckpoint: async (statements, name, position) => {
    if (name === rowsCheckpoint) await statements.execute('UPDATE "segments" SET "position" = ?', [position]);
    else
      await statements.execute(
        'INSERT INTO "huiying"."checkpoints" VALUES (?, ?) ON CONFLICT ("name") DO UPDATE SET "position" = excluded."position"',
        [name, position],
      );
  },
});

/** Shows others that this process is at it, for as long as it lives. */
const lock = async (url: string, generation: string): Promise<Client> => {
  const client = new Client(connectionConfig(url, {}));
  client.on('error', () => {});
  await client.connect().catch((error: unknown) => {
    throw portError(error);
  });
  await client.query('SELECT pg_advisory_lock(hashtext($1))', [loadingLock(generation)]);
  return client;
};

const setState = (pool: Pool, generation: string, state: string): Promise<number> =>
  onConnection(pool, (client) =>
    statementsOn(client).execute('UPDATE "huiying"."generations" SET "state" = ? WHERE "name" = ?', [state, generation]),
  );

/** Where a bulk load into this generation goes: connections of its own, without limits of time. */
export const bulkRowsOf = (url: string, generation: string, segments: number): BulkRows => {
  const search_path = schemaOf(generation);
  const writers = openPool(url, 1, { search_path, synchronous_commit: 'off', statement_timeout: 0 });
  let held: Client | undefined;
  return {
    writer: {
      use: (work) => onConnection(writers, (client) => work(statementsOn(client))),
      transaction: (work) => transaction(writers, work),
    },
    tables: tablesOf(segments),
    bulkBegins: async () => {
      held = await lock(url, generation);
      await setState(writers, generation, 'loading');
    },
    bulkEnds: async () => {
      await onConnection(writers, async (client) => {
        await client.query(`ANALYZE ${quotedList(rowTables.map(({ name }) => name))}`);
        // What is written to the disk with this commit takes everything before it along.
        await client.query('SET synchronous_commit = on');
        await client.query(`UPDATE "huiying"."generations" SET "state" = 'following' WHERE "name" = $1`, [generation]);
      });
      await held?.end();
      await writers.end();
    },
  };
};
