import { type Sentence, say } from '@app/cases';
import type { ReportDocument } from './report-document';

/** A thing every file says about itself. */
export interface Stated {
  readonly name: Sentence;
  readonly value: string;
}

const unknown = '未记载';

/** What it takes to make the same file again. */
export const provenanceOf = ({ form, report, digest }: ReportDocument): readonly Stated[] => [
  { name: say('报表', 'Form'), value: `${form.id} 第${form.version}版` },
  { name: say('日志位置', 'Position in the log'), value: String(report.position) },
  { name: say('截至', 'As of'), value: report.asOf },
  { name: say('工作日历', 'Calendar'), value: report.calendar ?? unknown },
  { name: say('数据摘要', 'SHA-256'), value: digest },
];

/** The same in one line, for the foot of each page. */
export const provenanceLine = (document: ReportDocument): string =>
  provenanceOf(document)
    .map(({ name, value }) => `${name.zh} ${value}`)
    .join('　');

/** Whether its figures may still change: sealed, not over yet, or neither. */
export const standingOf = ({ report, sealed }: ReportDocument): string => {
  if (sealed) return `已定稿：${sealed.number}（${sealed.by}，${sealed.on}）`;
  return report.provisional ? '未定' : '未定稿';
};

const ofFormat = /（[^（）]*格式[^（）]*）$/;

/** What is printed over it. A report of chapters is named after its agency and year, a table after its form. */
export const titleOf = ({ form, report, agency }: ReportDocument, hasChapters: boolean): string =>
  hasChapters ? `${agency}${report.year}年${form.title.zh.replace(ofFormat, '')}` : form.title.zh;
