import type { Finding, StatedCase } from '@app/case-handling';

/** A line of the file: a case, or why it is none. */
export type Line = StatedCase | { readonly line: number; readonly findings: readonly Finding[] };

/** Said once for a whole file, where lines do not say it themselves. */
export interface Said {
  readonly source?: string | undefined;
  readonly type?: string | undefined;
}

/** The file cannot be read beyond this line: nothing of what follows is known. */
export class BrokenFile extends Error {
  override readonly name = 'BrokenFile';
}

/** Text that was not UTF-8 has this in it, whoever read it first. */
export const lostText = '\uFFFD';
