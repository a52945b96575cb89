import type { Clocks } from './clocks';

/** A situation of a case. `absent` is the case of which nothing is recorded yet. */
export interface Situation {
  readonly status: string;
  /** Kept by the kernel from `due`, `limits` and milestones, so that no type keeps them itself. */
  readonly clocks?: Clocks;
  /** What was recorded of it that may be corrected, by column of the facts; kept by the kernel. */
  readonly recorded?: Readonly<Record<string, string | null>>;
}
