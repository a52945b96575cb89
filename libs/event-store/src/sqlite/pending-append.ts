import type { Appended, ExpectedRevision, NewEvent } from '../event-store';
import type { Sized } from '../group-commit';
import type { Append } from '../judge-append';

/** An append on its way to the disk, and who waits for it. */
export class PendingAppend implements Append, Sized {
  readonly bytes: number;

  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    readonly events: readonly NewEvent[],
    private readonly resolve: (appended: Appended) => void,
    readonly reject: (error: unknown) => void,
  ) {
    this.bytes = 0;
    for (const { data, metadata, personal } of events) this.bytes += data.length + metadata.length + (personal?.length ?? 0);
  }

  answer(outcome: Appended | Error): void {
    if (outcome instanceof Error) this.reject(outcome);
    else this.resolve(outcome);
  }
}
