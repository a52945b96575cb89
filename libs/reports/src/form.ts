import type { Sentence } from '@app/cases';
import type { Measure } from './measure';
import type { RatedCases } from './ratings';
import type { Rounding, SatisfactionFormulaId } from './satisfaction';

/** Where the figure of a row comes from. */
export type Figure =
  | { readonly kind: 'header' }
  /** Counted from cases: the sum of measures that no case can fall under twice. */
  | { readonly kind: 'computed'; readonly measures: readonly Measure[] }
  /** Said by staff under this code, or else the sum of what they said under the others, when they have said all of them. */
  | { readonly kind: 'declared'; readonly code: string; readonly orSumOf?: readonly string[] }
  /** The sum of other rows of the same form, known when all of them are. */
  | { readonly kind: 'total'; readonly rows: readonly string[] }
  /** A satisfaction rate in per cent. */
  | { readonly kind: 'rate'; readonly formula: SatisfactionFormulaId; readonly cases: RatedCases; readonly rounding: Rounding };

export interface Row {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** The unit printed on the form; null on a header. */
  readonly unit: string | null;
  readonly level: number;
  readonly kind: 'header' | 'value';
  readonly figure: Figure;
  /** How the row is filled where the form is silent. */
  readonly note?: Sentence;
}

export type IdentityKind = 'eq' | 'le' | 'warn-eq' | 'warn-le';

/** Cases that belong to the left side and have no row on the right: they account for a difference, they do not excuse it. */
export interface LeftOut {
  readonly title: Sentence;
  readonly measure: Measure;
}

/** A relation between rows: sum of the left codes = or ≤ sum of the right. A `warn-` kind is usual but not required. */
export interface Identity {
  readonly id: string;
  readonly kind: IdentityKind;
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly why?: Sentence;
  readonly leftOut?: readonly LeftOut[];
}

export interface Form {
  readonly id: string;
  /** Of our table of it: raised when a label, a measure or an identity changes. */
  readonly version: number;
  readonly title: Sentence;
  readonly authority: Sentence;
  /** First and last year the authority asks for this form. */
  readonly validYears: readonly [number, number];
  readonly columns: readonly { readonly code: string; readonly zh: string; readonly en: string }[];
  readonly rows: readonly Row[];
  readonly identities: readonly Identity[];
}

/** The row with this code, which the form must have. */
export const rowOf = (form: Form, code: string): Row => {
  const row = form.rows.find((candidate) => candidate.code === code);
  if (!row) throw new Error(`${form.id} has no row ${code}`);
  return row;
};
