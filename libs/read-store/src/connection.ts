import { type DataSource, QueryFailedError, type QueryRunner } from 'typeorm';
import { Queue } from './queue';

export type Values = readonly unknown[];

/** Runs statements inside whatever has been begun. */
export interface Statements {
  query<R>(text: string, values?: Values): Promise<R[]>;
  /** How many rows were changed. */
  execute(text: string, values?: Values): Promise<number>;
}

/** Work on the database, alone with its connection while it lasts. */
export interface Writer {
  use<T>(work: (statements: Statements) => Promise<T>): Promise<T>;
  /** All or nothing. */
  transaction<T>(work: (statements: Statements) => Promise<T>): Promise<T>;
}

/** A statement's error names the statement and not its values, which may run to thousands. */
const plainly = (error: unknown): unknown =>
  error instanceof QueryFailedError ? new Error(`${error.message} in: ${error.query.slice(0, 120)}`, { cause: error.driverError }) : error;

const statementsOn = (runner: QueryRunner): Statements => {
  const run = (text: string, values: Values) =>
    runner.query(text, values as unknown[], true).catch((error: unknown) => {
      throw plainly(error);
    });
  return {
    query: async <R>(text: string, values: Values = []) => (await run(text, values)).records as R[],
    execute: async (text, values = []) => (await run(text, values)).affected ?? 0,
  };
};

/**
 * One database connection. TypeORM gives everybody the same SQLite connection, so that two transactions at a time
 * would mix; here each piece of work has it alone.
 */
export class Connection implements Writer {
  constructor(
    readonly source: DataSource,
    private readonly queue = new Queue(),
  ) {}

  use<T>(work: (statements: Statements) => Promise<T>): Promise<T> {
    return this.queue.run(async () => {
      const runner = this.source.createQueryRunner();
      try {
        return await work(statementsOn(runner));
      } finally {
        await runner.release();
      }
    });
  }

  transaction<T>(work: (statements: Statements) => Promise<T>): Promise<T> {
    return this.use(async (statements) => {
      await statements.execute('BEGIN');
      try {
        const result = await work(statements);
        await statements.execute('COMMIT');
        return result;
      } catch (error) {
        // The database may have rolled back by itself (a full disk); what matters is the first error.
        await statements.execute('ROLLBACK').catch(() => undefined);
        throw error;
      }
    });
  }

  async close(): Promise<void> {
    await this.queue.run(() => this.source.destroy());
  }
}
