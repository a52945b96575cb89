import { say } from '@app/cases';
import type { Form } from './form';
import { singleColumn, tablesOf } from './form-tables';
import { declared } from './forms/rows';
import { buildReport } from './report';
import { type FilledVersion, sideBySide } from './versions';

const formWith = (version: number, years: Form['validYears'], ...rows: Form['rows']): Form => ({
  id: 'county',
  version,
  title: say('表', 'form'),
  authority: say('县', 'county'),
  validYears: years,
  ...tablesOf(singleColumn(rows)),
  identities: [],
});

const visits = declared('人次', [0, 'visits', '查阅', 'Visits']);
const staff = declared('人', [0, 'staff', '人员', 'Staff']);
const items = declared('条', [0, 'items', '信息', 'Items']);

const filled = (form: Form, values: Readonly<Record<string, string>>): FilledVersion => ({
  form,
  report: buildReport(form, 2024, {
    totals: () => 0,
    ratings: () => ({}),
    declared: new Map(Object.entries(values).map(([code, value]) => [code, { value }])),
    coverage: { firstYear: 2024, lastYear: 2024 },
    position: 7,
    asOf: '2025-01-10T00:00:00Z',
  }),
});

describe('a year under two versions of a form', () => {
  const older = formWith(1, [2021, 2024], visits, staff);
  const newer = formWith(2, [2025, 9999], { ...visits, zh: '接待查阅' }, items);
  const [line] = [sideBySide([filled(older, { visits: '5', staff: '3' }), filled(newer, { visits: '5', items: '9' })])];
  const under = (code: string) => line?.lines.find((each) => each.code === code);

  it('shows every cell that either has, those of the newer first', () =>
    expect(line?.lines.map(({ code }) => code)).toEqual(['visits', 'items', 'staff']));

  it('shows both labels, and that the figure is the same', () => {
    expect(under('visits')).toMatchObject({ change: 'same', relabelled: true });
    expect(under('visits')?.cells.map(({ version, label, text }) => [version, label.zh, text])).toEqual([
      [1, '查阅', '5'],
      [2, '接待查阅', '5'],
    ]);
  });

  it('shows what is new and what is gone, under the version that has it', () => {
    expect([under('items')?.change, under('items')?.cells.map(({ version }) => version)]).toEqual(['new', [2]]);
    expect([under('staff')?.change, under('staff')?.cells.map(({ version }) => version)]).toEqual(['gone', [1]]);
  });

  it('says which of them is asked for in that year', () =>
    expect(line?.versions.map(({ version, isAskedFor }) => [version, isAskedFor])).toEqual([
      [1, true],
      [2, false],
    ]));

  it('shows a figure that differs', () => {
    const recounted = formWith(2, [2025, 9999], { ...visits, figure: { kind: 'declared', code: 'visits-by-day' } });
    const both = sideBySide([filled(older, { visits: '5' }), filled(recounted, { 'visits-by-day': '6' })]);
    expect(both.lines.find(({ code }) => code === 'visits')).toMatchObject({ change: 'differs', relabelled: false });
  });
});
