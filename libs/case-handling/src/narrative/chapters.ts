import { type CaseEvent, type Decision, reject } from '@app/cases';
import { type ChapterTemplate, defaultChapters } from '@app/reports';
import type { Fold } from '../recording/stream-writer';

/** A chapter as somebody has written it. */
export interface WrittenChapter extends ChapterTemplate {
  readonly at: string;
}

/** The chapters that were written for one form of one year, in the order of their first word. */
export type WrittenChapters = readonly WrittenChapter[];

export const mostChapters = 40;

export const chaptersFold: Fold<WrittenChapters> = {
  initial: [],
  evolve: (chapters, { type, data }, at) => {
    if (type !== 'NarrativeWritten') return chapters;
    const written = { code: String(data['chapter']), title: String(data['title']), text: String(data['text']), at };
    const index = chapters.findIndex(({ code }) => code === written.code);
    if (written.text === '') return chapters.filter(({ code }) => code !== written.code);
    return index < 0 ? [...chapters, written] : chapters.with(index, written);
  },
};

export interface StandingChapter extends ChapterTemplate {
  /** When it was written; of a text that comes with the form nothing. */
  readonly writtenAt?: string | undefined;
}

/** The chapters as they stand: those that come with the form, in place of which what was written for them; then those of the office's own. */
export const standingChapters = (form: string, written: WrittenChapters): readonly StandingChapter[] => {
  const defaults = defaultChapters(form);
  const standing = ({ at, ...chapter }: WrittenChapter): StandingChapter => ({ ...chapter, writtenAt: at });
  return [
    ...defaults.map((chapter) => {
      const own = written.find(({ code }) => code === chapter.code);
      return own ? standing(own) : chapter;
    }),
    ...written.filter(({ code }) => !defaults.some((chapter) => chapter.code === code)).map(standing),
  ];
};

export interface ChapterText {
  readonly form: string;
  readonly year: number;
  readonly chapter: string;
  /** As before without one. */
  readonly title?: string | undefined;
  /** Empty: back to the text that comes with the form. */
  readonly text: string;
}

const written = ({ form, year, chapter }: ChapterText, title: string, text: string): readonly CaseEvent[] => [
  { type: 'NarrativeWritten', data: { form, year, chapter, title, text } },
];

/** What writing a chapter adds to the log: nothing when it stands so already. */
export const writeChapter = (chapters: WrittenChapters, stated: ChapterText): Decision<CaseEvent> => {
  const { form, chapter, text } = stated;
  const standing = standingChapters(form, chapters);
  const before = standing.find(({ code }) => code === chapter);
  const own = chapters.find(({ code }) => code === chapter);
  if (text.trim() === '') return own ? written(stated, own.title, '') : [];
  const title = stated.title ?? before?.title;
  if (title === undefined) return reject('新增的章须有标题（title）', 'a new chapter must have a title');
  if (!before && standing.length >= mostChapters) return reject(`最多${mostChapters}章`, `a report has ${mostChapters} chapters at most`);
  return before?.text === text && before.title === title ? [] : written(stated, title, text);
};
