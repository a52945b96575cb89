import type { SqliteDatabase } from '@app/sqlite';
import { noEvents, type Position } from '../event-store';
import { chainStart } from '../hash-chain';

/** The end of the chain, to which the next event is added. */
export interface Link {
  readonly position: Position;
  readonly recordedAt: string;
  readonly hash: string;
}

const beforeAll: Link = { position: noEvents, recordedAt: '', hash: chainStart };

export function lastLink(database: SqliteDatabase): Link {
  const last = 'SELECT position, recorded_at AS recordedAt, lower(hex(hash)) AS hash FROM events ORDER BY position DESC LIMIT 1';
  return { ...beforeAll, ...(database.prepare(last).get() as Link | undefined) };
}
