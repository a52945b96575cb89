import type { Statements } from '../connection';

/** A reader that died must not stop the others for longer. */
const standsMs = 5_000;

/** All at one position, and which. The statements read one moment. */
export const commonPosition = async (statements: Statements): Promise<number | undefined> => {
  const [found] = await statements.query<{ low: number; high: number }>(
    'SELECT min("position") AS "low", max("position") AS "high" FROM "segments"',
  );
  return found && found.low === found.high ? found.low : undefined;
};

const active = `SELECT max("position") AS "position" FROM "standstills" WHERE "until" > clock_timestamp()`;

export const askedPosition = async (statements: Statements): Promise<number | undefined> => {
  const [found] = await statements.query<{ position: number | null }>(active);
  return found?.position ?? undefined;
};

// At the furthest of them, since none can go back; several readers ask for the same place, and one that was passed meanwhile is moved on.
const ask = `INSERT INTO "standstills"
  SELECT ?, greatest((SELECT max("position") FROM "segments"), (${active})), clock_timestamp() + ${standsMs} * interval '1 millisecond'
  ON CONFLICT ("asker") DO UPDATE SET "position" = excluded."position", "until" = excluded."until"
  RETURNING "position"`;

/** Asks the segments to stand, or asks again. Gives the place. */
export const askToStand = async (statements: Statements, asker: string): Promise<number> =>
  (await statements.query<{ position: number }>(ask, [asker]))[0]!.position;

/** Lets them go on. */
export const letGo = (statements: Statements, asker: string): Promise<number> =>
  statements.execute('DELETE FROM "standstills" WHERE "asker" = ? OR "until" < clock_timestamp()', [asker]);
