import type { RowChanges } from '@app/projections';

/** What the rest of the application knows of whoever keeps the rows current, in this process or in others. */
export abstract class RowsFollower {
  abstract start(): Promise<void>;

  /** Ends after the batch that is being handled. */
  abstract stop(): Promise<void>;

  /** Why the rows do not move, or undefined while they do. */
  abstract trouble(): string | undefined;

  /** The last position whose rows are there, and how many cases wait. */
  abstract progress(): { readonly position: number; readonly parked: number };

  /** True once everything up to `position` is in the rows; false when that takes longer than `timeoutMs`. */
  abstract reached(position: number, timeoutMs: number): Promise<boolean>;

  /** Runs `work` on the rows as of one position, so that several queries see the same state. */
  abstract still<T>(work: (position: number) => Promise<T>): Promise<T>;

  /** Tells of the rows that this process changes, from now on. Gives what ends it. */
  abstract onChanges(watcher: (changes: RowChanges) => void): () => void;

  /** Tries a parked case again from the event it stopped at. True when it is up to date now. */
  abstract retry(stream: string): Promise<boolean>;
}
