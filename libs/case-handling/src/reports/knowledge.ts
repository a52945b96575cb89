import type { CaseFacts, DeclaredFigure } from '@app/projections';
import type { AnyOf, Coverage, CubeRow, Dimension, RatingRow } from '@app/reports';
import type { SealedReport } from '../signing/report-file';

/** Which totals are asked for: of a year, or with all years before it. */
export interface CubeQuery {
  readonly year: number;
  readonly andBefore?: boolean;
  readonly dimensions: readonly (Dimension | 'month')[];
  /** All types when absent. */
  readonly caseTypes?: readonly string[];
  /** Of one unit; of all when absent. */
  readonly unit?: string | undefined;
}

export interface ListQuery {
  readonly offset: number;
  readonly limit: number;
  /** Units: a report of wrongdoing about one of them is left out. */
  readonly hiddenFrom: readonly string[];
}

/** What the log said up to a position. Every figure of a report is asked of one of these, so that all are of the same moment. */
export interface Knowledge {
  readonly position: number;
  /** When the event at that position was recorded. */
  readonly asOf: string;
  /** Version of the calendar with the holiday notices that were known. */
  readonly calendar: string;
  cube(query: CubeQuery): Promise<readonly CubeRow[]>;
  ratings(year: number, unit?: string): Promise<readonly RatingRow[]>;
  /** Everything declared for a year, by whichever unit. */
  declared(year: number): Promise<readonly DeclaredFigure[]>;
  coverage(): Promise<Coverage>;
  /** The figures of that year's report as it was published, or else sealed; undefined while it is neither. */
  sealed(form: string, year: number): Promise<SealedReport | undefined>;
  /** How many cases meet one of these; no case may meet two. */
  count(lists: AnyOf): Promise<number>;
  /** The same for many figures at once. */
  counts(figures: readonly AnyOf[]): Promise<readonly number[]>;
  /** How many of them are reports of wrongdoing about one of these units. */
  withheld(lists: AnyOf, hiddenFrom: readonly string[]): Promise<number>;
  /** A page of them, list by list, each by case number. */
  cases(lists: AnyOf, query: ListQuery): Promise<readonly CaseFacts[]>;
}
