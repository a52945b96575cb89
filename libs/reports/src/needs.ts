import type { Cell } from './cell';
import { type Form, type Row, rowOf } from './form';
import { type Dimension, factsLists, isCarried, type Measure } from './measure';
import { type RatedCases, ratedFacts } from './ratings';
import type { AnyOf } from './statistics/condition';

/** Every measure the form and its checks ask for. */
export const neededTotals = (form: Form): readonly Measure[] => [
  ...form.rows.flatMap(({ figure }) => (figure.kind === 'computed' ? figure.measures : [])),
  ...form.identities.flatMap(({ leftOut = [] }) => leftOut.map(({ measure }) => measure)),
];

/** What the cube must keep apart for them; it may be summed over all else, so that one query fetches the totals of a year. */
export const neededDimensions = (form: Form): readonly Dimension[] => [
  ...new Set(neededTotals(form).flatMap(({ where }) => Object.keys(where) as Dimension[])),
];

/** The types of case of which it asks what was carried over; of these the cube is needed for earlier years too. */
export const carriedTypes = (form: Form): readonly string[] => [
  ...new Set(neededTotals(form).flatMap((measure) => (isCarried(measure) ? [measure.where.case_type ?? []].flat() : []))),
];

/** Whose ratings the form asks for. */
export const neededRatings = (form: Form): readonly RatedCases[] =>
  form.rows.flatMap(({ figure }) => (figure.kind === 'rate' ? [figure.cases] : []));

/**
 * The lists of cases behind a row. They never share a case, so a figure is the number of cases listed. Of a rate, the cases it was taken
 * over; of a total, the cases of its computed rows.
 */
export const casesBehind = (form: Form, code: string, year: number): AnyOf => {
  const { figure } = rowOf(form, code);
  if (figure.kind === 'computed') return figure.measures.flatMap((measure) => factsLists(measure, year));
  if (figure.kind === 'rate') return [ratedFacts(figure.formula, 'denominator', figure.cases, year)];
  return figure.kind === 'total' ? figure.rows.flatMap((row) => casesBehind(form, row, year)) : [];
};

/** Whether cases make the figure, so that they can be listed behind it. */
export const isMade = ({ figure }: Row): boolean => figure.kind === 'computed' || figure.kind === 'rate';

/** The rows that cases make up this one of: itself, or of a total its parts. */
export const madeRows = (form: Form, row: Row): readonly Row[] => {
  if (row.figure.kind === 'total') return row.figure.rows.flatMap((code) => madeRows(form, rowOf(form, code)));
  return isMade(row) ? [row] : [];
};

/** How many cases are behind a cell of such a row: the count, or of a rate what it is taken over; undefined while that is not known. */
export const countBehind = (cell: Cell): number | undefined => {
  if (cell.state !== 'blank' && cell.rate) return cell.rate.denominator;
  return cell.state === 'number' ? Number(cell.value) : undefined;
};
