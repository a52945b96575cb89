import { type DeclaredFigure, rowsVersion } from '@app/projections';
import {
  buildReport,
  carriedTypes,
  countBehind,
  type Cell,
  cellsOf,
  type Dimension,
  type Form,
  type FormBook,
  formFor,
  neededDimensions,
  neededTotals,
  madeRows,
  ratingsOver,
  type Row,
  type Report,
  type ReportInputs,
  sumOf,
  totalsOver,
} from '@app/reports';
import type { SealedCell } from '../signing/report-file';
import type { Knowledge } from './knowledge';

/** Which report: a form of a year, of the whole county or of one unit. */
export interface ReportAsked {
  readonly form: Form;
  readonly year: number;
  readonly unit?: string | undefined;
}

type Declared = ReportInputs['declared'];

/** The county's own word, or else the sum of what its units have declared; of one unit only its own. */
export const effective = (figures: readonly DeclaredFigure[], unit: string | undefined): Declared => {
  const own = new Map(figures.filter((figure) => figure.unit === (unit ?? '')).map((figure) => [figure.code, figure]));
  if (unit !== undefined) return own;
  const summed = new Map<string, { readonly value: string }>();
  for (const { code, value, unit: of } of figures)
    if (of !== '') summed.set(code, { value: sumOf([summed.get(code)?.value ?? '0', value]) });
  return new Map([...summed, ...own]);
};

const typesIn = (form: Form): readonly string[] => [
  ...new Set(neededTotals(form).flatMap(({ where }) => (where.case_type === undefined ? [] : [where.case_type].flat()))),
];

/** The totals the form needs: of its year, and for what was carried over of every year before. `apart`: what else they are to be kept apart by. */
export const cubeFor = async (known: Knowledge, { form, year, unit }: ReportAsked, apart: readonly Dimension[] = []) => {
  const dimensions = [...new Set([...neededDimensions(form), ...apart])];
  const carried = carriedTypes(form);
  const others = typesIn(form).filter((type) => !carried.includes(type));
  const [withBefore, ofYear] = await Promise.all([
    carried.length > 0 ? known.cube({ year, andBefore: true, dimensions, caseTypes: carried, unit }) : [],
    others.length > 0 ? known.cube({ year, dimensions, caseTypes: others, unit }) : [],
  ]);
  return [...withBefore, ...ofYear];
};

const inputsFor = async (known: Knowledge, asked: ReportAsked): Promise<ReportInputs> => {
  const { year, unit } = asked;
  const [cube, ratings, declared, coverage] = await Promise.all([
    cubeFor(known, asked),
    known.ratings(year, unit),
    known.declared(year),
    known.coverage(),
  ]);
  return {
    totals: totalsOver(year, cube),
    ratings: ratingsOver(year, ratings),
    declared: effective(declared, unit),
    coverage,
    position: known.position,
    asOf: known.asOf,
    calendar: known.calendar,
    facts: rowsVersion,
    unit,
  };
};

/** How many cases are behind a row, from the totals: what was counted already is not counted again one by one. */
export const casesInRow = async (known: Knowledge, { form, year, unit }: ReportAsked, row: Row): Promise<number> => {
  const rows = madeRows(form, row);
  const alone = { ...form, rows, identities: [] };
  const cells = cellsOf(alone, year, await inputsFor(known, { form: alone, year, unit }));
  return cells.reduce((sum, cell) => sum + (countBehind(cell) ?? 0), 0);
};

const byCode = <C extends { readonly code: string }>(cells: readonly C[]): ReadonlyMap<string, C> =>
  new Map(cells.map((cell) => [cell.code, cell]));

const sealedCell = ({ code, state, text }: SealedCell): Cell => {
  if (state === 'number') return { code, state, value: text, text, origin: 'mixed' };
  return state === 'blank' ? { code, state, text: '', origin: 'mixed' } : { code, state, text: '—' };
};

/**
 * The cells of the form that was asked for in the year before: as the public has seen them, or while nothing is sealed as they are known.
 * No code means the same in forms as different as those of 2014 and 2019.
 */
const cellsBefore = async (known: Knowledge, book: FormBook, { form, year, unit }: ReportAsked): Promise<ReportInputs['previous']> => {
  const before = formFor(book, form.id, year - 1) ?? form;
  const sealed = unit === undefined ? await known.sealed(before.id, year - 1) : undefined;
  const cells = sealed
    ? sealed.cells.map(sealedCell)
    : cellsOf(before, year - 1, await inputsFor(known, { form: before, year: year - 1, unit }));
  const found = byCode(cells);
  return (code) => found.get(code);
};

const looksBack = ({ identities }: Form): boolean =>
  identities.some(({ left, right }) => [...left, ...right].some((term) => typeof term !== 'string' && term.of === 'previous-year'));

/** Fills in the form from what is known. The same knowledge gives the same report, to the byte. */
export const fillReport = async (known: Knowledge, book: FormBook, asked: ReportAsked): Promise<Report> => {
  const [inputs, previous] = await Promise.all([
    inputsFor(known, asked),
    looksBack(asked.form) ? cellsBefore(known, book, asked) : undefined,
  ]);
  return buildReport(asked.form, asked.year, { ...inputs, previous });
};
