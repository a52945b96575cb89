import type { EventStore } from '@app/event-store';
import { streamOf } from '../recording/case-ids';
import { decode, metadataOf } from '../recording/codec';
import { emptyFile, type ReportFile, reportFileFold } from './report-file';

/** The stream of everything that is done about the report of one form and year. */
export const reportStream = (form: string, year: number): string => streamOf('report', `${form}-${year}`);

/** The file of a report as it stood at a position. */
export const reportFileAt = async (
  store: EventStore,
  form: string,
  year: number,
  position = Number.MAX_SAFE_INTEGER,
): Promise<ReportFile> => {
  const events = (await store.readStream(reportStream(form, year))).filter((event) => event.position <= position);
  return events.reduce((file, event) => reportFileFold.evolve(file, decode(event), metadataOf(event).occurredAt), emptyFile);
};
