import type { Sentence } from '@app/cases';

/** A report that somebody else published, as it was copied from print; nothing about its figures is checked yet. */
export interface ForeignReport {
  readonly id: string;
  /** Whose report it is, as printed: reports of one agency are compared across the years. */
  readonly agency: string;
  /** Unknown of a table that was found without its heading. */
  readonly year?: number | undefined;
  /** The id of the form it is printed on. */
  readonly format: string;
  /** By the code of the cell: numbers or decimal texts. What was left blank is absent. */
  readonly cells: Readonly<Record<string, unknown>>;
  /** What the text beside the tables says, by name: numbers, percentages, phrases. */
  readonly narrative?: Readonly<Record<string, unknown>> | undefined;
}

export type ForeignVerdict = 'pass' | 'fail' | 'warn' | 'cannot-judge';

/** One thing that was checked. */
export interface Finding {
  readonly id: string;
  readonly what: Sentence;
  /** Exact, or `≥` what is known of it where cells are blank; absent where there is nothing to show. */
  readonly left?: string | undefined;
  readonly right?: string | undefined;
  /** Left minus right, when both are known. */
  readonly difference?: string | undefined;
  readonly verdict: ForeignVerdict;
  readonly reason: Sentence;
}
