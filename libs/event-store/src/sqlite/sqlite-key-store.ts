import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenSqlite } from '@app/sqlite';
import { EventStoreUnavailable } from '../errors';
import { GroupCommit } from '../group-commit';
import { KeyDestroyed, KeyStore } from '../key-store';
import { type KeyTable, openKeyTable } from './key-table';
import { type MasterKey, readMasterKey } from '../master-key';
import { RecentKeys } from './recent-keys';

interface NewKey {
  readonly owner: string;
  readonly key: Uint8Array;
  readonly wrapped: Uint8Array;
  readonly bytes: number;
  readonly resolve: (key: Uint8Array) => void;
  readonly reject: (error: unknown) => void;
}

/** Keys in `keys/` of the data folder, wrapped under a master key. The folder's lock keeps other processes out. */
export class SqliteKeyStore extends KeyStore {
  private readonly recent = new RecentKeys();
  private readonly beingMade = new Map<string, Promise<Uint8Array>>();
  private readonly commits = new GroupCommit<NewKey>((group) => this.commit(group));
  private readonly secret: Uint8Array;
  private closed = false;

  static open(folder: string, open?: OpenSqlite): SqliteKeyStore {
    const keys = join(folder, 'keys');
    const file = join(keys, 'keys.db');
    mkdirSync(keys, { recursive: true, mode: 0o700 });
    const master = readMasterKey(join(keys, 'master.key'), !existsSync(file));
    return new SqliteKeyStore(openMatching(file, master, open), master);
  }

  private constructor(
    private readonly table: KeyTable,
    private readonly master: MasterKey,
  ) {
    super();
    this.secret = master.derive('installation secret');
  }

  async obtain(owner: string): Promise<Uint8Array> {
    const key = this.lookUp(owner);
    if (key === null) throw new KeyDestroyed(owner);
    return key ?? this.beingMade.get(owner) ?? this.make(owner);
  }

  async find(owner: string): Promise<Uint8Array | undefined> {
    return this.lookUp(owner) ?? undefined;
  }

  async destroy(owner: string): Promise<void> {
    this.refuseWhenClosed();
    // A key that is just being made for this owner comes first, and is destroyed.
    this.commits.flush();
    this.recent.forget(owner);
    this.table.destroy(owner);
  }

  installationSecret(): Uint8Array {
    return this.secret;
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    this.commits.flush();
    this.table.close();
  }

  private lookUp(owner: string): Uint8Array | null | undefined {
    this.refuseWhenClosed();
    const known = this.recent.get(owner);
    if (known) return known;
    const wrapped = this.table.find(owner);
    if (!wrapped) return wrapped;
    const key = this.master.unwrap(owner, wrapped);
    this.recent.keep(owner, key);
    return key;
  }

  private make(owner: string): Promise<Uint8Array> {
    const key = new Uint8Array(randomBytes(32));
    const wrapped = this.master.wrap(owner, key);
    const made = new Promise<Uint8Array>((resolve, reject) =>
      this.commits.add({ owner, key, wrapped, bytes: wrapped.length, resolve, reject }),
    );
    this.beingMade.set(owner, made);
    return made;
  }

  private commit(group: readonly NewKey[]): void {
    try {
      this.table.add(group);
      for (const { owner, key, resolve } of group) {
        this.recent.keep(owner, key);
        resolve(key);
      }
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
    for (const { owner } of group) this.beingMade.delete(owner);
  }

  private refuseWhenClosed(): void {
    if (this.closed) throw new EventStoreUnavailable('the key store is closed');
  }
}

function openMatching(file: string, master: MasterKey, open?: OpenSqlite): KeyTable {
  const table = openKeyTable(file, open);
  const fingerprint = master.derive('fingerprint');
  const kept = table.fingerprint(() => fingerprint);
  if (Buffer.compare(kept, fingerprint) === 0) return table;
  table.close();
  throw new Error(`the master key does not belong to ${file}: its keys were wrapped under another one`);
}
