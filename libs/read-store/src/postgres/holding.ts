import type { Statements } from '../connection';
import type { HeldSegment, Lease } from '../shared-rows';

/** By the database's clock: those of the processes may differ. */
const ends = `clock_timestamp() + ? * interval '1 millisecond'`;

const sayAlive = `INSERT INTO "members" VALUES (?, ${ends}) ON CONFLICT ("owner") DO UPDATE SET "until" = excluded."until"`;
const forgetDead = 'DELETE FROM "members" WHERE "until" < clock_timestamp() AND "owner" <> ?';

const fairShare = `SELECT (SELECT count(*) FROM "segments") AS "segments", count(*) AS "members", count(*) FILTER (WHERE "owner" < ?) AS "before"
  FROM "members"`;

// With the renewal: given back at once is what goes beyond the share, the last ones first.
const renew = `UPDATE "segment_leases" AS "l" SET
    "owner" = CASE WHEN "kept" THEN "l"."owner" ELSE '' END,
    "until" = CASE WHEN "kept" THEN ${ends} ELSE '-infinity' END
  FROM (SELECT "segment", row_number() OVER (ORDER BY "segment") <= ? AS "kept" FROM "segment_leases" WHERE "owner" = ?) AS "mine"
  WHERE "mine"."segment" = "l"."segment" RETURNING "kept"`;

// Locked for update, which waits for no batch under way: such a segment is left to the next time.
const take = `UPDATE "segment_leases" AS "l" SET "owner" = ?, "token" = nextval('"huiying"."tokens"'), "until" = ${ends}
  FROM (
    SELECT "segment" FROM "segment_leases" WHERE "owner" = '' OR "until" < clock_timestamp() ORDER BY "segment" LIMIT ? FOR UPDATE SKIP LOCKED
  ) AS "free"
  WHERE "free"."segment" = "l"."segment"`;

const mine = `SELECT "segment", "token", "position" FROM "segment_leases" JOIN "segments" USING ("segment") WHERE "owner" = ? ORDER BY "segment"`;

interface Share {
  readonly segments: number;
  readonly members: number;
  /** Members whose name comes before this one's: the first ones keep one more where it cannot be divided. */
  readonly before: number;
}

const shareOf = ({ segments, members, before }: Share): number => Math.floor(segments / members) + (before < segments % members ? 1 : 0);

/** What the owner holds from now on, and whether some were given back. One owner after the other: `statements` is a transaction. */
export const holdSegments = async (
  statements: Statements,
  owner: string,
  leaseMs: number,
): Promise<{ readonly held: readonly HeldSegment[]; readonly gaveBack: boolean }> => {
  await statements.execute(`SELECT pg_advisory_xact_lock(hashtext(current_schema() || ' holding'))`);
  await statements.execute(sayAlive, [owner, leaseMs]);
  await statements.execute(forgetDead, [owner]);
  const [share] = await statements.query<Share>(fairShare, [owner]);
  const due = shareOf(share!);
  const renewed = await statements.query<{ kept: boolean }>(renew, [leaseMs, due, owner]);
  const wanting = due - renewed.filter(({ kept }) => kept).length;
  if (wanting > 0) await statements.execute(take, [owner, leaseMs, wanting]);
  return { held: await statements.query<HeldSegment>(mine, [owner]), gaveBack: renewed.some(({ kept }) => !kept) };
};

/** Gives everything back. */
export const releaseAll = async (statements: Statements, owner: string): Promise<void> => {
  await statements.execute('DELETE FROM "members" WHERE "owner" = ?', [owner]);
  await statements.execute(`UPDATE "segment_leases" SET "owner" = '', "until" = '-infinity' WHERE "owner" = ?`, [owner]);
  await statements.execute(`UPDATE "huiying"."leases" SET "owner" = '', "until" = '-infinity' WHERE "owner" = ?`, [owner]);
};

const takeLease = `INSERT INTO "huiying"."leases" AS "l" VALUES (?, ?, nextval('"huiying"."tokens"'), ${ends})
  ON CONFLICT ("name") DO UPDATE SET "owner" = excluded."owner", "until" = excluded."until",
    "token" = CASE WHEN "l"."owner" = excluded."owner" THEN "l"."token" ELSE excluded."token" END
  WHERE "l"."owner" = excluded."owner" OR "l"."until" < clock_timestamp() RETURNING "name", "token"`;

export const takeOrRenew = async (statements: Statements, name: string, owner: string, leaseMs: number): Promise<Lease | undefined> =>
  (await statements.query<Lease>(takeLease, [name, owner, leaseMs]))[0];
