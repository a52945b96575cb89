import {
  Agency,
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
} from '@app/case-handling';
import type { Settings } from '@app/config';
import type { EventStore } from '@app/event-store';
import { openReadStore } from '@app/read-store';
import { openLog } from '../open-log';
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
const folded = (replays: Replays, position: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const bar = progressBar('回溯 replay', position);
    replays.watch(position, ({ done, ready, failed }) => {
      bar.at(done);
      if (failed) reject(new Error('日志无法读取 (the log cannot be read)'));
      if (!ready) return;
      bar.end();
      resolve();
    });
  });

/** A report with what is printed beside it, read from the data folder; a server may be running on it. @throws Malformed */
export const papersFrom = async (settings: Settings, asked: ReportAsked, moment: Moment): Promise<ReportPapers> => {
  const store = openLog(settings.dataFolder);
  const rows = await openReadStore({ folder: settings.dataFolder });
  try {
    const [forms, units, replays] = [installedForms(settings), new KnownUnits(settings.units), new Replays(store)];
    const reports = new ReportQueries(rows, store, new Projector(store, rows), forms, replays);
    const position = await positionOf(store, moment);
    if (position !== undefined) await folded(replays, position);
    const agency = new Agency(settings.agency);
    const narratives = new NarrativeQueries(store, reports, forms, units, agency);
    return await new ReportPaperwork(store, reports, forms, narratives, units, agency).papers(asked, position);
  } finally {
    await rows.close();
    await store.close();
  }
};
