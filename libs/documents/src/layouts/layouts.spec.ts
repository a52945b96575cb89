import { type Form, forms, publishedForms } from '@app/reports';
import { documentOf, figuresOf, reportWith } from '../documents-for-specs';
import { coverOf } from '../files-for-specs';
import { filledOf, type Grid, type GridCell } from '../grid';
import { gridOf } from '.';

const gridsOf = (form: Form, year = 2024): readonly Grid[] => {
  const { report } = documentOf(form, year);
  return form.tables.map((table) => gridOf(filledOf(form, report), table));
};

const isCoveredOnce = (grid: Grid): boolean => grid.cells.length > 0 && coverOf(grid).every((times) => times === 1);
const codesIn = (grids: readonly Grid[]): readonly string[] =>
  grids.flatMap(({ cells }) => cells.flatMap(({ cell }) => cell?.code ?? [])).toSorted();
const asked = (form: Form): readonly string[] => form.rows.flatMap(({ code, kind }) => (kind === 'value' ? code : [])).toSorted();

const find = (grid: Grid | undefined, text: string): GridCell | undefined => grid?.cells.find((cell) => cell.text === text);
const size = (cell: GridCell | undefined) => [cell?.row, cell?.column, cell?.rows, cell?.columns];

describe('a printed table', () => {
  describe.each(publishedForms)('of $id', (form) => {
    it('is covered exactly by its cells', () => expect(gridsOf(form).map(isCoveredOnce)).toEqual(form.tables.map(() => true)));
    it('has every cell of the form once', () => expect(codesIn(gridsOf(form))).toEqual(asked(form)));
  });

  it('says what is blank, and what is not asked for', () => {
    const form = forms['gk-2014'];
    const [grid] = form.tables.map((table) => gridOf(filledOf(form, reportWith(form, 2018, { funding: '205.5' })), table));
    const rowOf = (code: string) => form.rows.findIndex((row) => row.code === code) + 1;
    const texts = (code: string) => grid?.cells.filter(({ row }) => row === rowOf(code)).map(({ text }) => text);
    expect(texts('proactive')).toEqual(['一、主动公开情况', '——', '——']);
    expect(texts('proactive-total')).toEqual([expect.stringContaining('（一）'), '条', '']);
    expect(texts('funding')).toEqual([expect.stringContaining('（四）'), '万元', '205.5']);
  });
});

describe('the official layout', () => {
  const [two, three, four] = gridsOf(forms['gk-2021']);

  it('of table two has a row over the full width for each item of article 20, and the columns of its own', () => {
    expect(size(find(two, '第二十条第（一）项'))).toEqual([0, 0, 1, 4]);
    expect(size(find(two, '本年废止件数'))).toEqual([1, 2, 1, 1]);
    expect(size(find(two, '第二十条第（五）项'))).toEqual([4, 0, 1, 4]);
    expect(size(find(two, '本年处理决定数量'))).toEqual([5, 1, 1, 3]);
    expect(two?.cells.filter(({ text }) => text === '信息内容')).toHaveLength(4);
  });

  it('of table two in the trial form puts two columns under three', () => {
    const [trial] = gridsOf(forms['gk-2019-trial'], 2020);
    const charges = trial?.cells.find(({ cell }) => cell?.code === 'charges:items-change');
    expect([charges?.column, charges?.columns]).toEqual([4, 3]);
    expect(trial?.widths).toHaveLength(7);
  });

  it('of table three has the applicants over seven columns, organisations over the five in the middle', () => {
    expect(size(find(three, '申请人情况'))).toEqual([0, 3, 1, 7]);
    expect(size(find(three, '自然人'))).toEqual([1, 3, 2, 1]);
    expect(size(find(three, '法人或其他组织'))).toEqual([1, 4, 1, 5]);
    expect(size(find(three, '总计'))).toEqual([1, 9, 2, 1]);
    expect(three?.headRows).toBe(3);
  });

  it('of table three merges the rows of a group beside its name', () => {
    expect(size(find(three, '一、本年新收政府信息公开申请数量'))).toEqual([3, 0, 1, 3]);
    expect(size(find(three, '三、本年度办理结果'))).toEqual([5, 0, 22, 1]);
    expect(size(find(three, '（三）不予公开'))).toEqual([7, 1, 8, 1]);
    expect(size(find(three, '（六）其他处理'))).toEqual([23, 1, 3, 1]);
    expect(size(find(three, '四、结转下年度继续办理'))).toEqual([27, 0, 1, 3]);
  });

  it('of table three spans twenty rows where group six is one', () => {
    const merged = gridsOf(forms['gk-2019-trial'], 2020)[1];
    expect(size(find(merged, '三、本年度办理结果'))).toEqual([5, 0, 20, 1]);
    expect(size(find(merged, '（六）其他处理'))).toEqual([23, 1, 1, 2]);
  });

  it('of table four is fifteen columns in one line', () => {
    expect(four?.widths).toHaveLength(15);
    expect(size(find(four, '行政复议'))).toEqual([0, 0, 1, 5]);
    expect(size(find(four, '行政诉讼'))).toEqual([0, 5, 1, 10]);
    expect(size(find(four, '复议后起诉'))).toEqual([1, 10, 1, 5]);
    expect(four?.cells.filter(({ kind, row }) => kind === 'figure' && row === 3)).toHaveLength(15);
  });

  it('has each figure beside its own labels', () => {
    const figures = figuresOf(forms['gk-2021']);
    const at = (row: number, column: number) => three?.cells.find((cell) => cell.row === row && cell.column === column)?.text;
    expect(at(5, 3)).toBe(figures['granted:natural-person']);
    expect(at(14, 8)).toBe(figures['refused-query-matter:other-org']);
    expect(at(27, 9)).toBe(figures['carried-out:total']);
  });
});
