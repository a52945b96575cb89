import { Pool, type PoolClient, type PoolConfig, types } from 'pg';
import type { Statements, Values } from '../connection';
import { Queue } from '../queue';
import { portError } from './failures';
import { written } from './texts';

const connectWithinMs = 5_000;

/** bigint and numeric: positions, counts and sums stay below 2^53. */
const asNumbers = new Set<number>([types.builtins.INT8, types.builtins.NUMERIC]);

const typeParsers = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => (asNumbers.has(oid) ? Number : types.getTypeParser(oid, format)),
} as PoolConfig['types'];

/** Server settings by name, for each connection. */
export type Settings = Readonly<Record<string, string | number>>;

/** The address with settings for the session; those it names itself stay. */
export const withSettings = (url: string, settings: Settings): string => {
  const parsed = new URL(url);
  const stated = parsed.searchParams.get('options') ?? '';
  const ours = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  parsed.searchParams.set('options', [...ours, stated].join(' ').trim());
  return parsed.href;
};

/** What every connection of ours has in common. */
export const connectionConfig = (url: string, settings: Settings) => ({
  connectionString: withSettings(url, { jit: 'off', ...settings }),
  application_name: 'huiying',
  connectionTimeoutMillis: connectWithinMs,
  keepAlive: true,
  types: typeParsers,
});

export const openPool = (url: string, max: number, settings: Settings): Pool => {
  const silentAfterMs = Number(settings['statement_timeout'] ?? 0) + 5_000;
  const pool = new Pool({ ...connectionConfig(url, settings), max, query_timeout: silentAfterMs, idleTimeoutMillis: 60_000 });
  // A connection that is cut while nobody uses it is simply no longer there; without a listener it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
};

/** One at a time: of several that are asked together in one moment's snapshot, the driver would complain. */
export const statementsOn = (client: PoolClient): Statements => {
  const queue = new Queue();
  const run = (text: string, values: Values) =>
    queue
      .run(() => client.query({ ...written(text), values: values as unknown[] }))
      .catch((error: unknown) => {
        throw portError(error, text);
      });
  return {
    query: async <R>(text: string, values: Values = []) => (await run(text, values)).rows as R[],
    execute: async (text, values = []) => (await run(text, values)).rowCount ?? 0,
  };
};

/** Work on a connection of the pool. One on which anything failed is not given to others. */
export const onConnection = async <T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> => {
  const client = await pool.connect().catch((error: unknown) => {
    throw portError(error);
  });
  let spoilt = true;
  try {
    const result = await work(client);
    spoilt = false;
    return result;
  } finally {
    client.release(spoilt);
  }
};
