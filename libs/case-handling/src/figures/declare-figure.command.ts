import type { Actor } from '@app/cases';
import { Command } from '@nestjs/cqrs';
import type { Declaration } from './declared-figures';

export interface FigureResult {
  readonly year: number;
  readonly code: string;
  readonly value?: string | undefined;
  readonly revision: number;
  readonly position: number;
  readonly repeated: boolean;
}

/** Declares a figure that no case can produce, or withdraws it when it has no value. */
export class DeclareFigureCommand extends Command<FigureResult> {
  constructor(
    readonly declaration: Omit<Declaration, 'value'> & { readonly value?: string | undefined },
    readonly by: Actor,
    readonly occurredAt: string | undefined,
    readonly key: string | undefined,
  ) {
    super();
  }
}
