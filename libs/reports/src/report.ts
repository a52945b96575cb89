import { businessDate, type Sentence, say } from '@app/cases';
import type { DeclaredFigure } from '@app/projections';
import type { Cell } from './cell';
import { type Coverage, type Filling, fillCell } from './fill-cell';
import type { Form } from './form';
import { isAskedFor } from './form-book';
import { type CheckedIdentity, checkIdentities } from './identities';

export type Declaration = Pick<DeclaredFigure, 'value'> & Partial<DeclaredFigure>;

export interface ReportInputs extends Filling {
  /** The position in the log up to which events were taken into account, and the moment that stands for. */
  readonly position: number;
  readonly asOf: string;
  /** The version of the working-day calendar the deadlines were reckoned with. */
  readonly calendar?: string | undefined;
  /** The version of the rules by which facts follow from events. */
  readonly facts?: number | undefined;
  /** The unit whose own report it is; of the whole county without one. */
  readonly unit?: string | undefined;
  /** The cells of the form of the year before, by code. */
  readonly previous?: ((code: string) => Cell | undefined) | undefined;
}

/** A filled-in form, with all it takes to fill it in again to the digit. */
export interface Report {
  readonly form: { readonly id: string; readonly version: number; readonly title: Sentence; readonly authority: Sentence };
  readonly year: number;
  readonly unit?: string | undefined;
  readonly position: number;
  readonly asOf: string;
  readonly calendar: string | undefined;
  readonly facts: number | undefined;
  /** The year was not over at `asOf`. */
  readonly provisional: boolean;
  /** The authority asks for another form in this year. */
  readonly outsideValidity: boolean;
  /** What whoever reads the figures must know. */
  readonly notices: readonly Sentence[];
  /** One per row of the form, in its order. */
  readonly cells: readonly Cell[];
  readonly checks: readonly CheckedIdentity[];
}

const hasYear = ({ firstYear, lastYear }: Coverage, year: number): boolean =>
  firstYear !== undefined && lastYear !== undefined && year >= firstYear && year <= lastYear;

const yearsOf = ({ validYears: [first, last] }: Form): string => (last === 9999 ? `${first}–` : `${first}–${last}`);

const noticesOf = (form: Form, year: number, { coverage }: ReportInputs, provisional: boolean): readonly Sentence[] => [
  ...(isAskedFor(form, year)
    ? []
    : [say(`该格式适用于${yearsOf(form)}年度，${year}年度另有格式`, `this form is asked for in ${yearsOf(form)}, not in ${year}`)]),
  ...(hasYear(coverage, year)
    ? []
    : [
        say(
          `系统中没有${year}年度的办件，由办件统计的数据为空白`,
          `no cases of ${year} are known here: what is counted from cases is blank`,
        ),
      ]),
  ...(provisional ? [say(`${year}年度尚未结束，数据未定`, `${year} was not over: the figures are provisional`)] : []),
];

export const cellsOf = (form: Form, year: number, inputs: Filling): readonly Cell[] =>
  form.rows.map((row) => fillCell(form, row, year, inputs));

export const buildReport = (form: Form, year: number, inputs: ReportInputs): Report => {
  const { position, asOf, calendar, facts, unit, previous, totals } = inputs;
  const cells = cellsOf(form, year, inputs);
  const provisional = businessDate(asOf) <= `${year}-12-31`;
  return {
    form: { id: form.id, version: form.version, title: form.title, authority: form.authority },
    year,
    ...(unit !== undefined && { unit }),
    position,
    asOf,
    calendar,
    facts,
    provisional,
    outsideValidity: !isAskedFor(form, year),
    notices: noticesOf(form, year, inputs, provisional),
    cells,
    checks: checkIdentities({ form, cellOf: cellsByCode(cells), previous }, totals),
  };
};

const cellsByCode = (cells: readonly Cell[]) => {
  const byCode = new Map(cells.map((cell) => [cell.code, cell]));
  return (code: string): Cell => {
    const cell = byCode.get(code);
    if (!cell) throw new Error(`the report has no cell ${code}`);
    return cell;
  };
};

/** The cell of this row. */
export const cellOf = (report: Report, code: string): Cell => cellsByCode(report.cells)(code);
