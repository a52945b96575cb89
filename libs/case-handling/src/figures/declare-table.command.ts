import type { Actor } from '@app/cases';
import { Command } from '@nestjs/cqrs';
import type { LineOutcome } from './declare-table';

export interface TableResult {
  readonly year: number;
  /** True when nothing was to be recorded: this is what would be. */
  readonly dryRun: boolean;
  /** Lines by what they do; `blank` ones have no value and do nothing. */
  readonly declared: number;
  readonly corrected: number;
  readonly unchanged: number;
  readonly blank: number;
  /** Line by line, of a dry run. */
  readonly lines?: readonly LineOutcome[];
  readonly revision: number;
  readonly position: number;
  readonly repeated: boolean;
}

/** Declares and corrects all the figures of a table, or none of them. */
export class DeclareTableCommand extends Command<TableResult> {
  constructor(
    readonly year: number,
    /** The lines of the table as they were read, the header first. */
    readonly records: readonly (readonly string[])[],
    readonly by: Actor,
    readonly key: string | undefined,
    readonly dryRun: boolean,
  ) {
    super();
  }
}
