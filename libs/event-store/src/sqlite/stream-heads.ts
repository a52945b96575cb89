import type { SqliteDatabase, SqliteStatement } from '@app/sqlite';

const most = 50_000;

/** The last revision of each stream; those asked for lately are kept in memory, which the one writer may trust. */
export class StreamHeads {
  private readonly known = new Map<string, number>();
  private readonly last: SqliteStatement;

  constructor(database: SqliteDatabase) {
    this.last = database.prepare('SELECT max(revision) AS revision FROM events WHERE stream = ?');
  }

  /** -1 for a stream that does not exist. */
  of(stream: string): number {
    return this.known.get(stream) ?? (this.last.get(stream) as { revision: number | null }).revision ?? -1;
  }

  set(stream: string, revision: number): void {
    this.known.set(stream, revision);
    if (this.known.size > most) this.known.delete(this.known.keys().next().value!);
  }

  /** After a rollback: what was set since is not true. */
  forget(): void {
    this.known.clear();
  }
}
