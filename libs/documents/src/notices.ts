import type { IdentityStatus, NumberCell, Report } from '@app/reports';
import type { Grid, GridCell } from './grid';
import type { ReportDocument } from './report-document';

const names: Readonly<Record<IdentityStatus, string>> = { pass: '成立', fail: '不成立', warn: '提示', 'cannot-judge': '无法判断' };

const summaryOf = ({ checks }: Report): string =>
  (Object.keys(names) as IdentityStatus[])
    .map((status) => ({ status, n: checks.filter((check) => check.status === status).length }))
    .filter(({ n }) => n > 0)
    .map(({ status, n }) => `${names[status]}${n}项`)
    .join('，');

/** What the reader must know, printed before everything else. */
export const noticesOf = ({ report, verdicts = [] }: ReportDocument): readonly string[] => [
  ...report.notices.map(({ zh }) => zh),
  ...verdicts.map(({ zh }) => zh),
  ...(report.checks.some(({ status }) => status === 'fail') ? [`勾稽关系：${summaryOf(report)}，详见文末`] : []),
];

/** The relations that do not hold, with both sides of each. */
export const brokenOf = ({ report }: ReportDocument): readonly string[] =>
  report.checks
    .filter(({ status }) => status === 'fail' || status === 'warn')
    .map(({ status, left, right, why }) => `［${names[status]}］${left.text.zh} 与 ${right.text.zh}：${why.zh}`);

const marks: Readonly<Record<NumberCell['origin'], string>> = { computed: '', declared: '†', mixed: '‡' };

/** The sign behind a figure that is not counted from cases alone. */
export const markOf = ({ cell }: GridCell): string => (cell?.state === 'number' ? marks[cell.origin] : '');

const meanings: readonly (readonly [mark: string, meaning: string])[] = [
  ['†', '填报数据'],
  ['‡', '统计数据与填报数据之和'],
];

/** What the signs mean that occur in these tables. */
export const legendOf = (grids: readonly Grid[]): string | undefined => {
  const used = new Set(grids.flatMap(({ cells }) => cells.map(markOf)));
  const those = meanings.filter(([mark]) => used.has(mark));
  return those.length > 0 ? `注：${those.map(([mark, meaning]) => `${mark} ${meaning}`).join('；')}；无标记的由系统统计。` : undefined;
};
