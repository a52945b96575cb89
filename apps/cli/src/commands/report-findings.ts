import type { CheckedForeign, Finding, ForeignVerdict } from '@app/reports';
import Table from 'cli-table3';
import { wrapped } from './report-wrapped';

const verdicts: Readonly<Record<ForeignVerdict, string>> = { pass: '通过', fail: '不平', warn: '提示', 'cannot-judge': '无法判断' };

const headingOf = ({ report, form, previous }: CheckedForeign): string => {
  const year = report.year === undefined ? '年度不详' : `${report.year}年`;
  const beside = previous ? `上年：${previous.id}` : '没有上年报告，未核对跨年关系 without last year';
  return `${report.id} · ${report.agency} · ${year} · ${form.title.zh} · ${beside}`;
};

const tableOf = (findings: readonly Finding[]): string => {
  const table = new Table({
    head: ['编号', '核对内容', '左', '右', '差', '结论', '理由'],
    colAligns: ['left', 'left', 'right', 'right', 'right', 'left', 'left'],
    style: { head: [], border: [] },
  });
  for (const { id, what, left, right, difference, verdict, reason } of findings)
    table.push([id, wrapped(what.zh, 46), left ?? '', right ?? '', difference ?? '', verdicts[verdict], wrapped(reason.zh, 40)]);
  return table.toString();
};

/** What was found in one report: everything that does not pass, or with `all` everything. */
export const findingsText = (checked: CheckedForeign, all: boolean): string => {
  const shown = checked.findings.filter(({ verdict }) => all || verdict !== 'pass');
  return shown.length > 0 ? `${headingOf(checked)}\n${tableOf(shown)}` : `${headingOf(checked)}\n  全部通过 everything holds`;
};

/** The last line: how many of each. */
export const countsText = (checked: readonly CheckedForeign[]): string => {
  const sum = (verdict: ForeignVerdict): number => checked.reduce((total, { counts }) => total + counts[verdict], 0);
  const [pass, fail, warn, open] = [sum('pass'), sum('fail'), sum('warn'), sum('cannot-judge')];
  return (
    `核对${checked.length}份报告：通过${pass}，不平${fail}，提示${warn}，无法判断${open} / ` +
    `${checked.length} checked: ${pass} pass, ${fail} fail, ${warn} warn, ${open} cannot be judged`
  );
};
