import { type Sentence, say } from '@app/cases';
import type { Cell } from '../cell';
import type { CheckLine } from '../check-line';
import type { ChapterTemplate } from './chapter';
import { type NarrativeContext, type NarrativeProblem, render, type RenderedText } from './render';
import { type Part, partsOf } from './template';
import { cellsWith, type TypedNumber, typedNumbers } from './typed-numbers';

export interface RenderedChapter extends ChapterTemplate, RenderedText {}

export interface Narrative {
  readonly chapters: readonly RenderedChapter[];
  readonly checks: readonly CheckLine[];
}

const line = (chapter: ChapterTemplate, id: string, status: CheckLine['status'], title: Sentence, why: Sentence): CheckLine => ({
  id: `narrative:${chapter.code}:${id}`,
  group: 'narrative',
  status,
  title: say(`“${chapter.title}”${title.zh}`, `"${chapter.title}": ${title.en}`),
  why,
});

const statuses: Readonly<Record<NarrativeProblem['kind'], CheckLine['status']>> = {
  mistake: 'fail',
  unknown: 'fail',
  blank: 'cannot-judge',
  'not-applicable': 'cannot-judge',
};

const problemLine = (chapter: ChapterTemplate, { source, kind, said }: NarrativeProblem): CheckLine =>
  line(chapter, `field:${source}`, statuses[kind], say(`字段 ${source}`, `the field ${source}`), said);

const typedLine = (chapter: ChapterTemplate, { number, unit }: TypedNumber, cells: readonly Cell[]): CheckLine => {
  const same = cellsWith(number, cells);
  const why =
    same.length === 0
      ? say('手工填写的数，表中没有相同的数，无法核对', 'typed by hand, and the same number stands in no cell: it cannot be judged')
      : say(
          `手工填写的数，不随表变化；表中相同的数在 ${same.join('、')}，可改用字段 {{${same[0]}}}`,
          `typed by hand, so it does not follow the table; the same number stands in ${same.join(', ')}: a field such as {{${same[0]}}} would`,
        );
  return {
    ...line(
      chapter,
      `typed:${number}${unit}`,
      'cannot-judge',
      say(`手工填写的“${number}${unit}”`, `"${number}${unit}", typed by hand`),
      why,
    ),
    left: number,
  };
};

/** What is left for the office to write. */
const prompts = (parts: readonly Part[]): readonly string[] => [
  ...new Set(parts.flatMap((part) => (part.kind === 'text' ? (part.text.match(/〔请[^〕]*〕/g) ?? []) : []))),
];

const promptLine = (chapter: ChapterTemplate, prompt: string): CheckLine =>
  line(
    chapter,
    `prompt:${prompt}`,
    'warn',
    say(`待补写：${prompt}`, `still to be written: ${prompt}`),
    say('模板中的提示尚未由文字代替', 'what the template asks for has not been written yet'),
  );

const fieldsLine = (chapter: ChapterTemplate, fields: number): CheckLine => ({
  ...line(
    chapter,
    'fields',
    'pass',
    say('文中数据与表一致', 'text and table agree'),
    say(`${fields}处数据均取自表格`, `all of its ${fields} figures are taken from the table`),
  ),
  left: String(fields),
});

const each = <T>(problems: readonly T[], key: (one: T) => string): readonly T[] => [
  ...new Map(problems.map((one) => [key(one), one])).values(),
];

const checksOf = (chapter: RenderedChapter, parts: readonly Part[], cells: readonly Cell[]): readonly CheckLine[] => {
  const problems = each(chapter.problems, ({ source }) => source).map((problem) => problemLine(chapter, problem));
  const figures = parts.filter((part) => part.kind === 'field' && part.field.kind !== 'year' && part.field.kind !== 'agency').length;
  return [
    ...(problems.length === 0 && figures > 0 ? [fieldsLine(chapter, figures)] : problems),
    ...typedNumbers(parts).map((number) => typedLine(chapter, number, cells)),
    ...prompts(parts).map((prompt) => promptLine(chapter, prompt)),
  ];
};

/** The chapters with the figures in them, and what a signer must know about them. `cells`: those of the report the text belongs to. */
export const narrate = (chapters: readonly ChapterTemplate[], context: NarrativeContext, cells: readonly Cell[]): Narrative => {
  const written = chapters.map((chapter) => {
    const parts = partsOf(chapter.text);
    return { parts, chapter: { ...chapter, ...render(parts, context) } };
  });
  return {
    chapters: written.map(({ chapter }) => chapter),
    checks: written.flatMap(({ chapter, parts }) => checksOf(chapter, parts, cells)),
  };
};
