import type { Sentence } from '@app/cases';

/** A step as a file tells it, not yet checked. */
export interface StatedStep {
  /** The last part of the command's address, e.g. `sign-in`. */
  readonly command: string;
  /** RFC 3339 instant, or a date alone. */
  readonly at: string;
  /** Who took it; whoever the command is for, of the unit that has the case, where nobody is named. */
  readonly by?: { readonly id?: string | undefined; readonly unit?: string | undefined } | undefined;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A case as a file tells it, from its receipt on; the first step opens it. */
export interface StatedCase {
  /** Of the file, from 1. */
  readonly line: number;
  readonly type: string;
  /** The register it comes from, e.g. `urn:old-hotline`. */
  readonly source: string;
  /** Its number there: with type and source the identity of the case, for ever. */
  readonly number: string;
  readonly steps: readonly StatedStep[];
  /** Where in the line something of a step stands, such as `/at` or `/data/unit`: a JSON pointer, or the name of a column. */
  readonly placeOf: (step: number, pointer: string) => string;
}

/** Something that is wrong in a line: where, and what. */
export interface Finding {
  readonly place: string;
  readonly said: Sentence;
}
