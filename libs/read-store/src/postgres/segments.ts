import type { RowChanges } from '@app/projections';
import type { Statements } from '../connection';
import { CheckpointMoved } from '../errors';
import type { Advance, ParkedCase, Parking } from '../read-store';
import { type HeldSegment, LeaseLost, type SegmentParked, type SegmentsAdvance, type SegmentState } from '../shared-rows';
import { writeChanges } from './write-rows';

export const rowsCheckpoint = 'rows';

/** All segments at once, while nobody keeps one of them. */
const moveAll = `/* named */ UPDATE "segments" SET "position" = ? WHERE "position" = ?
  AND NOT EXISTS (SELECT 1 FROM "segment_leases" WHERE "owner" <> '' AND "until" > clock_timestamp())`;

const start = `INSERT INTO "huiying"."checkpoints" VALUES (?, ?)
  ON CONFLICT ("name") DO UPDATE SET "position" = excluded."position" WHERE "checkpoints"."position" = 0`;

const move = 'UPDATE "huiying"."checkpoints" SET "position" = ? WHERE "name" = ? AND "position" = ?';

/** Moves a checkpoint that must stand where the follower left it; that of the rows is the place of all segments. */
export const advanceCheckpoint = async (statements: Statements, { name, from, to }: Advance, segments: number): Promise<void> => {
  if (to < from) throw new Error(`the checkpoint ${name} cannot go back from ${from} to ${to}`);
  if (name === rowsCheckpoint) {
    if ((await statements.execute(moveAll, [to, from])) !== segments) throw new CheckpointMoved(name, from);
    return;
  }
  const moved = from === 0 ? await statements.execute(start, [name, to]) : await statements.execute(move, [to, name, from]);
  if (moved !== 1) throw new CheckpointMoved(name, from);
};

export const readCheckpoint = async (statements: Statements, name: string): Promise<number> => {
  const [row] =
    name === rowsCheckpoint
      ? await statements.query<{ position: number | null }>('SELECT min("position") AS "position" FROM "segments"')
      : await statements.query<{ position: number }>('SELECT "position" FROM "huiying"."checkpoints" WHERE "name" = ?', [name]);
  return row?.position ?? 0;
};

// Key share: who renews the lease does not wait for this batch, but who takes it over does.
const fence = `/* named */ WITH
  "given" AS (SELECT * FROM unnest(?::int[], ?::bigint[]) AS "given" ("segment", "token")),
  "fenced" AS (
    SELECT "l"."segment" FROM "segment_leases" AS "l" JOIN "given" USING ("segment")
    WHERE "l"."token" = "given"."token" AND "l"."owner" = ? FOR KEY SHARE OF "l"
  ),
  "moved" AS (
    UPDATE "segments" AS "s" SET "position" = ? FROM "fenced" WHERE "s"."segment" = "fenced"."segment" AND "s"."position" = ? RETURNING 1
  )
  SELECT (SELECT count(*) FROM "fenced") AS "fenced", (SELECT count(*) FROM "moved") AS "moved"`;

/** Moves held segments, which nobody can take over until the transaction has ended. */
export const advanceHeld = async (statements: Statements, { owner, held, from, to }: SegmentsAdvance): Promise<void> => {
  if (to < from) throw new Error(`segments cannot go back from ${from} to ${to}`);
  const values = [held.map(({ segment }) => segment), held.map(({ token }) => token), owner, to, from];
  const [found] = await statements.query<{ fenced: number; moved: number }>(fence, values);
  if (found?.fenced !== held.length) throw new LeaseLost(`segments ${held.map(({ segment }) => segment).join(', ')} of the rows`);
  if (found.moved !== held.length) throw new CheckpointMoved(rowsCheckpoint, from);
};

const park = `/* named */ INSERT INTO "parked_cases" ("stream", "segment", "position", "error", "parked_at", "retry_asked")
  SELECT "p"."stream", "s", "p"."position", "p"."error", "p"."parked_at", 0
  FROM json_to_recordset(?::json) AS "p" ("stream" text, "position" bigint, "error" text, "parked_at" text), unnest(?::int[]) AS "s"
  ON CONFLICT ("stream", "segment") DO UPDATE
  SET "position" = excluded."position", "error" = excluded."error", "parked_at" = excluded."parked_at", "retry_asked" = 0`;

export const writeParking = async (
  statements: Statements,
  segments: readonly number[],
  { park: parked = [], unpark = [] }: Parking = {},
): Promise<void> => {
  if (unpark.length > 0)
    await statements.execute('DELETE FROM "parked_cases" WHERE "stream" = ANY(?::text[]) AND "segment" = ANY(?::int[])', [
      unpark,
      segments,
    ]);
  if (parked.length > 0) await statements.execute(park, [JSON.stringify(parked), segments]);
};

/** Changes last: the counters among them are shared with others. */
export const writeHeld = async (
  statements: Statements,
  changes: RowChanges,
  advance: SegmentsAdvance,
  parking: Parking | undefined,
): Promise<void> => {
  await advanceHeld(statements, advance);
  await writeParking(
    statements,
    advance.held.map(({ segment }) => segment),
    parking,
  );
  await writeChanges(statements, changes);
};

/** One line for each stream: where it waits first. */
export const parkedStreams = (statements: Statements): Promise<ParkedCase[]> =>
  statements.query<ParkedCase>(
    'SELECT DISTINCT ON ("stream") "stream", "position", "error", "parked_at" FROM "parked_cases" ORDER BY "stream", "position", "segment"',
  );

const numbers = (held: readonly HeldSegment[]): readonly number[] => held.map(({ segment }) => segment);

export const parkedIn = (statements: Statements, held: readonly HeldSegment[]): Promise<SegmentParked[]> =>
  statements.query<SegmentParked>(
    `SELECT "stream", "segment", "position", "error", "parked_at" FROM "parked_cases" WHERE "segment" = ANY(?::int[]) ORDER BY "stream", "segment"`,
    [numbers(held)],
  );

export const askRetry = (statements: Statements, stream: string): Promise<number> =>
  statements.execute('UPDATE "parked_cases" SET "retry_asked" = 1 WHERE "stream" = ?', [stream]);

export const retriesAsked = async (statements: Statements, held: readonly HeldSegment[]): Promise<readonly string[]> => {
  const found = await statements.query<{ stream: string }>(
    'SELECT DISTINCT "stream" FROM "parked_cases" WHERE "retry_asked" = 1 AND "segment" = ANY(?::int[]) ORDER BY "stream"',
    [numbers(held)],
  );
  return found.map(({ stream }) => stream);
};

/** An owner whose lease has ended keeps nothing. */
export const segmentStates = (statements: Statements): Promise<SegmentState[]> =>
  statements.query<SegmentState>(
    `SELECT "segment", "position", CASE WHEN "until" > clock_timestamp() THEN "owner" ELSE '' END AS "owner"
     FROM "segments" JOIN "segment_leases" USING ("segment") ORDER BY "segment"`,
  );
