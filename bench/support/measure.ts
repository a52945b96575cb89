/** One measured thing: how often per second (higher is better), or how long (lower is better). */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly ours: number;
  /** What the same machine does without us, in the same run. */
  readonly floor?: number;
  /** The least ratio of ours to the floor, or limits for ours alone. */
  readonly goal?: number;
  readonly atMost?: number;
  readonly atLeast?: number;
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

/** Runs floor and ours in turn, so that a busy neighbour hurts both, and gives the median of each. */
export const interleaved = async (
  rounds: number,
  floor: (round: number) => Promise<number>,
  ours: (round: number) => Promise<number>,
): Promise<{ readonly floor: number; readonly ours: number }> => {
  const floors: number[] = [];
  const results: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    floors.push(await floor(round));
    results.push(await ours(round));
  }
  return { floor: median(floors), ours: median(results) };
};

/** How many times per second `work` ends, with so many of it going on at once, for so long. */
export const perSecond = async (
  atOnce: number,
  milliseconds: number,
  work: (worker: number, turn: number) => Promise<unknown>,
): Promise<number> => {
  const until = performance.now() + milliseconds;
  let done = 0;
  const startedAt = performance.now();
  const worker = async (number: number): Promise<void> => {
    for (let turn = 0; performance.now() < until; turn += 1) {
      await work(number, turn);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, number) => worker(number)));
  return done / ((performance.now() - startedAt) / 1_000);
};
