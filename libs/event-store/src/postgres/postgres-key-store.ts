import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { PoolClient } from 'pg';
import { EventStoreUnavailable } from '../errors';
import { KeyDestroyed, KeyStore } from '../key-store';
import { type MasterKey, readMasterKey } from '../master-key';
import { ConfirmedKeys } from './confirmed-keys';
import { KeyDatabase } from './key-database';
import { SharedRequests } from './shared-requests';

export interface PostgresKeyStoreSettings {
  readonly url: string;
  /** With 64 hexadecimal digits, the same in every process. Made where the database has no keys yet. */
  readonly masterKeyFile: string;
}

/** A key that another process has destroyed is used no longer than this. */
const believedMs = 1_000;
const sweepMs = 30_000;
const mostTogether = 1_000;

interface Kept {
  readonly owner: string;
  readonly wrapped: Uint8Array | null;
}

const look = 'SELECT owner, wrapped FROM huiying.data_keys WHERE owner = ANY($1::text[])';

// In the order of the owners: two processes that make the same keys wait for each other in one direction only.
const make = `INSERT INTO huiying.data_keys (owner, wrapped) SELECT owner, wrapped FROM unnest($1::text[], $2::bytea[]) AS given (owner, wrapped)
  ORDER BY owner COLLATE "C" ON CONFLICT (owner) DO NOTHING`;

const empty = 'INSERT INTO huiying.data_keys (owner) VALUES ($1) ON CONFLICT (owner) DO UPDATE SET wrapped = NULL';

/** Wrapped keys in PostgreSQL, for any number of processes that have the same master key. A destroyed key leaves its owner's row, empty. */
export class PostgresKeyStore extends KeyStore {
  private readonly known = new ConfirmedKeys(believedMs);
  /** Null: destroyed. Undefined: never made. */
  private readonly found = new SharedRequests<Uint8Array | null | undefined>((owners) => this.findAll(owners), mostTogether);
  private readonly obtained = new SharedRequests<Uint8Array | null | undefined>((owners) => this.obtainAll(owners), mostTogether);
  private readonly secret: Uint8Array;
  private readonly sweeping: NodeJS.Timeout;
  /** Rises with each key that is destroyed here: answers that were on their way are not kept. */
  private destructions = 0;
  private closed = false;

  static async open({ url, masterKeyFile }: PostgresKeyStoreSettings): Promise<PostgresKeyStore> {
    const database = new KeyDatabase(url);
    try {
      const master = await database.prepare((client) => matchingMasterKey(client, masterKeyFile));
      return new PostgresKeyStore(database, master);
    } catch (error) {
      await database.close();
      throw error;
    }
  }

  private constructor(
    private readonly database: KeyDatabase,
    private readonly master: MasterKey,
  ) {
    super();
    this.secret = master.derive('installation secret');
    this.sweeping = setInterval(() => this.known.sweep(), sweepMs);
    this.sweeping.unref();
  }

  async obtain(owner: string): Promise<Uint8Array> {
    this.refuseWhenClosed();
    const key = this.known.get(owner) ?? (await this.obtained.ask(owner));
    if (!key) throw new KeyDestroyed(owner);
    return key;
  }

  async find(owner: string): Promise<Uint8Array | undefined> {
    this.refuseWhenClosed();
    return this.known.get(owner) ?? (await this.found.ask(owner)) ?? undefined;
  }

  async destroy(owner: string): Promise<void> {
    this.refuseWhenClosed();
    // A key that is just being made for this owner comes first, and is destroyed.
    await this.obtained.quiet();
    await this.database.query(empty, [owner]);
    this.destructions++;
    this.known.forget(owner);
  }

  installationSecret(): Uint8Array {
    return this.secret;
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    clearInterval(this.sweeping);
    await this.obtained.quiet();
    await this.found.quiet();
    await this.database.close();
  }

  private async obtainAll(owners: readonly string[]): Promise<ReadonlyMap<string, Uint8Array | null>> {
    const there = await this.findAll(owners);
    const missing = owners.filter((owner) => !there.has(owner));
    if (missing.length === 0) return there;
    const wrapped = missing.map((owner) => this.master.wrap(owner, new Uint8Array(randomBytes(32))));
    await this.database.query(make, [missing, wrapped]);
    // Read back: another process may have been first.
    return new Map([...there, ...(await this.findAll(missing))]);
  }

  private async findAll(owners: readonly string[]): Promise<ReadonlyMap<string, Uint8Array | null>> {
    const { destructions } = this;
    const asked = performance.now();
    const rows = await this.database.query<Kept>(look, [owners]);
    const keys = new Map(rows.map(({ owner, wrapped }) => [owner, wrapped && this.master.unwrap(owner, wrapped)]));
    if (destructions === this.destructions) for (const [owner, key] of keys) if (key) this.known.keep(owner, key, asked);
    return keys;
  }

  private refuseWhenClosed(): void {
    if (this.closed) throw new EventStoreUnavailable('the key store is closed');
  }
}

/** The master key in the file, if it is the one of this database. Made for a database that has none; nobody else looks meanwhile. */
export async function matchingMasterKey(client: PoolClient, file: string): Promise<MasterKey> {
  const { rows } = await client.query<{ fingerprint: Uint8Array }>('SELECT fingerprint FROM huiying.master_key');
  const kept = rows[0]?.fingerprint;
  if (!kept) mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const master = readMasterKey(file, !kept);
  const fingerprint = master.derive('fingerprint');
  if (!kept) await client.query('INSERT INTO huiying.master_key (fingerprint) VALUES ($1)', [fingerprint]);
  else if (Buffer.compare(kept, fingerprint) !== 0)
    throw new Error(`the master key ${file} does not belong to this database: its keys were wrapped under another one`);
  return master;
}
