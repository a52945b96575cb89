import { type Sentence, say } from '@app/cases';
import {
  casesBehind,
  type CheckedIdentity,
  type CheckLine,
  countBehind,
  type Form,
  isMade,
  lookedBack,
  type Measure,
  type Report,
  type Row,
  sumOf,
  together,
  totalsOver,
  valueOf,
} from '@app/reports';
import { cubeFor, type ReportAsked } from './fill-report';
import type { Knowledge } from './knowledge';

const looksBack = ({ identities }: Form, id: string): boolean =>
  identities.some((identity) => identity.id === id && lookedBack(identity).length > 0);

const titleOf = ({ left, right, kind }: CheckedIdentity): Sentence => {
  const sign = kind.endsWith('eq') ? ['＝', '='] : ['≤', '≤'];
  return say(`${left.text.zh} ${sign[0]} ${right.text.zh}`, `${left.text.en} ${sign[1]} ${right.text.en}`);
};

/** With the cases that the form has no row for: they account for a difference, they do not excuse it. */
const whyOf = ({ why, leftOut }: CheckedIdentity): Sentence => {
  if (leftOut.length === 0) return why;
  const listed = (language: 'zh' | 'en') => leftOut.map(({ title, n }) => `${title[language]} ${n}`);
  return say(`${why.zh}；未列入：${listed('zh').join('，')}`, `${why.en}; left out: ${listed('en').join(', ')}`);
};

const ofIdentity = (form: Form, checked: CheckedIdentity): CheckLine => ({
  id: checked.id,
  group: looksBack(form, checked.id) ? 'years' : 'identity',
  status: checked.status,
  title: titleOf(checked),
  left: checked.left.value,
  right: checked.right.value,
  difference: checked.difference,
  why: whyOf(checked),
});

/** One line when all are equal, and else one for each that is not. */
const agreement = (
  group: 'drill-down' | 'units',
  title: Sentence,
  compared: readonly { readonly row: Row; readonly left: string; readonly right: string }[],
): readonly CheckLine[] => {
  const unequal = compared.filter(({ left, right }) => left !== right);
  const all = String(compared.length);
  if (unequal.length === 0) {
    const status = compared.length > 0 ? 'pass' : 'cannot-judge';
    return [{ id: group, group, status, title, left: all, right: all, why: say(`${all}项一致`, `${all} agree`) }];
  }
  return unequal.map(
    ({ row, left, right }): CheckLine => ({
      id: `${group}:${row.code}`,
      group,
      status: 'fail',
      title: say(`${title.zh}：${row.zh}`, `${title.en}: ${row.en}`),
      left,
      right,
      difference: sumOf([left, right.startsWith('-') ? right.slice(1) : `-${right}`]),
      why: say(`${left}与${right}不一致`, `${left} is not ${right}`),
    }),
  );
};

const madeOfCases = ({ rows }: Form): readonly Row[] => rows.filter(isMade);

/** Every computed figure beside the number of cases that are listed behind it. */
const drillDown = async (known: Knowledge, { form, year, unit }: ReportAsked, report: Report): Promise<readonly CheckLine[]> => {
  const own = unit === undefined ? {} : { unit };
  const cellAt = new Map(report.cells.map((cell) => [cell.code, cell]));
  const figures = madeOfCases(form).flatMap((row) => {
    const figure = countBehind(cellAt.get(row.code)!);
    return figure === undefined ? [] : [{ row, figure, lists: casesBehind(form, row.code, year).map((list) => together(list, own)) }];
  });
  const listed = await known.counts(figures.map(({ lists }) => lists));
  const compared = figures.map(({ row, figure }, index) => ({ row, left: String(figure), right: String(listed[index]) }));
  return agreement('drill-down', say('数据与所列办件数一致', 'every figure is the number of its cases'), compared);
};

/** What is counted, unit by unit, of every unit that has or had a case, and of what no unit has. */
const countedByUnit = async (known: Knowledge, asked: ReportAsked): Promise<(measures: readonly Measure[]) => string> => {
  const rows = await cubeFor(known, asked, ['unit']);
  const totals = [...new Set(rows.map(({ unit }) => unit))].map((unit) =>
    totalsOver(
      asked.year,
      rows.filter((row) => row.unit === unit),
    ),
  );
  return (measures) => sumOf(totals.flatMap((of) => measures.map((measure) => String(of(measure)))));
};

/** The county beside the sum of its units: what is counted, by whoever has the case; what is declared, where units have declared it too. */
const overUnits = async (known: Knowledge, asked: ReportAsked, report: Report): Promise<readonly CheckLine[]> => {
  const [counted, declared] = await Promise.all([countedByUnit(known, asked), known.declared(asked.year)]);
  const ofUnits = (code: string) => declared.filter((figure) => figure.unit !== '' && figure.code === code).map(({ value }) => value);
  const cellAt = new Map(report.cells.map((cell) => [cell.code, cell]));
  const compared = asked.form.rows.flatMap((row) => {
    const whole = valueOf(cellAt.get(row.code)!);
    if (whole === undefined) return [];
    if (row.figure.kind === 'computed') return [{ row, left: whole, right: counted(row.figure.measures) }];
    const parts = row.figure.kind === 'declared' ? ofUnits(row.figure.code) : [];
    return parts.length > 0 ? [{ row, left: whole, right: sumOf(parts) }] : [];
  });
  return agreement('units', say('全县数据等于各单位之和', 'the county is the sum of its units'), compared);
};

/** Everything that can be checked before a report is signed, but for its text. */
export const checksOf = async (known: Knowledge, asked: ReportAsked, report: Report): Promise<readonly CheckLine[]> => [
  ...report.checks.map((checked) => ofIdentity(asked.form, checked)),
  ...(await drillDown(known, asked, report)),
  ...(asked.unit === undefined ? await overUnits(known, asked, report) : []),
];
