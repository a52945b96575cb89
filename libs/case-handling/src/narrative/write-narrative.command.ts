import type { Actor } from '@app/cases';
import type { Form } from '@app/reports';
import { Command } from '@nestjs/cqrs';

export interface NarrativeResult {
  readonly form: string;
  readonly year: number;
  readonly chapter: string;
  /** Restored: the text that comes with the form stands again. Unchanged: it stood so already, and nothing was recorded. */
  readonly outcome: 'written' | 'restored' | 'unchanged';
  readonly revision: number;
  readonly position: number;
  readonly repeated: boolean;
}

/** Writes a chapter of the text beside a form, or with an empty text goes back to the one that comes with the form. */
export class WriteNarrativeCommand extends Command<NarrativeResult> {
  constructor(
    readonly form: Form,
    readonly year: number,
    readonly chapter: { readonly code: string; readonly title?: string | undefined; readonly text: string },
    readonly by: Actor,
    readonly key: string | undefined,
  ) {
    super();
  }
}
