import { rowsVersion } from '@app/projections';
import { Client, type Pool } from 'pg';
import type { Statements } from '../connection';
import { RowsFromNewerVersion } from '../errors';
import { portError } from './failures';
import { prepareSchema, schemaOf } from './generation-schema';
import { connectionConfig, onConnection, statementsOn } from './pools';
import { transaction } from './transaction';

/** Any number of our own, the same in every version of the program. */
const lockNumber = 7_240_112_345;

const tables = [
  'CREATE SCHEMA IF NOT EXISTS "huiying"',
  `CREATE TABLE IF NOT EXISTS "huiying"."generations" (
    "name" text COLLATE "C" PRIMARY KEY,
    "rows_version" integer NOT NULL,
    "segments" integer NOT NULL,
    "state" text NOT NULL CHECK ("state" IN ('following', 'loading')),
    "created_at" timestamptz NOT NULL DEFAULT clock_timestamp()
  )`,
  `CREATE TABLE IF NOT EXISTS "huiying"."serving" (
    "one" boolean PRIMARY KEY DEFAULT true CHECK ("one"),
    "generation" text NOT NULL REFERENCES "huiying"."generations"
  )`,
  `CREATE TABLE IF NOT EXISTS "huiying"."checkpoints" ("name" text COLLATE "C" PRIMARY KEY, "position" bigint NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS "huiying"."leases" (
    "name" text COLLATE "C" PRIMARY KEY, "owner" text NOT NULL, "token" bigint NOT NULL, "until" timestamptz NOT NULL
  )`,
  'CREATE SEQUENCE IF NOT EXISTS "huiying"."tokens"',
];

export interface Generation {
  readonly name: string;
  readonly rows_version: number;
  readonly segments: number;
  readonly state: 'following' | 'loading';
  readonly serving: boolean;
}

/** Work that only one process does at a time, such as making tables. */
export const aloneInInstallation = async <T>(url: string, work: (statements: Statements) => Promise<T>): Promise<T> => {
  const client = new Client(connectionConfig(url, {}));
  client.on('error', () => {});
  await client.connect().catch((error: unknown) => {
    throw portError(error);
  });
  const statements = statementsOn(client as never);
  try {
    await statements.execute('SELECT pg_advisory_lock(?)', [lockNumber]);
    for (const statement of tables) await statements.execute(statement);
    return await work(statements);
  } finally {
    await client.end().catch(() => undefined);
  }
};

export const allGenerations = (statements: Statements): Promise<Generation[]> =>
  statements.query<Generation>(
    `SELECT "name", "rows_version", "segments", "state", "serving"."generation" IS NOT NULL AS "serving"
     FROM "huiying"."generations" LEFT JOIN "huiying"."serving" ON "generation" = "name" ORDER BY "created_at", "name"`,
  );

const numberOf = ({ name }: Generation): number => Number.parseInt(name, 10) || 0;

const newName = (known: readonly Generation[]): string => String(Math.max(0, ...known.map(numberOf)) + 1);

/** The name given, or a new one. */
export const makeGeneration = async (url: string, statements: Statements, segments: number, name?: string): Promise<string> => {
  const known = await allGenerations(statements);
  const made = name ?? newName(known);
  const schema = schemaOf(made);
  await statements.execute(`DROP SCHEMA IF EXISTS "${schema}" CASCADE`);
  await prepareSchema(url, made);
  await statements.execute(`INSERT INTO "${schema}"."segments" SELECT "n", 0 FROM generate_series(0, ?::int - 1) AS "n"`, [segments]);
  await statements.execute(
    `INSERT INTO "${schema}"."segment_leases" SELECT "n", '', 0, '-infinity' FROM generate_series(0, ?::int - 1) AS "n"`,
    [segments],
  );
  await statements.execute('INSERT INTO "huiying"."generations" ("name", "rows_version", "segments", "state") VALUES (?, ?, ?, ?)', [
    made,
    rowsVersion,
    segments,
    'following',
  ]);
  if (known.length === 0) await statements.execute('INSERT INTO "huiying"."serving" ("generation") VALUES (?)', [made]);
  return made;
};

/** The newest of this program's rules, the served one first; undefined for none. */
const usable = (known: readonly Generation[]): Generation | undefined => {
  const ours = known.filter(({ rows_version }) => rows_version === rowsVersion);
  return ours.find(({ serving }) => serving) ?? ours.at(-1);
};

const named = (known: readonly Generation[], name: string): Generation | undefined => {
  const found = known.find((each) => each.name === name);
  if (found && found.rows_version > rowsVersion) throw new RowsFromNewerVersion(`generation ${name}`);
  if (found && found.rows_version < rowsVersion) throw new Error(`generation ${name} of the rows was folded by older rules`);
  return found;
};

/** Held by a process for as long as it fills a generation in bulk. */
export const loadingLock = (generation: string): string => `huiying loading ${generation}`;

/** A bulk load that was broken off may have left anything behind; one that goes on is left alone. */
const beginAnew = async (url: string, statements: Statements, { name, segments }: Generation): Promise<void> => {
  const [free] = await statements.query<{ free: boolean }>('SELECT pg_try_advisory_lock(hashtext(?)) AS "free"', [loadingLock(name)]);
  if (!free?.free) throw new Error(`generation ${name} of the rows is being filled by another process`);
  const serving = (await allGenerations(statements)).find((each) => each.name === name)?.serving;
  await statements.execute('DELETE FROM "huiying"."serving" WHERE "generation" = ?', [name]);
  await statements.execute('DELETE FROM "huiying"."generations" WHERE "name" = ?', [name]);
  await makeGeneration(url, statements, segments, name);
  if (serving) await statements.execute('INSERT INTO "huiying"."serving" VALUES (true, ?) ON CONFLICT DO NOTHING', [name]);
};

/** The generation to be opened, made where there is none: the one named, or the served one, or one of this program's rules. */
export const findGeneration = (url: string, segments: number, name: string | undefined): Promise<Generation> =>
  aloneInInstallation(url, async (statements) => {
    const known = await allGenerations(statements);
    const found = name === undefined ? usable(known) : named(known, name);
    const opened = found?.name ?? (await makeGeneration(url, statements, segments, name));
    if (found?.state === 'loading') await beginAnew(url, statements, found);
    else if (found) await prepareSchema(url, found.name);
    return (await allGenerations(statements)).find((each) => each.name === opened)!;
  });

/** Serves this generation to everybody from now on. */
export const serve = (pool: Pool, name: string): Promise<void> =>
  transaction(pool, async (statements) => {
    await statements.execute(
      `INSERT INTO "huiying"."serving" VALUES (true, ?) ON CONFLICT ("one") DO UPDATE SET "generation" = excluded."generation"`,
      [name],
    );
  });

export const servedGeneration = (pool: Pool): Promise<Generation | undefined> =>
  onConnection(pool, async (client) => (await allGenerations(statementsOn(client))).find(({ serving }) => serving));

/** The generation, which must be there, filled, and of this program's rules: it is to be served. */
export const finishedGeneration = async (pool: Pool, name: string): Promise<Generation> => {
  const known = await onConnection(pool, (client) => allGenerations(statementsOn(client)));
  const found = named(known, name);
  if (!found) throw new Error(`there is no generation ${name} of the rows`);
  if (found.state === 'loading') throw new Error(`generation ${name} of the rows is still being filled`);
  return found;
};

/** Drops every generation but the served one and `keep`. */
export const dropOthers = (url: string, keep: string): Promise<void> =>
  aloneInInstallation(url, async (statements) => {
    for (const { name, serving } of await allGenerations(statements)) {
      if (serving || name === keep) continue;
      await statements.execute(`DROP SCHEMA IF EXISTS "${schemaOf(name)}" CASCADE`);
      await statements.execute('DELETE FROM "huiying"."generations" WHERE "name" = ?', [name]);
    }
  });
