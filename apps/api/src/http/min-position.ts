import type { RowsFollower } from '@app/case-handling';
import { Malformed } from '@app/case-handling';

const longestWaitMs = 2_000;

/** The rows have not reached the position the caller asked for. */
export class NotSeenYet extends Error {
  override readonly name = 'NotSeenYet';
}

/** Waits until the rows show at least `?minPosition=`, so that a clerk sees her own change. @throws NotSeenYet, Malformed */
export const waitForPosition = async (rows: RowsFollower, query: unknown): Promise<void> => {
  const stated = (query as { minPosition?: string } | undefined)?.minPosition;
  if (stated === undefined) return;
  if (!/^\d{1,15}$/.test(stated)) throw new Malformed([{ pointer: '/minPosition', message: 'must be a position in the log' }]);
  if (!(await rows.reached(Number(stated), longestWaitMs))) throw new NotSeenYet(`position ${stated} is not visible yet`);
};
