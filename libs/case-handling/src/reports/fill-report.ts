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
  isAskedFor,
  lookedBack,
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
 * The form's own of the year before, and then the others that were asked for and have such cells: the trial form of 2020 is what the
 * report of 2021 carries on.
 */
const formsBefore = (book: FormBook, form: Form, year: number, codes: readonly string[]): readonly Form[] => {
  const own = formFor(book, form.id, year) ?? form;
  const others = book.filter(
    (other) => other.id !== form.id && isAskedFor(other, year) && other.rows.some(({ code }) => codes.includes(code)),
  );
  return isAskedFor(own, year) ? [own, ...others] : [...others, own];
};

/** The cells of the year before: as the public has seen them, or where nothing is sealed as they are known. */
const cellsBefore = async (known: Knowledge, book: FormBook, { form, year, unit }: ReportAsked): Promise<ReportInputs['previous']> => {
  const codes = form.identities.flatMap(lookedBack);
  if (codes.length === 0) return undefined;
  const forms = formsBefore(book, form, year - 1, codes);
  const seals = unit === undefined ? await Promise.all(forms.map(({ id }) => known.sealed(id, year - 1))) : [];
  const sealed = byCode(seals.find((seal) => seal !== undefined)?.cells.map(sealedCell) ?? []);
  if (codes.every((code) => sealed.has(code))) return (code) => sealed.get(code);
  const own = formFor(book, form.id, year - 1) ?? form;
  const computed = byCode(cellsOf(own, year - 1, await inputsFor(known, { form: own, year: year - 1, unit })));
  return (code) => sealed.get(code) ?? computed.get(code);
};

/** Fills in the form from what is known. The same knowledge gives the same report, to the byte. */
export const fillReport = async (known: Knowledge, book: FormBook, asked: ReportAsked): Promise<Report> => {
  const [inputs, previous] = await Promise.all([inputsFor(known, asked), cellsBefore(known, book, asked)]);
  return buildReport(asked.form, asked.year, { ...inputs, previous });
};
