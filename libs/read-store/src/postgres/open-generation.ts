import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Statements } from '../connection';
import { RowsUnavailable } from './failures';
import { schemaOf } from './generation-schema';
import type { Generation } from './installation';
import { onConnection, openPool, type Settings, statementsOn } from './pools';
import { transaction } from './transaction';

/** A reader hardly notices that the server was started anew; one that does not come back is told so. */
const patienceMs = 5_000;
const pauseMs = 100;

const reading: Settings = {
  default_transaction_read_only: 'on',
  statement_timeout: 30_000,
  idle_in_transaction_session_timeout: 900_000,
};

// Rows follow from the log, so that a power cut may take the last commits. They are written by their keys alone: a plan made while a table was
// small would otherwise read all of it for as long as the plan is kept.
const writing: Settings = {
  synchronous_commit: 'off',
  statement_timeout: 60_000,
  idle_in_transaction_session_timeout: 10_000,
  enable_seqscan: 'off',
  enable_hashjoin: 'off',
  enable_mergejoin: 'off',
  plan_cache_mode: 'force_generic_plan',
};

const mostWriters = 4;

/** The connections to one generation. Closed once the last of those who use it is through. */
export class OpenGeneration {
  readonly name: string;
  readonly segments: number;
  private readonly readers: Pool;
  private readonly writers: Pool;
  private users = 0;
  private closing: Promise<void> | undefined;
  private lastHasGone: (() => void) | undefined;

  constructor(url: string, { name, segments }: Generation, mostReaders: number) {
    this.name = name;
    this.segments = segments;
    const search_path = schemaOf(name);
    this.readers = openPool(url, mostReaders, { search_path, ...reading });
    this.writers = openPool(url, mostWriters, { search_path, ...writing });
  }

  /** One question, asked again on another connection when its own is cut. */
  read<T>(work: (statements: Statements) => Promise<T>): Promise<T> {
    return this.patiently(() => onConnection(this.readers, (client) => work(statementsOn(client))));
  }

  /** Several questions about one moment; `work` is told of it by the first that it asks. */
  snapshot<T>(work: (statements: Statements) => Promise<T>): Promise<T> {
    return this.using(() =>
      onConnection(this.readers, async (client) => {
        const statements = statementsOn(client);
        await statements.execute('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
        const result = await work(statements);
        await statements.execute('COMMIT');
        return result;
      }),
    );
  }

  /** One statement by a writer, whose effect is the same when it is repeated. */
  write<T>(work: (statements: Statements) => Promise<T>): Promise<T> {
    return this.patiently(() => onConnection(this.writers, (client) => work(statementsOn(client))));
  }

  transaction<T>(work: (statements: Statements) => Promise<T>): Promise<T> {
    return this.using(() => transaction(this.writers, work));
  }

  serving<T>(work: (pool: Pool) => Promise<T>): Promise<T> {
    return this.using(() => work(this.writers));
  }

  close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  private async end(): Promise<void> {
    if (this.users > 0) await new Promise<void>((resolve) => (this.lastHasGone = resolve));
    await Promise.all([this.readers.end(), this.writers.end()]);
  }

  private patiently<T>(work: () => Promise<T>): Promise<T> {
    return this.using(async () => {
      for (const until = Date.now() + patienceMs; ; await pause(pauseMs)) {
        try {
          return await work();
        } catch (error) {
          if (!(error instanceof RowsUnavailable) || Date.now() > until) throw error;
        }
      }
    });
  }

  private async using<T>(work: () => Promise<T>): Promise<T> {
    this.users++;
    try {
      return await work();
    } finally {
      if (--this.users === 0) this.lastHasGone?.();
    }
  }
}
