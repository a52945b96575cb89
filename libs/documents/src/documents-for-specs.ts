import { buildReport, type Cell, type Form, type Report } from '@app/reports';
import type { ReportDocument } from './report-document';

const inputs = {
  totals: () => 0,
  ratings: () => ({}),
  declared: new Map(),
  coverage: { firstYear: 2000, lastYear: 2030 },
  position: 4242,
  asOf: '2025-01-20T08:30:11.000Z',
  calendar: '2025.1',
};

const numberCell = (code: string, value: string): Cell => ({ code, state: 'number', value, text: value, origin: 'computed' });

/** A report with these figures; the other cells are blank, or not applicable on a line that only names what follows. */
export const reportWith = (form: Form, year: number, figures: Readonly<Record<string, string>>): Report => ({
  ...buildReport(form, year, inputs),
  checks: [],
  cells: form.rows.map(({ code, kind }): Cell => {
    if (kind === 'header') return { code, state: 'not-applicable', text: '—' };
    const value = figures[code];
    return value === undefined ? { code, state: 'blank', text: '', origin: 'declared' } : numberCell(code, value);
  }),
});

/** Figures of which no two are equal: each can only have come from its own cell. */
export const figuresOf = (form: Form): Readonly<Record<string, string>> =>
  Object.fromEntries(form.rows.filter(({ kind }) => kind === 'value').map(({ code }, index) => [code, String(3001 + index * 7)]));

export const documentOf = (form: Form, year: number, figures: Readonly<Record<string, string>> = figuresOf(form)): ReportDocument => ({
  form,
  report: reportWith(form, year, figures),
  digest: '5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef',
  agency: '永顺县人民政府',
});
