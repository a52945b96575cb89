import type { Form } from './form';
import { rowOf } from './form';
import type { Report } from './report';

export type Language = 'zh' | 'en';

/** A row as it is printed: the label indented by its level, the figure as text. */
export interface PrintedRow {
  readonly code: string;
  readonly label: string;
  readonly unit: string;
  readonly text: string;
  readonly origin: string;
}

const indent = { zh: '　', en: '  ' } as const;

/** Rows for a table in a terminal, in the order of the form. */
export const printedRows = (form: Form, report: Report, language: Language): readonly PrintedRow[] =>
  report.cells.map(({ code, text, origin }) => {
    const row = rowOf(form, code);
    return { code, label: indent[language].repeat(row.level) + row[language], unit: row.unit ?? '—', text, origin: origin ?? '' };
  });

/** A cell of a table: a text, or a number, which stays one. */
export type CsvCell = string | { readonly number: string };

// A spreadsheet would run a text that begins like a formula; full-width signs count as theirs in East Asian versions.
const formula = /^[=+\-@＝＋－＠\t\r\n]/;
const number = /^-?\d+(?:\.\d+)?$/;

const field = (cell: CsvCell): string => {
  if (typeof cell !== 'string' && number.test(cell.number)) return cell.number;
  const raw = typeof cell === 'string' ? cell : cell.number;
  const text = formula.test(raw) ? `'${raw}` : raw;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** CSV by RFC 4180, every line ended by CRLF, with texts that a spreadsheet would run made harmless by an apostrophe. */
export const toCsv = (table: readonly (readonly CsvCell[])[]): string => table.map((row) => `${row.map(field).join(',')}\r\n`).join('');

const headings = ['form', 'version', 'year', 'position', 'as_of', 'code', 'level', 'zh', 'en', 'unit', 'state', 'value', 'origin'] as const;

/** The whole report as CSV. Each line says from which position and moment it is, so that none can lose it. */
export const reportCsv = (form: Form, report: Report): string =>
  toCsv([
    headings,
    ...report.cells.map((cell): readonly CsvCell[] => {
      const { code, zh, en, unit, level } = rowOf(form, cell.code);
      const stated = [{ number: String(report.year) }, { number: String(report.position) }, report.asOf];
      const value = cell.state === 'number' ? { number: cell.value } : cell.text;
      return [
        form.id,
        { number: String(form.version) },
        ...stated,
        code,
        { number: String(level) },
        zh,
        en,
        unit ?? '—',
        cell.state,
        value,
        cell.origin ?? '',
      ];
    }),
  ]);
