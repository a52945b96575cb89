import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseError, Pool, type PoolClient } from 'pg';
import { EventStoreUnavailable } from '../errors';

/** The rows are made under the same lock, because both make the schema `huiying` where there is none. */
const lockNumber = 7_240_112_345;
const patienceMs = 5_000;
const pauseMs = 100;

const tables = [
  'CREATE SCHEMA IF NOT EXISTS huiying',
  'CREATE TABLE IF NOT EXISTS huiying.data_keys (owner text COLLATE "C" PRIMARY KEY, wrapped bytea)',
  // A destroyed key's old row is cleared away soon, and not when many of them have gathered.
  'ALTER TABLE huiying.data_keys SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1)',
  'CREATE TABLE IF NOT EXISTS huiying.master_key (one boolean PRIMARY KEY DEFAULT true CHECK (one), fingerprint bytea NOT NULL)',
];

const passing = /^(08|57P0[1-5]|53300)/;

const isPassing = (error: unknown): boolean =>
  !(error instanceof DatabaseError) || error.severity === 'FATAL' || passing.test(error.code ?? '');

/** The driver's own error may hold what is in a row, or a password. */
const unavailable = (error: unknown): EventStoreUnavailable => {
  const reason = error instanceof Error ? error.message : String(error);
  return new EventStoreUnavailable(`数据密钥暂时无法访问 (the data keys cannot be reached): ${reason}`);
};

/** The database with the wrapped keys. Whatever is done here may be repeated, and is when the connection is cut. */
export class KeyDatabase {
  private readonly pool: Pool;

  constructor(url: string) {
    const parsed = new URL(url);
    // A key is on the disk before the first event that needs it, whatever the database's own setting is.
    const options = ['-c synchronous_commit=on -c statement_timeout=30000', parsed.searchParams.get('options') ?? ''];
    parsed.searchParams.set('options', options.join(' ').trim());
    this.pool = new Pool({
      connectionString: parsed.href,
      application_name: 'huiying keys',
      max: 2,
      connectionTimeoutMillis: 5_000,
      query_timeout: 35_000,
      keepAlive: true,
    });
    // A connection that is cut while nobody uses it is no longer there; without a listener it would end the process.
    this.pool.on('error', () => {});
    this.pool.on('connect', (client) => client.on('error', () => {}));
  }

  query<R>(text: string, values: readonly unknown[] = []): Promise<R[]> {
    return this.patiently((client) => client.query(text, values as unknown[]).then(({ rows }) => rows as R[]));
  }

  /** Makes the tables where there are none, and does `work` before anybody else can. */
  prepare<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    return this.patiently(async (client) => {
      await client.query('BEGIN');
      await client.query('SELECT pg_advisory_xact_lock($1)', [lockNumber]);
      for (const statement of tables) await client.query(statement);
      const result = await work(client);
      await client.query('COMMIT');
      return result;
    });
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  private async patiently<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    for (const until = Date.now() + patienceMs; ; await pause(pauseMs)) {
      try {
        return await this.once(work);
      } catch (error) {
        if (!(error instanceof EventStoreUnavailable) || Date.now() > until) throw error;
      }
    }
  }

  private async once<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect().catch((error: unknown) => {
      throw unavailable(error);
    });
    try {
      const result = await work(client);
      client.release();
      return result;
    } catch (error) {
      client.release(true);
      throw isDriverError(error) && isPassing(error) ? unavailable(error) : error;
    }
  }
}

/** Of the database or the network, and not of what was to be done. */
const isDriverError = (error: unknown): boolean =>
  error instanceof DatabaseError ||
  (error instanceof Error &&
    ('syscall' in error || /^(Connection terminated|Query read timeout|timeout expired|Client )/.test(error.message)));
