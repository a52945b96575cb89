import type { DeclaredFigure } from '@app/projections';
import { type CsvCell, type Form, type Language, toCsv } from '@app/reports';
import { columnNames, type TableColumn, tableColumns } from './table-columns';

/** A figure that a form asks for, and what has been said about it. */
export interface FormFigure {
  readonly code: string;
  /** The cells of the form in which it stands. */
  readonly cells: readonly string[];
  readonly zh: string;
  readonly en: string;
  /** In what it is counted; '' where the form prints nothing. */
  readonly measure: string;
  /** It may be left blank when all of these are said: then it is their sum. */
  readonly orSumOf?: readonly string[] | undefined;
  /** Undefined while nobody has said anything. */
  readonly declared: DeclaredFigure | undefined;
}

/** Every figure that the form asks staff to declare, in its order, each once; `declared` is what is said for one unit or for the county. */
export const formFigures = (form: Form, declared: readonly DeclaredFigure[]): readonly FormFigure[] => {
  const said = new Map(declared.map((each) => [each.code, each]));
  const figures = new Map<string, FormFigure>();
  for (const { code: cell, zh, en, unit, figure } of form.rows) {
    if (figure.kind !== 'declared') continue;
    const { code, orSumOf } = figure;
    const { cells, ...first } = figures.get(code) ?? { cells: [], code, zh, en, measure: unit ?? '', orSumOf, declared: said.get(code) };
    figures.set(code, { ...first, cells: [...cells, cell] });
  }
  return [...figures.values()];
};

const lineOf = (
  unit: string,
  { code, measure, declared, ...label }: FormFigure,
  language: Language,
): Readonly<Record<TableColumn, CsvCell>> => ({
  code,
  label: label[language],
  measure,
  value: declared ? { number: declared.value } : '',
  unit,
  source: declared?.source ?? '',
  note: declared?.note ?? '',
  reason: '',
});

/** The table to fill in, as CSV with a byte-order mark, by which spreadsheets know that it is UTF-8; it can be sent back as it is. */
export const templateCsv = (unit: string | undefined, figures: readonly FormFigure[], language: Language): string => {
  const lines = figures.map((figure) => lineOf(unit ?? '', figure, language));
  return `\uFEFF${toCsv([columnNames.map((name) => tableColumns[name][language]), ...lines.map((line) => columnNames.map((name) => line[name]))])}`;
};
