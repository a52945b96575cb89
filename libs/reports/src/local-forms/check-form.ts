import { say } from '@app/cases';
import { type DeclarableFigures, declarableIn } from '../declared-codes';
import type { Form, Row } from '../form';
import { publishedForms } from '../form-book';
import { carriedTypes } from '../needs';
import { type KnownValues, measureMistakes } from './measures';
import { type Mistake, mistake, within } from './stated';

/** The types of case of which is counted when they were settled: those of which the forms of the state ask what was carried over. */
const settledTypes: readonly string[] = [...new Set(publishedForms.flatMap(carriedTypes))];

const twice = (codes: readonly string[]): readonly string[] => [...new Set(codes.filter((code, index) => codes.indexOf(code) !== index))];

const repeated = ({ rows, tables }: Form): readonly Mistake[] => {
  const named = [
    ...twice(rows.map(({ code }) => code)),
    ...twice(tables.flatMap(({ lines }) => lines.map(({ code }) => code))),
    ...twice(tables.map(({ code }) => code)),
    ...tables.flatMap(({ columns }) => twice(columns.map(({ code }) => code))),
  ];
  return [...new Set(named)].map((code) => mistake([], say(`代码“${code}”出现了两次`, `the code ${code} is there twice`)));
};

const spelt = (path: Mistake['path']): string => path.map((part) => (typeof part === 'number' ? `[${part}]` : ` ${part}`)).join('');

/** Of a cell of the finished form: it may have come from a row, a column or the version before. */
const at = ({ code }: Row, { path, said }: Mistake): Mistake => ({
  path: [],
  said: say(`${code}${spelt(path)}：${said.zh}`, `${code}${spelt(path)}: ${said.en}`),
});

/** Cells that a sum leads to, itself among them when it goes in a circle. */
const leadsTo = (rows: ReadonlyMap<string, Row>, code: string, seen: ReadonlySet<string> = new Set()): ReadonlySet<string> => {
  const figure = rows.get(code)?.figure;
  return (figure?.kind === 'total' ? figure.rows : []).reduce(
    (all, next) => (all.has(next) ? all : leadsTo(rows, next, new Set(all).add(next))),
    seen,
  );
};

const summedUp = (rows: ReadonlyMap<string, Row>, row: Row): readonly Mistake[] => {
  if (row.figure.kind !== 'total') return [];
  const wrong = row.figure.rows.flatMap((code): Mistake[] => {
    const kind = rows.get(code)?.figure.kind;
    if (kind === undefined || kind === 'header')
      return [mistake([], say(`没有可相加的单元格“${code}”`, `there is no cell ${code} to add`))];
    return kind === 'rate' ? [mistake([], say(`“${code}”是比率，不能相加`, `${code} is a rate and cannot be added`))] : [];
  });
  return leadsTo(rows, row.code).has(row.code)
    ? [...wrong, mistake([], say('合计绕回了自身', 'the sum goes in a circle'))]
    : [...wrong, ...twice(row.figure.rows).map((code) => mistake([], say(`“${code}”相加了两次`, `${code} is added twice`)))];
};

const declaredElsewhere = (figures: DeclarableFigures, { figure, unit }: Row): readonly Mistake[] => {
  if (figure.kind !== 'declared') return [];
  const known = figures.get(figure.code);
  if (!known) return [];
  if (known.unit !== (unit ?? ''))
    return [
      mistake(
        [],
        say(
          `申报项“${figure.code}”在别处以“${known.unit}”为单位，这里是“${unit ?? ''}”`,
          `the declared figure ${figure.code} is counted in ${known.unit} elsewhere, and here in ${unit ?? ''}`,
        ),
      ),
    ];
  return known.signed === (figure.signed === true)
    ? []
    : [
        mistake(
          [],
          say(`申报项“${figure.code}”在别处的正负规定不同`, `whether ${figure.code} may be negative is said differently elsewhere`),
        ),
      ];
};

const orSums = (rows: readonly Row[], figures: DeclarableFigures, { figure }: Row): readonly Mistake[] =>
  figure.kind === 'declared'
    ? (figure.orSumOf ?? [])
        .filter((code) => !figures.has(code) && !rows.some((row) => row.figure.kind === 'declared' && row.figure.code === code))
        .map((code) => mistake([], say(`没有可申报的数据项“${code}”`, `there is no declarable figure ${code}`)))
    : [];

const caseMistakes = ({ figure }: Row, known: KnownValues): readonly Mistake[] => {
  if (figure.kind === 'computed') return measureMistakes(figure.measures, known, settledTypes);
  if (figure.kind !== 'rate') return [];
  return Object.entries(figure.cases)
    .filter(([column, value]) => !known[column as keyof typeof figure.cases].has(value))
    .map(([column, value]) => mistake(['rate', 'cases', column], say(`没有“${value}”`, `there is no ${value}`)));
};

/** The rows that are not as they were in the version before: the others were right already. */
const ownRows = ({ rows }: Form, base: Form | undefined): readonly Row[] => {
  const before = new Map(base?.rows.map((row) => [row.code, row.figure]));
  return rows.filter(({ code, figure }) => before.get(code) !== figure);
};

/** What is wrong with a finished form, beside forms that are known to be right. */
export const formMistakes = (form: Form, base: Form | undefined, others: readonly Form[], known: KnownValues): readonly Mistake[] => {
  const rows = new Map(form.rows.map((row) => [row.code, row]));
  const figures = declarableIn([...others, form]);
  return [
    ...repeated(form),
    ...form.rows.flatMap((row) => summedUp(rows, row).map((each) => at(row, each))),
    ...ownRows(form, base).flatMap((row) =>
      [...caseMistakes(row, known), ...declaredElsewhere(figures, row), ...orSums(form.rows, figures, row)].map((each) => at(row, each)),
    ),
  ];
};

export const atForm = (mistakes: readonly Mistake[], index: number): readonly Mistake[] => within(mistakes, 'forms', index);
