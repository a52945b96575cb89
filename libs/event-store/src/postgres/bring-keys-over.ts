import { existsSync } from 'node:fs';
import { readMasterKey } from '../master-key';
import { type KeptKey, openKeptKeys } from '../sqlite/key-table';
import { KeyDatabase } from './key-database';
import { matchingMasterKey } from './postgres-key-store';

export interface BringKeysOver {
  /** The key file of a data folder, which no server holds meanwhile. It is only read. */
  readonly from: string;
  readonly url: string;
  /** Of the data folder, and from now on of every process. */
  readonly masterKeyFile: string;
}

/** How many owners have a key, and how many of these keys were destroyed. */
export interface KeyCounts {
  readonly owners: number;
  readonly destroyed: number;
}

export interface KeysBroughtOver {
  readonly from: KeyCounts;
  readonly to: KeyCounts;
  /** Keys that are not the same in both places. */
  readonly differing: number;
}

const pageSize = 1_000;

// One that was destroyed on either side is destroyed.
const put = `INSERT INTO huiying.data_keys (owner, wrapped) SELECT owner, wrapped FROM unnest($1::text[], $2::bytea[]) AS given (owner, wrapped)
  ON CONFLICT (owner) DO UPDATE SET wrapped = NULL WHERE excluded.wrapped IS NULL AND data_keys.wrapped IS NOT NULL`;

const same = `SELECT count(*)::int AS "same" FROM unnest($1::text[], $2::bytea[]) AS given (owner, wrapped)
  JOIN huiying.data_keys AS kept USING (owner) WHERE kept.wrapped IS NOT DISTINCT FROM given.wrapped`;

const count = 'SELECT count(*)::int AS "owners", (count(*) FILTER (WHERE wrapped IS NULL))::int AS "destroyed" FROM huiying.data_keys';

/**
 * Brings wrapped keys over as they are: the same master key opens them in both places. May be repeated. `progress` is told how many.
 * @throws when the master key is not the one of the file, or not the one of the database
 */
export async function bringKeysOver(
  { from, url, masterKeyFile }: BringKeysOver,
  progress?: (keys: number) => void,
): Promise<KeysBroughtOver> {
  if (!existsSync(from)) throw new Error(`数据目录中没有密钥文件 (there is no key file at ${from})`);
  const kept = openKeptKeys(from);
  const database = new KeyDatabase(url);
  try {
    const fingerprint = readMasterKey(masterKeyFile, false).derive('fingerprint');
    if (kept.fingerprint && Buffer.compare(kept.fingerprint, fingerprint) !== 0)
      throw new Error(`主密钥 ${masterKeyFile} 与 ${from} 不相配 (the master key does not belong to these keys)`);
    await database.prepare((client) => matchingMasterKey(client, masterKeyFile));
    const counts = { owners: 0, destroyed: 0 };
    let differing = 0;
    for (const page of kept.pages(pageSize)) {
      differing += await pass(database, page);
      counts.owners += page.length;
      counts.destroyed += page.filter(({ wrapped }) => wrapped === null).length;
      progress?.(counts.owners);
    }
    const [there] = await database.query<KeyCounts>(count);
    return { from: counts, to: there!, differing };
  } finally {
    kept.close();
    await database.close();
  }
}

/** How many of them are others there. */
const pass = async (database: KeyDatabase, page: readonly KeptKey[]): Promise<number> => {
  const columns = [page.map(({ owner }) => owner), page.map(({ wrapped }) => wrapped && Buffer.from(wrapped))];
  await database.query(put, columns);
  const [found] = await database.query<{ same: number }>(same, columns);
  return page.length - found!.same;
};
