import type { BulletinComparison } from '@app/reports';
import Table from 'cli-table3';

const verdicts = { equal: '相同', blank: '未公布', explained: '有说明', different: '不同 !!' } as const;

/** A bulletin as we compute it beside the published one, line by line; what was not published is left out. */
export const bulletinTable = ({ bulletin, period, lines, sums, different }: BulletinComparison): string => {
  const table = new Table({
    head: ['指标 line', '单位', '本系统 ours', '公布 published', '结论'],
    colAligns: ['left', 'left', 'right', 'right', 'left'],
    style: { head: [], border: [] },
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  });
  const shown = lines.filter(({ status }) => status !== 'blank');
  for (const { title, unit, ours, published, status } of shown)
    table.push([title.zh, unit ?? '', ours ?? '', published ?? '', verdicts[status]]);
  const equal = lines.filter(({ status }) => status === 'equal').length;
  return [
    `${bulletin} ${period}`,
    table.toString(),
    ...sums.filter(({ reason }) => reason).map(({ title, reason }) => `  ${title.zh}：${reason?.zh}（${reason?.en}）`),
    `结论：相同${equal}，不同${different} / verdict: ${equal} equal, ${different} different`,
  ].join('\n');
};
