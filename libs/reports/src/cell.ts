import type { Measure } from './measure';
import type { Rate } from './satisfaction';

/** `mixed`: a total of counted and declared rows. */
export type Origin = 'computed' | 'declared' | 'mixed';

/** A figure, exact as decimal text. Zero is only ever a number here when it is known to be zero. */
export interface NumberCell {
  readonly code: string;
  readonly state: 'number';
  readonly value: string;
  readonly text: string;
  readonly origin: Origin;
  /** What was counted; the cases behind the figure are those of the measures. */
  readonly measures?: readonly Measure[];
  /** The codes of the declarations it was taken or summed from. */
  readonly declared?: readonly string[];
  readonly rate?: Rate;
}

/** Nobody has said, or the log cannot know. */
export interface BlankCell {
  readonly code: string;
  readonly state: 'blank';
  readonly text: '';
  readonly origin: Origin;
}

/** The form asks for nothing here, or there is nothing to divide by. */
export interface NotApplicableCell {
  readonly code: string;
  readonly state: 'not-applicable';
  readonly text: '—';
  readonly origin?: Origin;
  readonly rate?: Rate;
}

export type Cell = NumberCell | BlankCell | NotApplicableCell;

/** Finds a cell by the code of its row. */
export type CellOf = (code: string) => Cell;

export const valueOf = (cell: Cell): string | undefined => (cell.state === 'number' ? cell.value : undefined);
