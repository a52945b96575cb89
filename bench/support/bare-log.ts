import { join } from 'node:path';
import { openSqlite, type SqliteDatabase } from '@app/sqlite';

interface Waiting {
  readonly stream: string;
  readonly revision: number;
  readonly data: string;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/**
 * The floor: the plainest durable log one can write. One table, the version checked by index, one transaction for all
 * appends that wait, nothing else: no hash chain, no event ids, no metadata, no immutability.
 */
export class BareLog {
  private waiting: Waiting[] = [];
  private readonly database: SqliteDatabase;
  private readonly run: {
    begin: () => void;
    commit: () => void;
    last: (stream: string) => number;
    insert: (stream: string, revision: number, data: string) => void;
  };
  private readonly select: (stream: string) => readonly { data: string }[];

  constructor(folder: string) {
    const database = openSqlite(join(folder, 'bare.db'), { synchronous: 'FULL' });
    database.exec(
      'CREATE TABLE log (position INTEGER PRIMARY KEY, stream TEXT NOT NULL, revision INTEGER NOT NULL, data TEXT NOT NULL, UNIQUE (stream, revision))',
    );
    const [begin, commit] = [database.prepare('BEGIN IMMEDIATE'), database.prepare('COMMIT')];
    const last = database.prepare('SELECT max(revision) AS revision FROM log WHERE stream = ?');
    const insert = database.prepare('INSERT INTO log (stream, revision, data) VALUES (?, ?, ?)');
    const select = database.prepare('SELECT data FROM log WHERE stream = ? ORDER BY revision');
    this.database = database;
    this.run = {
      begin: () => void begin.run(),
      commit: () => void commit.run(),
      last: (stream) => (last.get(stream) as { revision: number | null }).revision ?? -1,
      insert: (stream, revision, data) => void insert.run(stream, revision, data),
    };
    this.select = (stream) => select.all(stream) as unknown as readonly { data: string }[];
  }

  append(stream: string, revision: number, data: string): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.waiting.push({ stream, revision, data, resolve, reject }) === 1) setImmediate(() => this.commit());
    });
  }

  read(stream: string): readonly { data: string }[] {
    return this.select(stream);
  }

  close(): void {
    this.database.close();
  }

  private commit(): void {
    const group = this.waiting;
    this.waiting = [];
    const conflicts = new Set<Waiting>();
    this.run.begin();
    for (const append of group) {
      if (this.run.last(append.stream) !== append.revision - 1) conflicts.add(append);
      else this.run.insert(append.stream, append.revision, append.data);
    }
    this.run.commit();
    for (const append of group) {
      if (conflicts.has(append)) append.reject(new Error('conflict'));
      else append.resolve();
    }
  }
}
