import { filledOf, type Grid } from './grid';
import { gridOf } from './layouts';
import { brokenOf, legendOf, noticesOf } from './notices';
import { standingOf, titleOf } from './provenance';
import type { Chapter, ReportDocument } from './report-document';

/** A chapter with its table, or a table that stands alone. */
export interface Part {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly grid?: Grid;
}

/** A document in the order in which it is printed, the same for every kind of file. */
export interface Parts {
  readonly title: string;
  /** （2024年度）, where the title does not say the year. */
  readonly subtitle: string;
  /** 填报单位（盖章）, over a table; a report of chapters has its agency in the title. */
  readonly filledInBy: string;
  readonly standing: string;
  readonly notices: readonly string[];
  readonly parts: readonly Part[];
  readonly legend: string | undefined;
  /** Relations that do not hold. */
  readonly broken: readonly string[];
  /** The line of those who sign a table; a report of chapters is issued under its title. */
  readonly signatures: readonly string[];
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** The number that a title begins with: 2 for 二、主动公开政府信息情况; 0 when it has none. */
const numberOf = (title: string): number => numerals.findIndex((numeral) => title.startsWith(`${numeral}、`)) + 1;

/** The six chapters of 国办公开办函〔2019〕60号 and 〔2021〕30号 that have no table. */
const official: readonly Chapter[] = ['一、总体情况', '五、存在的主要问题及改进情况', '六、其他需要报告的事项'].map((title) => ({
  title,
  paragraphs: [],
}));

/** Puts a part before the first that has a higher number, or at the end. */
const inOrder = (parts: readonly Part[], part: Part): readonly Part[] => {
  const number = numberOf(part.title);
  const at = number === 0 ? -1 : parts.findIndex(({ title }) => numberOf(title) > number);
  return at === -1 ? [...parts, part] : [...parts.slice(0, at), part, ...parts.slice(at)];
};

const isNumbered = (grids: readonly Grid[]): boolean => grids.length > 1 && grids.every(({ title }) => numberOf(title) > 0);

const partsOf = (grids: readonly Grid[], chapters: readonly Chapter[]): readonly Part[] => {
  const gridOfChapter = ({ title, tableCode }: Chapter): Grid | undefined =>
    grids.find((grid) => (tableCode === undefined ? grid.title === title : grid.code === tableCode));
  const told: readonly Part[] = chapters.map((chapter) => {
    const grid = gridOfChapter(chapter);
    return { title: chapter.title, paragraphs: chapter.paragraphs, ...(grid && { grid }) };
  });
  const alone = grids
    .filter((grid) => told.every((part) => part.grid !== grid))
    .map((grid): Part => ({ title: grid.title, paragraphs: [], grid }));
  const missing = isNumbered(grids) ? official.filter(({ title }) => !told.some((part) => numberOf(part.title) === numberOf(title))) : [];
  return [...alone, ...missing].reduce(inOrder, told);
};

/** What is printed, in its order. */
export const partsOfDocument = (document: ReportDocument): Parts => {
  const { form, report, agency, chapters = [] } = document;
  const filled = filledOf(form, report);
  const grids = form.tables.map((table) => gridOf(filled, table));
  const hasChapters = isNumbered(grids);
  return {
    title: titleOf(document, hasChapters),
    subtitle: hasChapters ? '' : `（${report.year}年度）`,
    filledInBy: hasChapters ? '' : `填报单位（盖章）：${agency}`,
    standing: standingOf(document),
    notices: noticesOf(document),
    parts: partsOf(grids, chapters),
    legend: legendOf(grids),
    broken: brokenOf(document),
    signatures: hasChapters ? [] : ['单位负责人：', '审核人：', '填报人：', '联系电话：', '填报日期：'],
  };
};
