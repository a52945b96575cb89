import { type Form, rowOf } from './form';
import { type Dimension, type FactsCondition, factsConditions, type Measure } from './measure';
import { type RatedCases, ratedFacts } from './ratings';

/** Every measure the form and its checks ask for. */
export const neededTotals = (form: Form): readonly Measure[] => [
  ...form.rows.flatMap(({ figure }) => (figure.kind === 'computed' ? figure.measures : [])),
  ...form.identities.flatMap(({ leftOut = [] }) => leftOut.map(({ measure }) => measure)),
];

/** What the cube must keep apart for them; it may be summed over all else, so that one query fetches the totals of a year. */
export const neededDimensions = (form: Form): readonly Dimension[] => [
  ...new Set(neededTotals(form).flatMap(({ where }) => Object.keys(where) as Dimension[])),
];

/** Whose ratings the form asks for. */
export const neededRatings = (form: Form): readonly RatedCases[] =>
  form.rows.flatMap(({ figure }) => (figure.kind === 'rate' ? [figure.cases] : []));

/**
 * The cases behind a row: those that meet all conditions of any of the lists. The lists never share a case, so a figure is
 * the number of cases listed. Of a rate, the cases it was taken over; of a total, the cases of its computed rows.
 */
export const casesBehind = (form: Form, code: string, year: number): readonly (readonly FactsCondition[])[] => {
  const { figure } = rowOf(form, code);
  if (figure.kind === 'computed') return figure.measures.map((measure) => factsConditions(measure, year));
  if (figure.kind === 'rate') return [ratedFacts(figure.formula, 'denominator', figure.cases, year)];
  return figure.kind === 'total' ? figure.rows.flatMap((row) => casesBehind(form, row, year)) : [];
};
