import { type OpenSqlite, openSqlite, scalar, type SqliteDatabase, type SqliteStatement } from '@app/sqlite';
import { DurableTransactions } from './durable-transactions';
import { bringUpToDate, type FileFormat, refuseForeign, refuseOlder } from './file-format';

const keyFile: FileFormat = {
  name: 'the key file',
  applicationId: 0x68795f6b, // hy_k
  steps: [
    `CREATE TABLE keys (owner TEXT PRIMARY KEY, wrapped BLOB) STRICT, WITHOUT ROWID;
     CREATE TABLE master (fingerprint BLOB NOT NULL) STRICT;`,
  ],
};

/** Wrapped keys in a file of their own. A destroyed key leaves its owner's row, empty. */
export class KeyTable {
  private readonly transactions: DurableTransactions;
  private readonly select: SqliteStatement;
  private readonly insert: SqliteStatement;
  private readonly empty: SqliteStatement;

  constructor(private readonly database: SqliteDatabase) {
    this.transactions = new DurableTransactions(database, 'the key file');
    this.select = database.prepare('SELECT wrapped FROM keys WHERE owner = ?');
    this.insert = database.prepare('INSERT INTO keys VALUES (?, ?)');
    this.empty = database.prepare('INSERT INTO keys VALUES (?, NULL) ON CONFLICT DO UPDATE SET wrapped = NULL');
  }

  /** Null when the key has been destroyed, undefined when there never was one. */
  find(owner: string): Uint8Array | null | undefined {
    return (this.select.get(owner) as { wrapped: Uint8Array | null } | undefined)?.wrapped;
  }

  add(keys: readonly { readonly owner: string; readonly wrapped: Uint8Array }[]): void {
    this.transactions.run(() => {
      for (const { owner, wrapped } of keys) this.insert.run(owner, wrapped);
    });
  }

  destroy(owner: string): void {
    this.transactions.run(() => this.empty.run(owner));
    this.emptyWriteAheadLog();
  }

  // The key was overwritten in the file (secure_delete), but the write-ahead log may still hold the page as it was.
  private emptyWriteAheadLog(): void {
    if (scalar(this.database, 'PRAGMA wal_checkpoint(TRUNCATE)') !== 0)
      throw new Error('the key is destroyed, but another program reads the key file and keeps its write-ahead log: try again');
  }

  /** The fingerprint kept with the keys; `make` gives the first one. */
  fingerprint(make: () => Uint8Array): Uint8Array {
    const kept = this.database.prepare('SELECT fingerprint FROM master').get() as { fingerprint: Uint8Array } | undefined;
    if (kept) return kept.fingerprint;
    const fingerprint = make();
    this.transactions.run(() => this.database.prepare('INSERT INTO master VALUES (?)').run(fingerprint));
    return fingerprint;
  }

  close(): void {
    this.transactions.close();
  }
}

export function openKeyTable(file: string, open: OpenSqlite = openSqlite): KeyTable {
  const check = (database: SqliteDatabase) => refuseForeign(database, keyFile);
  const database = open(file, { synchronous: 'FULL', cacheMebibytes: 8, check });
  database.exec('PRAGMA secure_delete = ON');
  bringUpToDate(database, keyFile);
  return new KeyTable(database);
}

/** A key as it lies there; null where it was destroyed. */
export interface KeptKey {
  readonly owner: string;
  readonly wrapped: Uint8Array | null;
}

export interface KeptKeys {
  /** Undefined where no key was ever made. */
  readonly fingerprint: Uint8Array | undefined;
  /** All of them in the order of their owners. */
  pages(size: number): Generator<readonly KeptKey[]>;
  close(): void;
}

/** The keys of a file as they lie there, for reading only. */
export function openKeptKeys(file: string, open: OpenSqlite = openSqlite): KeptKeys {
  const check = (opened: SqliteDatabase) => {
    refuseForeign(opened, keyFile);
    refuseOlder(opened, keyFile);
  };
  const database = open(file, { synchronous: 'FULL', readOnly: true, check });
  const after = database.prepare('SELECT owner, wrapped FROM keys WHERE owner > ? ORDER BY owner LIMIT ?');
  return {
    fingerprint: (database.prepare('SELECT fingerprint FROM master').get() as { fingerprint: Uint8Array } | undefined)?.fingerprint,
    *pages(size) {
      for (let page = after.all('', size) as KeptKey[]; page.length > 0; page = after.all(page.at(-1)!.owner, size) as KeptKey[])
        yield page;
    },
    close: () => database.close(),
  };
}
