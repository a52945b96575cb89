/** Chance that is the same in every run. */
export class Seeded {
  constructor(private seed: number) {}

  /** In [0, 1). */
  next(): number {
    this.seed = (Math.imul(this.seed, 1_664_525) + 1_013_904_223) >>> 0;
    return this.seed / 2 ** 32;
  }

  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  pick<T>(all: readonly T[]): T {
    return all[Math.floor(this.next() * all.length)] as T;
  }

  shuffled<T>(all: readonly T[]): readonly T[] {
    return all
      .map((each) => ({ each, place: this.next() }))
      .toSorted((a, b) => a.place - b.place)
      .map(({ each }) => each);
  }
}
