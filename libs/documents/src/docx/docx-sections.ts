import type { Grid } from '../grid';
import type { Part, Parts } from '../parts';
import { printable } from '../text';
import type { Docx, Paragraph, SectionOptions, Table } from './docx-package';
import { docxTable } from './docx-table';

/** A4 and its margins in twentieths of a point. */
const page = { short: 11906, long: 16838, margin: 1134 } as const;

const song = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' } as const;
const hei = { ...song, eastAsia: '黑体' } as const;

export const defaultRun = { font: song, size: 21, language: { value: 'zh-CN', eastAsia: 'zh-CN' } } as const;

/** A part of the document on pages of one direction. */
interface Section {
  readonly isWide: boolean;
  readonly children: readonly (Paragraph | Table)[];
}

interface Look {
  readonly size?: number;
  readonly bold?: boolean;
  readonly center?: boolean;
  readonly hei?: boolean;
  readonly indent?: boolean;
  readonly color?: string;
  readonly isHeading?: boolean;
  readonly onNewPage?: boolean;
}

const line = ({ HeadingLevel, Paragraph, TextRun }: Docx, text: string, look: Look = {}): Paragraph =>
  new Paragraph({
    alignment: look.center ? 'center' : 'left',
    spacing: { before: look.isHeading ? 240 : 40, after: look.isHeading ? 120 : 40, line: 300 },
    keepNext: look.isHeading ?? false,
    pageBreakBefore: look.onNewPage ?? false,
    ...(look.isHeading && { heading: HeadingLevel.HEADING_1 }),
    ...(look.indent && { indent: { firstLine: 420 } }),
    children: [
      new TextRun({
        text: printable(text),
        size: look.size ?? 21,
        bold: look.bold ?? false,
        font: look.hei ? hei : song,
        color: look.color ?? '000000',
      }),
    ],
  });

const opening = (docx: Docx, { title, subtitle, filledInBy, standing, notices }: Parts): readonly (Paragraph | Table)[] => [
  line(docx, title, { size: 36, bold: true, center: true, hei: true }),
  ...(subtitle ? [line(docx, subtitle, { size: 24, center: true })] : []),
  ...notices.map((notice) => line(docx, `※ ${notice}`, { size: 18 })),
  line(docx, `${filledInBy}${filledInBy && '　　'}［${standing}］`),
];

const closing = (docx: Docx, { signatures, legend, broken }: Parts): readonly (Paragraph | Table)[] => [
  ...(legend ? [line(docx, legend, { size: 17, color: '444444' })] : []),
  ...(signatures.length > 0 ? [line(docx, signatures.join('　　　　　　'), { size: 20 })] : []),
  ...(broken.length > 0 ? [line(docx, '未成立的勾稽关系', { hei: true, isHeading: true })] : []),
  ...broken.map((each) => line(docx, each, { size: 17 })),
];

const widthOf = (isWide: boolean): number => (isWide ? page.long : page.short) - 2 * page.margin;

/** A table that fits on one page, but hardly with anything before it. */
const isLong = (grid: Grid | undefined): boolean => (grid?.rows ?? 0) > 20;

const drawPart = (docx: Docx, { title, paragraphs, grid }: Part, isAlone: boolean): Section => {
  const isWide = grid?.isWide ?? false;
  return {
    isWide,
    children: [
      ...(isAlone ? [] : [line(docx, title, { size: 28, hei: true, isHeading: true, onNewPage: isLong(grid) })]),
      ...paragraphs.map((paragraph) => line(docx, paragraph, { size: 24, indent: true })),
      ...(grid ? [docxTable(docx, grid, widthOf(isWide)), line(docx, '', { size: 4 })] : []),
      ...(grid || paragraphs.length > 0 ? [] : [line(docx, '（未填写）', { indent: true, color: '666666' })]),
    ],
  };
};

const together = (sections: readonly Section[]): readonly Section[] =>
  sections.reduce<Section[]>((joined, section) => {
    const last = joined.at(-1);
    if (last?.isWide !== section.isWide) return [...joined, section];
    return [...joined.slice(0, -1), { isWide: last.isWide, children: [...last.children, ...section.children] }];
  }, []);

/** The document in sections, with the same foot on every page: where it is from, and the number of the page. */
export const docxSections = (docx: Docx, parts: Parts, foot: string): readonly SectionOptions[] => {
  const { Footer, PageNumber, Paragraph, TextRun } = docx;
  const drawn = parts.parts.map((part) => drawPart(docx, part, parts.parts.length === 1));
  const first: Section = { isWide: drawn[0]?.isWide ?? false, children: opening(docx, parts) };
  const last: Section = { isWide: drawn.at(-1)?.isWide ?? false, children: closing(docx, parts) };
  const footer = new Footer({
    children: [
      new Paragraph({ alignment: 'left', children: [new TextRun({ text: printable(foot), size: 12, color: '555555' })] }),
      new Paragraph({
        alignment: 'center',
        children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 16 })],
      }),
    ],
  });
  const { short, long, margin } = page;
  return together([first, ...drawn, last]).map(({ isWide, children }) => ({
    properties: {
      page: {
        size: { width: short, height: long, orientation: isWide ? 'landscape' : 'portrait' },
        margin: { top: margin, bottom: margin, left: margin, right: margin, footer: 500 },
      },
    },
    footers: { default: footer },
    children,
  }));
};
