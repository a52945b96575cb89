import { isRejection } from '@app/cases';
import { defaultChapters } from '@app/reports';
import { chaptersFold, mostChapters, standingChapters, writeChapter, type WrittenChapters } from './chapters';

const at = '2025-01-20T09:00:00+08:00';
const said = { form: 'gk-2021', year: 2024 };

const after = (...texts: readonly { readonly chapter: string; readonly title?: string; readonly text: string }[]): WrittenChapters =>
  texts.reduce<WrittenChapters>((chapters, text) => {
    const decision = writeChapter(chapters, { ...said, ...text });
    if (isRejection(decision)) throw new Error(decision.rejected.en);
    return decision.reduce((state, event) => chaptersFold.evolve(state, event, at), chapters);
  }, chaptersFold.initial);

const titles = (chapters: WrittenChapters) => standingChapters('gk-2021', chapters).map(({ code, title }) => [code, title]);
const six = defaultChapters('gk-2021').map(({ code, title }) => [code, title]);

describe('the chapters beside a form', () => {
  it('are those that come with it while nobody has written any', () => expect(titles([])).toEqual(six));

  it('keep their order and their title when one is written', () => {
    const chapters = after({ chapter: 'other', text: '无。' }, { chapter: 'problems', text: '力量不足。' });
    expect(titles(chapters)).toEqual(six);
    expect(standingChapters('gk-2021', chapters).at(-1)).toEqual({
      code: 'other',
      title: '六、其他需要报告的事项',
      text: '无。',
      writtenAt: at,
    });
  });

  it('may have another title, and come back to the first with an empty text', () => {
    const chapters = after({ chapter: 'other', title: '六、其他', text: '无。' });
    expect(titles(chapters).at(-1)).toEqual(['other', '六、其他']);
    expect(titles(after({ chapter: 'other', title: '六、其他', text: '无。' }, { chapter: 'other', text: ' ' }))).toEqual(six);
  });

  it('may be more than come with it, each with a title', () => {
    const chapters = after({ chapter: 'annex', title: '七、附表', text: '见附件。' });
    expect(titles(chapters)).toEqual([...six, ['annex', '七、附表']]);
    expect(writeChapter([], { ...said, chapter: 'annex', text: '见附件。' })).toMatchObject({
      rejected: { zh: '新增的章须有标题（title）' },
    });
  });

  it('are forty at most', () => {
    const own = Array.from({ length: mostChapters - six.length }, (_, index) => ({
      chapter: `own-${index}`,
      title: '附',
      text: '见附件。',
    }));
    expect(writeChapter(after(...own), { ...said, chapter: 'annex', title: '附', text: '见附件。' })).toMatchObject({
      rejected: { zh: '最多40章' },
    });
    expect(writeChapter(after(...own), { ...said, chapter: 'own-1', text: '另见。' })).toHaveLength(1);
  });

  it('are not written again when they stand so already', () => {
    const [first] = defaultChapters('gk-2021');
    const chapters = after({ chapter: 'other', text: '无。' });
    expect(writeChapter(chapters, { ...said, chapter: 'other', text: '无。' })).toEqual([]);
    expect(writeChapter([], { ...said, chapter: 'overview', text: first?.text ?? '' })).toEqual([]);
    expect(writeChapter([], { ...said, chapter: 'other', text: '' })).toEqual([]);
  });
});
