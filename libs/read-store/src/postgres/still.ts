import { randomUUID } from 'node:crypto';
import type { Statements } from '../connection';
import { RowsMoving } from '../shared-rows';
import type { OpenGeneration } from './open-generation';
import { askToStand, commonPosition, letGo } from './standstill';

export interface Standing {
  readonly rows: OpenGeneration;
  /** Tells the others that somebody has asked, or asks no longer. */
  readonly tell: () => void;
  /** Resolves at the next news, and before long without any. */
  readonly news: () => Promise<void>;
}

const moving = Symbol('moving');

/** Runs `work` in a snapshot in which all segments are at one position, which they are brought to where needed. */
export const standingStill = async <T>(
  { rows, tell, news }: Standing,
  timeoutMs: number,
  work: (statements: Statements, position: number) => Promise<T>,
): Promise<T> => {
  const asker = randomUUID();
  let asked = false;
  const goOn = async (): Promise<void> => {
    if (!asked) return;
    asked = false;
    await rows.write((statements) => letGo(statements, asker));
    tell();
  };
  const attempt = (): Promise<T | typeof moving> =>
    rows.snapshot(async (statements) => {
      const position = await commonPosition(statements);
      if (position === undefined) return moving;
      await goOn();
      return work(statements, position);
    });
  try {
    for (const until = Date.now() + timeoutMs; Date.now() < until; await news()) {
      const result = await attempt();
      if (result !== moving) return result;
      asked = true;
      await rows.write((statements) => askToStand(statements, asker));
      tell();
    }
  } finally {
    await goOn();
  }
  throw new RowsMoving(
    '各分段的数据未能停在同一位置，请稍后再试 (the segments of the rows did not come to one position in time: try again)',
  );
};
