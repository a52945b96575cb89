import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SqliteDatabase } from '@app/sqlite';
import { type Position, type Verification } from '../event-store';
import { chained, chainStart } from '../hash-chain';
import { eventColumns, type EventRow, readEvent } from './event-rows';

const slice = 1_000;

/**
 * Recomputes the chain up to `head`. Finds an event whose content or hash was altered, that is missing, or that stands
 * in another's place. It cannot see that the newest events are missing, nor that someone rewrote all hashes from some
 * position on: for that, compare the digest with one kept elsewhere.
 */
export async function verifyChain(database: SqliteDatabase, head: Position, progress?: (checked: number) => void): Promise<Verification> {
  const read = database.prepare(`SELECT ${eventColumns}, lower(hex(hash)) FROM events WHERE position > ? ORDER BY position LIMIT ?`);
  read.setReturnArrays(true);
  let digest = chainStart;
  let checked = 0;
  while (checked < head) {
    const rows = read.all(checked, Math.min(slice, head - checked)) as [...EventRow, hash: string][];
    for (const [header, data, personal, hash] of rows) {
      const event = readEvent([header, data, personal]);
      const expected = chained(digest, event);
      if (event.position !== checked + 1 || expected !== hash) return { checked, digest, firstBad: checked + 1 };
      digest = expected;
      checked += 1;
    }
    progress?.(checked);
    await nextTurn();
  }
  return { checked, digest };
}
