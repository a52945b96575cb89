import type { Comparison, LineStatus } from '@app/reports';

/** The one line that says whether the year came out as published. */
export const verdictOver = (comparisons: readonly Comparison[]): string => {
  const lines = comparisons.flatMap((each) => each.lines);
  const count = (status: LineStatus): number => lines.filter((line) => line.status === status).length;
  const different = comparisons.reduce((sum, each) => sum + each.different, 0);
  const counted = `${lines.length}行：相同${count('equal')}，年报未列${count('blank')}，有说明${count('explained')}，不同${different}`;
  const inEnglish = `${lines.length} lines: ${count('equal')} equal, ${count('blank')} not published, ${count('explained')} explained, ${different} different`;
  return different === 0
    ? `结论：与已公布的年度报告一致（${counted}） / verdict: agrees with the published report (${inEnglish})`
    : `结论：与已公布的年度报告不一致（${counted}） / verdict: DIFFERS from the published report (${inEnglish})`;
};
