import { type Grid, type GridCell, rowsOf } from '../grid';
import { markOf } from '../notices';
import { escaped } from '../text';

const spans = ({ rows, columns }: GridCell): string =>
  `${columns > 1 ? ` colspan="${columns}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}`;

const indentOf = ({ indent }: GridCell): string => (indent === undefined ? '' : ` style="padding-left:${indent * 1.2 + 0.3}em"`);

const markup: Readonly<Record<GridCell['kind'], (each: GridCell) => string>> = {
  head: (each) => `<th scope="${each.columns > 1 ? 'colgroup' : 'col'}"${spans(each)}>${escaped(each.text)}</th>`,
  label: (each) => `<th scope="${each.rows > 1 ? 'rowgroup' : 'row'}"${spans(each)}${indentOf(each)}>${escaped(each.text)}</th>`,
  text: (each) => `<td class="text"${spans(each)}>${escaped(each.text)}</td>`,
  figure: (each) => {
    const mark = markOf(each);
    const state = each.cell?.state === 'number' ? 'number' : 'none';
    return `<td class="${state}"${spans(each)}>${escaped(each.text)}${mark && `<sup>${mark}</sup>`}</td>`;
  },
};

const rowMarkup = (row: readonly GridCell[]): string => `<tr>${row.map((each) => markup[each.kind](each)).join('')}</tr>`;

/** A grid as a table whose head is printed again on every page. */
export const htmlTable = (grid: Grid, caption: string): string => {
  const rows = rowsOf(grid).map(rowMarkup);
  const all = grid.widths.reduce((sum, each) => sum + each, 0);
  const columns = grid.widths.map((each) => `<col style="width:${((100 * each) / all).toFixed(2)}%"/>`).join('');
  const head = grid.headRows > 0 ? `<thead>\n${rows.slice(0, grid.headRows).join('\n')}\n</thead>\n` : '';
  return `<table class="${grid.widths.length > 8 ? 'small' : 'plain'}">
<caption>${escaped(caption)}</caption>
<colgroup>${columns}</colgroup>
${head}<tbody>
${rows.slice(grid.headRows).join('\n')}
</tbody>
</table>`;
};
