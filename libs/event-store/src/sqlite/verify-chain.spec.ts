import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { openSqlite } from '@app/sqlite';
import { temporaryFolders } from '@app/testing';
import { newEventId } from '../event-id';
import type { Verification } from '../event-store';
import { SqliteEventStore } from './sqlite-event-store';

const newFolder = temporaryFolders();

describe('a verification of the event log', () => {
  const original = newFolder();
  let untouched: Verification;

  beforeAll(async () => {
    const store = SqliteEventStore.open(original);
    for (let n = 0; n < 10; n++)
      await store.append(`complaint-${n % 3}`, 'any', [
        { id: newEventId(), type: 'Rated', data: `{"rating":${n}}`, metadata: '{"by":"clerk"}', personal: Uint8Array.of(n) },
      ]);
    untouched = await store.verify();
    await store.close();
  });

  async function afterTampering(sql: string): Promise<Verification> {
    const folder = newFolder();
    cpSync(join(original, 'events.db'), join(folder, 'events.db'));
    const database = openSqlite(join(folder, 'events.db'), { synchronous: 'FULL' });
    database.exec(`DROP TRIGGER events_are_not_altered; DROP TRIGGER events_are_not_deleted; ${sql}`);
    database.close();
    const store = SqliteEventStore.open(folder);
    const verification = await store.verify();
    await store.close();
    return verification;
  }

  const swap =
    'UPDATE events SET position = -position WHERE position IN (3, 4); UPDATE events SET position = 7 + position WHERE position < 0';
  const forge = `INSERT INTO events SELECT 11, 'complaint-9', 0, randomblob(16), type, recorded_at, data, metadata, personal, hash
                 FROM events WHERE position = 10`;

  it('finds nothing wrong where nothing was touched', async () => {
    expect(await afterTampering('')).toEqual(untouched);
    expect(untouched).toEqual({ checked: 10, digest: expect.any(String) });
  });

  it.each([
    ['data altered', `UPDATE events SET data = '{"rating":9}' WHERE position = 5`, 5],
    ['white space added to data', `UPDATE events SET data = data || ' ' WHERE position = 5`, 5],
    ['the type altered', `UPDATE events SET type = 'Praised' WHERE position = 5`, 5],
    ['metadata altered', `UPDATE events SET metadata = '{}' WHERE position = 2`, 2],
    ['text moved from one field to the next', `UPDATE events SET metadata = data || metadata, data = '' WHERE position = 2`, 2],
    [
      'the header split at another place',
      `UPDATE events SET type = type || char(31) || recorded_at, recorded_at = metadata WHERE position = 2`,
      2,
    ],
    ['personal data altered', `UPDATE events SET personal = x'ff' WHERE position = 6`, 6],
    ['personal data removed', `UPDATE events SET personal = NULL WHERE position = 6`, 6],
    ['personal data emptied', `UPDATE events SET personal = x'' WHERE position = 6`, 6],
    ['the time altered', `UPDATE events SET recorded_at = '2018-12-31T23:59:59.000Z' WHERE position = 9`, 9],
    ['the id altered', `UPDATE events SET id = randomblob(16) WHERE position = 9`, 9],
    ['an event moved to another stream', `UPDATE events SET stream = 'letter-1' WHERE position = 4`, 4],
    ['the revision altered', `UPDATE events SET revision = 77 WHERE position = 4`, 4],
    ['the first event deleted', 'DELETE FROM events WHERE position = 1', 1],
    ['an event deleted', 'DELETE FROM events WHERE position = 7', 7],
    ['several events deleted', 'DELETE FROM events WHERE position BETWEEN 3 AND 8', 3],
    ['the order of two events changed', swap, 3],
    ['a hash altered', `UPDATE events SET hash = randomblob(32) WHERE position = 8`, 8],
    ['an event added', forge, 11],
  ])('finds %s', async (_, sql, firstBad) => {
    expect(await afterTampering(sql)).toMatchObject({ firstBad, checked: firstBad - 1 });
  });

  it('sees by the digest alone that the newest events are missing', async () => {
    const shortened = await afterTampering('DELETE FROM events WHERE position > 8');
    expect(shortened.firstBad).toBeUndefined();
    expect(shortened.digest).not.toBe(untouched.digest);
  });

  it('of many events leaves time for other work', async () => {
    const store = SqliteEventStore.open(newFolder());
    const events = Array.from({ length: 5_000 }, () => ({ id: newEventId(), type: 'Rated', data: '{}', metadata: '{}' }));
    await store.append('complaint-1', 'none', events);
    let turns = 0;
    const progress: number[] = [];
    const count = (): NodeJS.Immediate => setImmediate(() => (turns++, progress.at(-1) !== 5_000 && count()));
    count();
    await store.verify((checked) => progress.push(checked));
    expect(progress).toEqual([1_000, 2_000, 3_000, 4_000, 5_000]);
    expect(turns).toBeGreaterThanOrEqual(4);
    await store.close();
  });
});
