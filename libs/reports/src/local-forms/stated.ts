import type { Sentence } from '@app/cases';
import type { IdentityKind } from '../form';
import type { CaseBasis, Dimension } from '../measure';
import type { Rounding, SatisfactionFormulaId } from '../satisfaction';

/** Words as an office writes them; the Chinese stands for the English where that is missing. */
export interface StatedWords {
  readonly zh: string;
  readonly en?: string | undefined;
}

export interface StatedMeasure {
  readonly basis: CaseBasis;
  readonly where: Readonly<Partial<Record<Dimension, string | readonly string[]>>>;
}

/** Where a figure comes from: exactly one of `declared`, `measures`, `sumOf` and `rate`. */
export interface StatedFigure {
  /** True: under the code of its cell. */
  readonly declared?: true | string | undefined;
  readonly orSumOf?: readonly string[] | undefined;
  readonly signed?: true | undefined;
  readonly measures?: readonly StatedMeasure[] | undefined;
  readonly sumOf?: readonly string[] | undefined;
  readonly rate?:
    | {
        readonly formula: SatisfactionFormulaId;
        readonly cases?: Readonly<Partial<Record<'case_type' | 'channel' | 'unit', string>>> | undefined;
        readonly rounding?: Rounding | undefined;
      }
    | undefined;
}

/** A line; without figures it is a heading. */
export interface StatedLine extends StatedWords {
  readonly code: string;
  readonly unit?: string | undefined;
  readonly level?: number | undefined;
  readonly note?: StatedWords | undefined;
  /** By the code of the column. */
  readonly figures?: Readonly<Record<string, StatedFigure>> | undefined;
}

export interface StatedColumn extends StatedWords {
  readonly code: string;
  readonly under?: StatedWords | undefined;
  readonly unit?: string | undefined;
}

/** Terms are written `a`, `-a`, `a@previous`, `-a@previous`. */
export interface StatedIdentity {
  readonly id: string;
  readonly kind: IdentityKind;
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly why?: StatedWords | undefined;
}

interface Versioned {
  readonly version: number;
  /** Null: for ever. */
  readonly validYears: readonly [number, number | null];
}

/** What a new version changes in the one before it. */
export interface StatedChange extends Versioned {
  readonly extends: string;
  readonly title?: StatedWords | undefined;
  readonly authority?: StatedWords | undefined;
  /** By the code of a line, of a column or of a table. */
  readonly labels?: Readonly<Record<string, Partial<StatedWords>>> | undefined;
  /** Codes of lines that are taken out. */
  readonly without?: readonly string[] | undefined;
  /** Columns that are put in, each after another or last, with the figures of lines that are there already. */
  readonly columns?: readonly (StatedColumn & {
    readonly table: string;
    readonly after?: string | undefined;
    readonly figures?: Readonly<Record<string, StatedFigure>> | undefined;
  })[];
  /** Lines that are put in, each after another or last. */
  readonly rows?: readonly (StatedLine & { readonly table: string; readonly after?: string | undefined })[];
  readonly withoutIdentities?: readonly string[] | undefined;
  readonly identities?: readonly StatedIdentity[] | undefined;
}

export interface StatedTable {
  readonly code: string;
  readonly title: StatedWords;
  /** One column, 统计数, without any. */
  readonly columns?: readonly StatedColumn[] | undefined;
  readonly lines: readonly StatedLine[];
}

/** A form of the office's own. */
export interface StatedForm extends Versioned {
  readonly id: string;
  readonly title: StatedWords;
  readonly authority?: StatedWords | undefined;
  readonly tables: readonly StatedTable[];
  readonly identities?: readonly StatedIdentity[] | undefined;
}

/** Something that cannot be used, and the way to it from the whole. */
export interface Mistake {
  readonly path: readonly (string | number)[];
  readonly said: Sentence;
}

export const mistake = (path: Mistake['path'], said: Sentence): Mistake => ({ path, said });

export const within = (mistakes: readonly Mistake[], ...path: Mistake['path']): readonly Mistake[] =>
  mistakes.map((each) => ({ ...each, path: [...path, ...each.path] }));
