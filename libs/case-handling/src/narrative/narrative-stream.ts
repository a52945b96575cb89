import type { EventStore } from '@app/event-store';
import { decodeAll } from '../following/decoding';
import { streamOf } from '../recording/case-ids';
import { chaptersFold, type WrittenChapters } from './chapters';

/** What is written beside one form of one year. */
export const narrativeStream = (form: string, year: number): string => streamOf('narrative', `${form}-${year}`);

/** The chapters as they were written up to a position. */
export const chaptersAt = async (store: EventStore, form: string, year: number, position: number): Promise<WrittenChapters> => {
  const { read } = decodeAll(await store.readStream(narrativeStream(form, year)));
  return read
    .filter((event) => event.position <= position)
    .reduce((chapters, event) => chaptersFold.evolve(chapters, event, event.occurredAt), chaptersFold.initial);
};
