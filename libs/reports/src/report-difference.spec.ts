import { type Form, formFor, publishedForms } from '.';
import { buildReport, type Report, type ReportInputs } from './report';
import { differencesOf } from './report-difference';

const form = (id: string): Form => formFor(publishedForms, id, 2018)!;

const reportOn = (
  id: string,
  { declared = {}, ...inputs }: Partial<Omit<ReportInputs, 'declared'>> & { declared?: Readonly<Record<string, string>> } = {},
): Report =>
  buildReport(form(id), 2018, {
    position: 1,
    asOf: '2019-01-10T00:00:00Z',
    totals: () => 3,
    ratings: () => ({ satisfied: 9, dissatisfied: 1 }),
    coverage: { firstYear: 2018, lastYear: 2018 },
    declared: new Map(Object.entries(declared).map(([code, value]) => [code, { value }])),
    ...inputs,
  });

const changed = (id: string, before: Report, after: Report) =>
  differencesOf(form(id), before, after)
    .filter(({ differs }) => differs)
    .map(({ code, before: was, after: is, difference }) => [code, was.text, is.text, difference]);

describe('the differences of two reports', () => {
  it.each(publishedForms)('are none between a report and itself: $id $version', ({ id }) => {
    const report = reportOn(id);
    expect(changed(id, report, report)).toEqual([]);
  });

  it('name every figure of the form in its order, and no header', () => {
    const report = reportOn('gk-2014');
    const figures = form('gk-2014').rows.filter(({ kind }) => kind === 'value');
    expect(differencesOf(form('gk-2014'), report, report).map(({ code }) => code)).toEqual(figures.map(({ code }) => code));
  });

  it('are exact, with their sign, and of rates too', () => {
    const before = reportOn('annual-response', { declared: { 'policy-interpretations': '30.5' } });
    const after = reportOn('annual-response', { declared: { 'policy-interpretations': '30.2' }, ratings: () => ({ satisfied: 1 }) });
    expect(changed('annual-response', before, after)).toEqual([
      ['policy-interpretations', '30.5', '30.2', '-0.3'],
      ['hotline-satisfaction', '90.0', '100.0', '10'],
    ]);
  });

  it('from blank or not applicable are no amount', () => {
    const before = reportOn('annual-response', { ratings: () => ({}) });
    const after = reportOn('annual-response', { declared: { 'policy-interpretations': '30' } });
    expect(changed('annual-response', before, after)).toEqual([
      ['policy-interpretations', '', '30', undefined],
      ['hotline-satisfaction', '—', '90.0', undefined],
    ]);
  });

  it('are told with title, unit and state', () => {
    const [cell] = differencesOf(form('annual-response'), reportOn('annual-response'), reportOn('annual-response')).filter(
      ({ code }) => code === 'hotline',
    );
    expect(cell).toEqual({
      code: 'hotline',
      title: { zh: '政府服务热线办理', en: 'Hotline complaints closed' },
      unit: '件',
      before: { state: 'number', text: '3' },
      after: { state: 'number', text: '3' },
      differs: false,
      difference: '0',
    });
  });
});
