import type { Actor } from '@app/cases';

/** A command as somebody gives it. */
export interface Given {
  readonly command: string;
  readonly body: unknown;
  readonly at: string;
  readonly by: Actor;
}
