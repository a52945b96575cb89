import { type Sentence, say } from '@app/cases';
import type { Column, Figure } from '../form';
import { cellCode, type ColumnedLine } from '../form-tables';
import { defaultRounding } from '../satisfaction';
import type { Mistake, StatedFigure, StatedLine, StatedWords } from './stated';
import { mistake } from './stated';

export const wordsOf = ({ zh, en = zh }: StatedWords): Sentence => say(zh, en);

const sources = ['declared', 'measures', 'sumOf', 'rate'] as const;

/** What the figure of this cell is; a mistake when it does not say, or says more than one thing. */
const figureOf = (stated: StatedFigure, cell: string): Figure | undefined => {
  const { declared, orSumOf, signed, measures, sumOf, rate } = stated;
  if (sources.filter((source) => stated[source] !== undefined).length !== 1) return undefined;
  if (measures) return { kind: 'computed', measures };
  if (sumOf) return { kind: 'total', rows: sumOf };
  if (rate) return { kind: 'rate', formula: rate.formula, cases: rate.cases ?? {}, rounding: rate.rounding ?? defaultRounding };
  const code = typeof declared === 'string' ? declared : cell;
  return { kind: 'declared', code, ...(orSumOf && { orSumOf }), ...(signed && { signed }) };
};

const oneSource = say(
  '须且只能写明一种来源：declared（申报）、measures（由办件统计）、sumOf（合计）或 rate（满意率）',
  'must say exactly one of declared, measures, sumOf and rate',
);

export interface TableOfLine {
  readonly code: string;
  readonly columns: readonly Column[];
  readonly isPlain: boolean;
}

/** The figures of a line in the columns of its table. */
export const figuresIn = (
  { code: table, columns, isPlain }: TableOfLine,
  line: string,
  stated: Readonly<Record<string, StatedFigure>>,
): { readonly figures: ColumnedLine['figures']; readonly mistakes: readonly Mistake[] } => {
  const figures: Record<string, Figure> = {};
  const mistakes: Mistake[] = [];
  for (const [column, each] of Object.entries(stated)) {
    const figure = figureOf(each, isPlain ? line : cellCode(line, column));
    const path = ['figures', column];
    if (!columns.some(({ code }) => code === column)) {
      const known = columns.map(({ code }) => code).join(', ');
      mistakes.push(
        mistake(path, say(`表 ${table} 没有列“${column}”，有：${known}`, `table ${table} has no column ${column}, but ${known}`)),
      );
    } else if (figure) figures[column] = figure;
    else mistakes.push(mistake(path, oneSource));
  }
  return { figures, mistakes };
};

/** The unit of a line: that of what it counts; a rate is in per cent; a heading has none. */
const unitOf = ({ unit }: StatedLine, figures: ColumnedLine['figures']): string | null => {
  const all = Object.values(figures);
  if (all.length === 0) return null;
  return unit ?? (all.every(({ kind }) => kind === 'rate') ? '%' : null);
};

/** A line of the table as the office writes it. */
export const lineIn = (table: TableOfLine, stated: StatedLine): { readonly line: ColumnedLine; readonly mistakes: readonly Mistake[] } => {
  const { code, zh, en = zh, level = 0, note } = stated;
  const { figures, mistakes } = figuresIn(table, code, stated.figures ?? {});
  const unit = unitOf(stated, figures);
  const isUnmeasured = Object.keys(figures).some((column) => !(unit ?? table.columns.find((each) => each.code === column)?.unit));
  return {
    line: { code, zh, en, level, unit, figures, ...(note && { note: wordsOf(note) }) },
    mistakes: [
      ...mistakes,
      ...(isUnmeasured
        ? [mistake(['unit'], say('有数据的行须写明计量单位，如“件”', 'a line with figures must say in what it is counted, such as 件'))]
        : []),
    ],
  };
};
