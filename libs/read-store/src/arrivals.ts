interface Waiting {
  readonly name: string;
  readonly position: number;
  readonly tell: (reached: boolean) => void;
}

/** How far the followers have come, and those who wait for them to come further. */
export class Arrivals {
  private readonly positions = new Map<string, number>();
  private readonly waiting = new Set<Waiting>();

  knows(name: string): boolean {
    return this.positions.has(name);
  }

  /** True as soon as `announce` has told of the position, false after `timeoutMs`. */
  wait(name: string, position: number, timeoutMs: number): Promise<boolean> {
    if ((this.positions.get(name) ?? 0) >= position) return Promise.resolve(true);
    return new Promise((resolve) => {
      const tell = (reached: boolean) => {
        clearTimeout(timer);
        this.waiting.delete(one);
        resolve(reached);
      };
      const one: Waiting = { name, position, tell };
      const timer = setTimeout(() => tell(false), timeoutMs);
      this.waiting.add(one);
    });
  }

  /** The followers that somebody waits for. */
  waitedFor(): ReadonlySet<string> {
    return new Set([...this.waiting].map(({ name }) => name));
  }

  announce(name: string, position: number): void {
    this.positions.set(name, Math.max(position, this.positions.get(name) ?? 0));
    for (const one of this.waiting) if (one.name === name && one.position <= position) one.tell(true);
  }

  /** The rows are others from now on. */
  forget(): void {
    this.positions.clear();
  }

  /** Nothing will arrive any more. */
  end(): void {
    for (const one of this.waiting) one.tell(false);
  }
}
