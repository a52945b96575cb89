import { businessDate, type Sentence } from '@app/cases';
import type { DeclaredFigure } from '@app/projections';
import type { Cell } from './cell';
import { type Filling, fillCell } from './fill-cell';
import type { Form } from './form';
import { type CheckedIdentity, checkIdentities } from './identities';

export type Declaration = Pick<DeclaredFigure, 'value'> & Partial<DeclaredFigure>;

export interface ReportInputs extends Filling {
  /** The position in the log up to which events were taken into account, and the moment that stands for. */
  readonly position: number;
  readonly asOf: string;
  /** The version of the working-day calendar the deadlines were reckoned with. */
  readonly calendar?: string;
}

/** A filled-in form, with all it takes to fill it in again to the digit. */
export interface Report {
  readonly form: { readonly id: string; readonly version: number; readonly title: Sentence; readonly authority: Sentence };
  readonly year: number;
  readonly position: number;
  readonly asOf: string;
  readonly calendar: string | undefined;
  /** The year was not over at `asOf`. */
  readonly provisional: boolean;
  /** The authority asks for another form in this year. */
  readonly outsideValidity: boolean;
  /** One per row of the form, in its order. */
  readonly cells: readonly Cell[];
  readonly checks: readonly CheckedIdentity[];
}

export const buildReport = (form: Form, year: number, inputs: ReportInputs): Report => {
  const cells = form.rows.map((row) => fillCell(form, row, year, inputs));
  const [first, last] = form.validYears;
  return {
    form: { id: form.id, version: form.version, title: form.title, authority: form.authority },
    year,
    position: inputs.position,
    asOf: inputs.asOf,
    calendar: inputs.calendar,
    provisional: businessDate(inputs.asOf) <= `${year}-12-31`,
    outsideValidity: year < first || year > last,
    cells,
    checks: checkIdentities(form, cellsByCode(cells), inputs.totals),
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
