export interface EventStoreDbSettings {
  /** `esdb://…` or `esdb+discover://…`; may hold a user name and a password, which are never told to anyone. */
  readonly connection: string;
  /** What all streams of this installation begin with; letters, digits, `-` and `_`. */
  readonly namespace?: string | undefined;
  /** Milliseconds. */
  readonly deadlines?: Partial<Deadlines> | undefined;
  /** Events from one signpost to the next. */
  readonly signpostEvery?: number | undefined;
  /** Told when a connection is lost and found again. */
  readonly log?: ((message: string) => void) | undefined;
}

export interface Deadlines {
  /** For the answer to one attempt to append. */
  readonly append: number;
  /** For the next message of a read of one stream. */
  readonly read: number;
  /** For the next message of a read of the whole log, where the server may have to look through much that is not ours. */
  readonly search: number;
  /** For an append or a read with all its attempts. */
  readonly total: number;
  /** Between two attempts, at first and at most. */
  readonly firstPause: number;
  readonly longestPause: number;
}

export const usualDeadlines: Deadlines = { append: 5_000, read: 5_000, search: 60_000, total: 20_000, firstPause: 50, longestPause: 5_000 };

export const usualNamespace = 'huiying';

export const usualSignpostEvery = 1_000;

/** How long to wait before the next attempt, with some chance in it, so that many do not come back at once. */
export const pauseBefore = (attempt: number, { firstPause, longestPause }: Deadlines): number =>
  Math.min(longestPause, firstPause * 2 ** Math.min(attempt, 20)) * (0.75 + Math.random() / 2);
