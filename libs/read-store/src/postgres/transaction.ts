import { setTimeout as pause } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import type { Statements } from '../connection';
import { gaveWay, portError, RowsUnavailable } from './failures';
import { onConnection, statementsOn } from './pools';

const mostTries = 5;
const learnsWithinMs = 30_000;

/** The answer to a commit was lost; holds the transaction's number. */
class CommitUnanswered extends Error {
  constructor(
    readonly transaction: string,
    readonly reason: Error,
  ) {
    super('the answer to a commit was lost');
  }
}

const begin = async (client: PoolClient): Promise<string> => {
  // Both in one message. A list of statements gives a list of results, of which the driver's types know nothing.
  const results = (await client.query('BEGIN; SELECT pg_current_xact_id()::text AS "number"').catch((error: unknown) => {
    throw portError(error);
  })) as unknown as readonly { readonly rows: readonly { readonly number: string }[] }[];
  return results[1]!.rows[0]!.number;
};

const commit = async (client: PoolClient, number: string): Promise<void> => {
  try {
    await client.query('COMMIT');
  } catch (raw) {
    const error = portError(raw);
    throw error instanceof RowsUnavailable ? new CommitUnanswered(number, error) : error;
  }
};

const once = <T>(pool: Pool, work: (statements: Statements) => Promise<T>): Promise<T> =>
  onConnection(pool, async (client) => {
    const number = await begin(client);
    const result = await work(statementsOn(client)).catch(async (error: unknown) => {
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    });
    try {
      await commit(client, number);
      return result;
    } catch (error) {
      if (error instanceof CommitUnanswered) throw Object.assign(error, { result });
      throw error;
    }
  });

type Status = 'committed' | 'aborted' | 'in progress' | null;

const statusOf = (pool: Pool, number: string): Promise<Status> =>
  onConnection(pool, async (client) => {
    const [row] = await statementsOn(client).query<{ status: Status }>('SELECT pg_xact_status(?::xid8) AS "status"', [number]);
    return row?.status ?? null;
  });

/** Whether the transaction was committed after all: the database remembers, also over a restart. */
const wasCommitted = async (pool: Pool, { transaction, reason }: CommitUnanswered): Promise<boolean> => {
  for (const until = Date.now() + learnsWithinMs; Date.now() < until; await pause(50)) {
    const status = await statusOf(pool, transaction).catch(() => 'in progress' as const);
    if (status !== 'in progress') return status === 'committed';
  }
  throw reason;
};

/**
 * All or nothing, and known which: where the connection is cut while the commit is under way, the database is asked what became of it. One
 * that gave way to another is tried again.
 */
export const transaction = async <T>(pool: Pool, work: (statements: Statements) => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries++) {
    try {
      return await once(pool, work);
    } catch (error) {
      if (error instanceof CommitUnanswered) {
        if (await wasCommitted(pool, error)) return (error as unknown as { result: T }).result;
        throw error.reason;
      }
      if (!gaveWay(error) || tries === mostTries) throw error;
    }
  }
};
