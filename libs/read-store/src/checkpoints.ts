import type { Table } from '@app/projections';
import { checkpointsTable } from './bookkeeping';
import type { Statements } from './connection';
import { CheckpointMoved } from './errors';
import type { Advance } from './read-store';
import { placeholder, placeholders } from './sql';
import { loadRows, putRows } from './write-rows';

const table = checkpointsTable as Table;

const start = `INSERT INTO "checkpoints" ("name", "position") VALUES ${placeholders(1, 2)}
  ON CONFLICT ("name") DO UPDATE SET "position" = excluded."position" WHERE "checkpoints"."position" = 0`;

const move = `UPDATE "checkpoints" SET "position" = ${placeholder} WHERE "name" = ${placeholder} AND "position" = ${placeholder}`;

/**
 * Moves a checkpoint that must stand where the follower left it. It is the first statement of the transaction: as a
 * write it takes the database's lock at once, so that of two writers the second finds the checkpoint moved.
 */
export const advanceCheckpoint = async (statements: Statements, { name, from, to }: Advance): Promise<void> => {
  if (to < from) throw new Error(`the checkpoint ${name} cannot go back from ${from} to ${to}`);
  const moved = from === 0 ? await statements.execute(start, [name, to]) : await statements.execute(move, [to, name, from]);
  if (moved !== 1) throw new CheckpointMoved(name, from);
};

export const readCheckpoint = async (statements: Statements, name: string): Promise<number> => {
  const [row] = await loadRows(statements, table, [[name]]);
  return Number(row?.['position'] ?? 0);
};

export const setCheckpoint = (statements: Statements, name: string, position: number): Promise<void> =>
  putRows(statements, table, [{ name, position }]);
