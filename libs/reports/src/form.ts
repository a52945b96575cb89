import type { Sentence } from '@app/cases';
import type { Measure } from './measure';
import type { RatedCases } from './ratings';
import type { Rounding, SatisfactionFormulaId } from './satisfaction';

/** Where the figure of a cell comes from. */
export type Figure =
  | { readonly kind: 'header' }
  /** Counted from cases: the sum of measures that no case can fall under twice. */
  | { readonly kind: 'computed'; readonly measures: readonly Measure[] }
  /**
   * Said by staff under this code, or else the sum of what they said under the others, when they have said all of them. Only a `signed`
   * one may be negative.
   */
  | { readonly kind: 'declared'; readonly code: string; readonly orSumOf?: readonly string[]; readonly signed?: true }
  /** The sum of other rows of the same form, known when all of them are. */
  | { readonly kind: 'total'; readonly rows: readonly string[] }
  /** A satisfaction rate in per cent. */
  | { readonly kind: 'rate'; readonly formula: SatisfactionFormulaId; readonly cases: RatedCases; readonly rounding: Rounding };

/** One cell of the form under the label of its line and column; a line that only names what follows is one too. */
export interface Row {
  /** The code of the line; in a table of several columns with that of the column behind it: `granted:enterprise`. */
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

export interface Column {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** What is printed over it and its neighbours. */
  readonly under?: Sentence;
  /** Where the columns of one line are counted in different units. */
  readonly unit?: string;
}

/** A line as it is printed: the cells it has, by column. The others are not asked for. */
export interface Line {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly unit: string | null;
  readonly level: number;
  /** Code of the cell by the code of its column; none on a header. */
  readonly cells: Readonly<Record<string, string>>;
}

/** A table of the form as it is printed. */
export interface FormTable {
  readonly code: string;
  readonly title: Sentence;
  readonly columns: readonly Column[];
  readonly lines: readonly Line[];
}

/** A `warn-` kind is usual but not required. */
export type IdentityKind = 'eq' | 'le' | 'warn-eq' | 'warn-le';

/** A cell on one side of an identity: of this report, or of the report of the year before; taken away instead of added when `less`. */
export type Term = string | { readonly code: string; readonly of?: 'previous-year'; readonly less?: true };

/** Cases that belong to the left side and have no row on the right: they account for a difference, they do not excuse it. */
export interface LeftOut {
  readonly title: Sentence;
  readonly measure: Measure;
}

/** A relation between cells: sum of the left terms = or ≤ sum of the right. */
export interface Identity {
  readonly id: string;
  readonly kind: IdentityKind;
  readonly left: readonly Term[];
  readonly right: readonly Term[];
  readonly why?: Sentence;
  readonly leftOut?: readonly LeftOut[];
}

/** What a text says in words, and the sums of cells it may be. */
export interface Statement {
  readonly id: string;
  readonly title: Sentence;
  /** The name of the figure in the text: `requests_received`. */
  readonly says: string;
  /** It agrees when it is one of these sums. */
  readonly oneOf: readonly (readonly Term[])[];
  readonly why?: Sentence;
}

export interface Form {
  readonly id: string;
  /** Of our table of it: raised when a label, a measure or an identity changes. */
  readonly version: number;
  readonly title: Sentence;
  readonly authority: Sentence;
  /** First and last year for which this version is asked. */
  readonly validYears: readonly [number, number];
  /** Every cell, in the order of the form. */
  readonly rows: readonly Row[];
  /** The same, as it is printed. */
  readonly tables: readonly FormTable[];
  readonly identities: readonly Identity[];
  /** What the narrative beside the form says again. */
  readonly statements?: readonly Statement[];
}

/** The row with this code, which the form must have. */
export const rowOf = (form: Form, code: string): Row => {
  const row = form.rows.find((candidate) => candidate.code === code);
  if (!row) throw new Error(`${form.id} has no row ${code}`);
  return row;
};

/** For the last valid year of a form that is still asked for. */
export const tillNow = 9999;

/** The cells of the year before that an identity asks for; none for most. */
export const lookedBack = ({ left, right }: Identity): readonly string[] =>
  [...left, ...right].flatMap((term) => (typeof term !== 'string' && term.of === 'previous-year' ? term.code : []));

/** The code of the cell that a term speaks of. */
export const codeOf = (term: Term): string => (typeof term === 'string' ? term : term.code);
