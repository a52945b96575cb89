import type { Sentence } from '@app/cases';
import type { ComparedLine, Comparison, Form, LineStatus } from '@app/reports';
import Table from 'cli-table3';

/** From this many columns on, English stands beside the Chinese. */
const wide = 150;

const verdicts: Readonly<Record<LineStatus, string>> = { equal: '相同', blank: '年报未列', explained: '有说明', different: '不同 !!' };

/** Columns of the figures, with all borders. */
const figures = 54;

/** Reasons under the table, each once, with the number that lines refer to. */
interface Notes {
  numberOf(reason: Sentence): number;
  lines(english: boolean): string[];
}

const notes = (): Notes => {
  const said = new Map<string, Sentence>();
  return {
    numberOf: (reason) => {
      said.set(reason.zh, reason);
      return [...said.keys()].indexOf(reason.zh) + 1;
    },
    lines: (english) => [...said.values()].map(({ zh, en }, index) => `  ${index + 1}) ${zh}${english ? `（${en}）` : ''}`),
  };
};

const verdictOf = ({ status, reason }: ComparedLine, under: Notes): string =>
  status === 'blank' || !reason ? verdicts[status] : `${verdicts[status]} ${under.numberOf(reason)})`;

/** The left side of an identity; the right one often lists eight rows. */
const leftOf = (identity: string): string => identity.split(/ [=≤] /)[0] ?? identity;

/** A form as we fill it in beside the published one, line by line, at most `columns` wide. */
export const comparisonTable = (form: Form, { lines, checks, year }: Comparison, columns: number): string => {
  const english = columns >= wide;
  const label = Math.max(24, english ? Math.floor((columns - figures - 1) / 2) : columns - figures);
  const table = new Table({
    head: ['统计指标', ...(english ? ['item'] : []), '单位', '本系统 ours', '年报 published', '结论'],
    colWidths: [label, ...(english ? [label] : []), 6, 13, 16, 13],
    colAligns: ['left', ...(english ? (['left'] as const) : []), 'left', 'right', 'right', 'left'],
    style: { head: [], border: [] },
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  });
  const under = notes();
  const byCode = new Map(lines.map((line) => [line.code, line]));
  const add = (line: ComparedLine | undefined, { zh, en }: Sentence, level: number): void => {
    const labels = [`${'　'.repeat(level)}${zh}`, ...(english ? [`${'  '.repeat(level)}${en}`] : [])];
    table.push(
      line ? [...labels, line.unit ?? '', line.ours ?? '', line.published ?? '', verdictOf(line, under)] : [...labels, '', '', '', ''],
    );
  };
  for (const row of form.rows) {
    add(byCode.get(row.code), row, row.level);
    byCode.delete(row.code);
  }
  for (const line of byCode.values()) add(line, line.title, 0);

  const doubtful = checks.filter(({ status }) => status === 'explained' || status === 'different');
  const held = checks.filter(({ status }) => status === 'holds').length;
  return [
    `${form.title.zh}（${year}年） ${form.title.en}`,
    table.toString(),
    ...under.lines(english),
    `  勾稽关系：${held}项成立，${checks.length - held - doubtful.length}项无法判断，${doubtful.length}项不平 checks: ${held} hold, ${doubtful.length} do not`,
    ...doubtful.map(({ title, status, reason }) => `  ${status === 'different' ? '!!' : '--'} ${leftOf(title.zh)}：${reason.zh}`),
  ].join('\n');
};
