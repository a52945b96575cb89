import Table from 'cli-table3';
import { linesWith, type ReproducedStatus, type Reproduction } from './compare-reproduced';

const verdicts: Readonly<Record<ReproducedStatus, string>> = {
  equal: '相同',
  blank: '年报未列',
  contradiction: '年报自相矛盾',
  different: '不同 !!',
};

const isNothing = (figure: string | undefined): boolean => figure === undefined || figure === '0';

/** Our report beside the published one; where both have nothing or zero, and that is right, the line is left out. */
export const reproductionTable = (title: string, reproduction: Reproduction): string => {
  const table = new Table({
    head: ['单元格', '本系统 ours', '年报 published', '结论'],
    colAligns: ['left', 'right', 'right', 'left'],
    style: { head: [], border: [] },
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  });
  const { lines, contradictions } = reproduction;
  const shown = lines.filter(({ status, ours, published }) => status === 'different' || !isNothing(ours) || !isNothing(published));
  for (const { title: cell, ours, published, status } of shown) table.push([cell.zh, ours ?? '', published ?? '', verdicts[status]]);
  const [equal, blank, own, different] = (['equal', 'blank', 'contradiction', 'different'] as const).map(
    (status) => linesWith(reproduction, status).length,
  );
  return [
    title,
    table.toString(),
    ...contradictions.map(({ id, what, reason }) => `  年报自身 ${id} ${what.zh}：${reason.zh}`),
    `结论：${lines.length}格，相同${equal}，年报未列${blank}，年报自相矛盾${own}，不同${different} / ` +
      `verdict: ${equal} equal, ${blank} not published, ${own} contradicted by the report itself, ${different} different`,
  ].join('\n');
};
