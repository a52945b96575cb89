import { isBusy, isFull, isStatementsFault, sqliteCode, type SqliteDatabase, type SqliteStatement } from '@app/sqlite';
import { EventStoreFull, EventStoreUnavailable } from '../errors';

// Out of the garbage collector's reach, which would close them.
const leftOpen = new Set<SqliteDatabase>();

/**
 * The transactions of one connection. A commit that fails for any other reason than lack of room leaves in doubt what
 * is on the disk: asking the disk again would answer "all well" (it forgets a failed sync), so nothing is taken any more.
 */
export class DurableTransactions {
  /** Why nothing is taken any more. */
  trouble: string | undefined;
  private readonly begin: SqliteStatement;
  private readonly commit: SqliteStatement;

  /** `name`: what is written, as a clerk would call it. */
  constructor(
    private readonly database: SqliteDatabase,
    private readonly name: string,
  ) {
    this.begin = database.prepare('BEGIN IMMEDIATE');
    this.commit = database.prepare('COMMIT');
  }

  /** Runs `work` in a transaction and returns when it is on the disk. Whatever it throws, nothing was left behind. */
  run<T>(work: () => T): T {
    if (this.trouble !== undefined) throw new EventStoreUnavailable(this.trouble);
    let committing = false;
    try {
      this.begin.run();
      const result = work();
      committing = true;
      this.commit.run();
      return result;
    } catch (error) {
      this.rollBack();
      throw this.explain(error, committing);
    }
  }

  /** Does what may fail for lack of room or a lock and can be done later; any other failure is trouble. */
  attempt(chore: () => void): void {
    if (this.trouble !== undefined) return;
    try {
      chore();
    } catch (error) {
      if (!isFull(error) && !isBusy(error)) this.stop(error);
    }
  }

  // The write-ahead log is emptied here, because @photostructure/sqlite does not do it on closing while a prepared
  // statement lives. After trouble the connection stays open until the process ends: closing it would sync again.
  close(): void {
    this.attempt(() => this.database.exec('PRAGMA wal_checkpoint(TRUNCATE)'));
    if (this.trouble === undefined) this.database.close();
    else leftOpen.add(this.database);
  }

  private rollBack(): void {
    try {
      if (this.database.isTransaction) this.database.exec('ROLLBACK');
    } catch (error) {
      this.stop(error);
    }
  }

  private explain(error: unknown, committing: boolean): unknown {
    if (isFull(error)) return new EventStoreFull(`no room on the disk for ${this.name}`, { cause: error });
    if (isBusy(error)) return new EventStoreUnavailable(`${this.name} is locked by another program`, false, { cause: error });
    if (!committing && (sqliteCode(error) === undefined || isStatementsFault(error))) return error;
    return new EventStoreUnavailable(this.stop(error), committing, { cause: error });
  }

  private stop(error: unknown): string {
    const reason = (error as Error).message;
    return (this.trouble ??= `${this.name} could not be written (${reason}): nothing is taken until the program is restarted`);
  }
}
