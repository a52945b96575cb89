import { type Form, rowOf } from './form';
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

// A spreadsheet would run a text that begins like a formula; full-width signs count as theirs in East Asian versions. Some skip over what
// cannot be seen.
const formula = /^(?:[\t\r\n]|[\s\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠])/;
const control = /(?![\t\n\r])\p{Cc}/gu;

/** A text that no spreadsheet runs: one that begins like a formula gets an apostrophe in front. Control characters are dropped. */
export const harmless = (text: string): string => {
  const visible = text.toWellFormed().replace(control, '');
  return formula.test(visible) ? `'${visible}` : visible;
};

const number = /^-?\d+(?:\.\d+)?$/;

const field = (cell: CsvCell): string => {
  if (typeof cell !== 'string' && number.test(cell.number)) return cell.number;
  const text = harmless(typeof cell === 'string' ? cell : cell.number);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** CSV by RFC 4180, every line ended by CRLF, with texts that a spreadsheet would run made harmless by an apostrophe. */
export const toCsv = (table: readonly (readonly CsvCell[])[]): string => table.map((row) => `${row.map(field).join(',')}\r\n`).join('');

const headings = [
  'form',
  'version',
  'year',
  'position',
  'as_of',
  'digest',
  'code',
  'row',
  'column',
  'level',
  'zh',
  'en',
  'unit',
  'state',
  'value',
  'origin',
] as const;

/** The line and the column of each cell, by its code; a line that only names what follows has no column. */
const placesIn = (form: Form): ReadonlyMap<string, readonly [row: string, column: string]> =>
  new Map(
    form.tables.flatMap(({ lines }) =>
      lines.flatMap(({ code, cells }) => [
        [code, [code, '']] as const,
        ...Object.entries(cells).map(([column, cell]) => [cell, [code, column]] as const),
      ]),
    ),
  );

/**
 * The whole report as CSV. Each line says from which position and moment it is, and the digest of the report, so that none can lose them.
 */
export const reportCsv = (form: Form, report: Report, digest: string): string => {
  const places = placesIn(form);
  const stated = [
    form.id,
    { number: String(form.version) },
    { number: String(report.year) },
    { number: String(report.position) },
    report.asOf,
    digest,
  ];
  return toCsv([
    headings,
    ...report.cells.map((cell): readonly CsvCell[] => {
      const { code, zh, en, unit, level } = rowOf(form, cell.code);
      const [row, column] = places.get(code) ?? [code, ''];
      const value = cell.state === 'number' ? { number: cell.value } : cell.text;
      return [...stated, code, row, column, { number: String(level) }, zh, en, unit ?? '—', cell.state, value, cell.origin ?? ''];
    }),
  ]);
};
