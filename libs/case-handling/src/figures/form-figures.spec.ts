import type { DeclaredFigure } from '@app/projections';
import { forms } from '@app/reports';
import { formFigures, templateCsv } from './form-figures';

const said = (code: string, value: string, source: string, note: string | null = null): DeclaredFigure => ({
  year: 2021,
  unit: '',
  code,
  value,
  source,
  note,
  by_id: 'li-na',
  declared_at: '2022-01-20T01:00:00Z',
  position: 7,
});

describe('the figures of a form', () => {
  it('are all that staff declare, in the order of the form, said or not', () => {
    const figures = formFigures(forms['gk-2021'], [said('charges:amount', '12.5', '财政局')]);
    expect(figures.map(({ code, measure, declared }) => [code, measure, declared?.value])).toEqual([
      ['rules:issued', '件', undefined],
      ['rules:repealed', '件', undefined],
      ['rules:in-force', '件', undefined],
      ['normative-documents:issued', '件', undefined],
      ['normative-documents:repealed', '件', undefined],
      ['normative-documents:in-force', '件', undefined],
      ['licensing:decisions', '件', undefined],
      ['penalties:decisions', '件', undefined],
      ['coercion:decisions', '件', undefined],
      ['charges:amount', '万元', '12.5'],
    ]);
  });

  it('are listed once, with every cell in which they stand', () => {
    const [row] = forms['gk-2021'].rows.filter(({ code }) => code === 'rules:issued');
    const twice = { ...forms['gk-2021'], rows: [row!, { ...row!, code: 'again' }] };
    expect(formFigures(twice, [])).toEqual([expect.objectContaining({ code: 'rules:issued', cells: ['rules:issued', 'again'] })]);
  });
});

describe('the table to fill in', () => {
  const figures = formFigures(forms['gk-2021'], [said('rules:issued', '3', '=HYPERLINK("x")', '含修改，1件')]);

  it('begins with the mark by which a spreadsheet knows UTF-8, and has a line for every figure', () => {
    const lines = templateCsv(undefined, figures, 'zh').split('\r\n');
    expect(lines[0]).toBe('\uFEFF代码,名称,单位,数值,机构,来源,备注,理由');
    expect(lines[2]).toBe('rules:repealed,规章·本年废止件数,件,,,,,');
    expect(lines).toHaveLength(figures.length + 2);
  });

  it('has what is declared in it, and nothing that a spreadsheet would run', () => {
    expect(templateCsv(undefined, figures, 'zh')).toContain(`rules:issued,规章·本年制发件数,件,3,,"'=HYPERLINK(""x"")",含修改，1件,\r\n`);
  });

  it('names the unit whose figures it asks for, and speaks English to who wants it', () => {
    const lines = templateCsv('health', figures, 'en').split('\r\n');
    expect(lines[0]).toBe('\uFEFFcode,label,measure,value,unit,source,note,reason');
    expect(lines[2]).toBe('rules:repealed,Government rules: Repealed this year,件,,health,,,');
  });
});
