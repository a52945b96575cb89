import type { Actor } from '@app/cases';
import { Command } from '@nestjs/cqrs';
import type { Withdrawal } from './declared-figures';

/** What became of a declaration; unchanged: the same had been said before, and nothing was recorded. */
export type FigureOutcome = 'declared' | 'corrected' | 'withdrawn' | 'unchanged';

export interface FigureResult {
  readonly year: number;
  readonly unit?: string | undefined;
  readonly code: string;
  readonly value?: string | undefined;
  readonly outcome: FigureOutcome;
  readonly revision: number;
  readonly position: number;
  readonly repeated: boolean;
}

/** Declares or corrects a figure that no case can produce, or withdraws it when it has no value. */
export class DeclareFigureCommand extends Command<FigureResult> {
  constructor(
    readonly declaration: Withdrawal & { readonly value?: string | undefined },
    readonly by: Actor,
    readonly occurredAt: string | undefined,
    readonly key: string | undefined,
  ) {
    super();
  }
}
