import {
  Agency,
  DistantRows,
  installedForms,
  KnownUnits,
  NarrativeQueries,
  positionAsOf,
  positionStated,
  Projector,
  Replays,
  type ReportAsked,
  type ReportPapers,
  ReportPaperwork,
  ReportQueries,
  type RowsFollower,
  SystemClock,
} from '@app/case-handling';
import type { Settings } from '@app/config';
import type { EventStore } from '@app/event-store';
import { type ReadStore, sharedRows } from '@app/read-store';
import { openLog, openRows } from '@app/stores';
import { progressBar } from '../progress';

/** Which moment, as it was stated; now without either. */
export interface Moment {
  readonly asOf?: string | undefined;
  readonly atPosition?: number | undefined;
}

const positionOf = async (store: EventStore, { asOf, atPosition }: Moment): Promise<number | undefined> => {
  if (asOf !== undefined) return positionAsOf(store, asOf, new Date());
  return atPosition === undefined ? undefined : positionStated(store, atPosition);
};

/** Folds the log as far as it is asked for, with a bar. */
const folded = (replays: Replays, position: number, counted: boolean): Promise<void> =>
  new Promise((resolve, reject) => {
    const bar = progressBar('回溯 replay', position, { counted });
    replays.watch(position, ({ done, ready, failed }) => {
      bar.at(done);
      if (failed) reject(new Error('日志无法读取 (the log cannot be read)'));
      if (!ready) return;
      bar.end();
      resolve();
    });
  });

/** Whoever keeps the rows, as far as a reader need know. */
const followerOf = (store: EventStore, rows: ReadStore): RowsFollower => {
  const shared = sharedRows(rows);
  return shared ? new DistantRows(store, shared, new SystemClock()) : new Projector(store, rows);
};

/** A report with what is printed beside it, read from log and rows; servers may be running on them. @throws Malformed */
export const papersFrom = async (settings: Settings, asked: ReportAsked, moment: Moment): Promise<ReportPapers> => {
  const store = await openLog(settings);
  let rows: ReadStore | undefined;
  try {
    rows = await openRows(settings);
    const [forms, units, replays] = [installedForms(settings), new KnownUnits(settings.units), new Replays(store)];
    const reports = new ReportQueries(rows, store, followerOf(store, rows), forms, replays);
    const position = await positionOf(store, moment);
    if (position !== undefined) await folded(replays, position, !store.shared);
    const agency = new Agency(settings.agency);
    const narratives = new NarrativeQueries(store, reports, forms, units, agency);
    return await new ReportPaperwork(store, reports, forms, narratives, units, agency).papers(asked, position);
  } finally {
    await rows?.close();
    await store.close();
  }
};
