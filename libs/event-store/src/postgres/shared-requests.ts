interface Request<T> {
  readonly of: string;
  readonly resolve: (answer: T) => void;
  readonly reject: (error: unknown) => void;
}

/** Questions that come while one is under way are asked together, in the next. */
export class SharedRequests<T> {
  private waiting: Request<T>[] = [];
  private busy: Promise<void> | undefined;

  constructor(
    /** The answers in the order of the names, of which none is there twice. */
    private readonly askAll: (names: readonly string[]) => Promise<ReadonlyMap<string, T>>,
    private readonly most: number,
  ) {}

  ask(of: string): Promise<T> {
    const answer = new Promise<T>((resolve, reject) => this.waiting.push({ of, resolve, reject }));
    this.busy ??= this.run();
    return answer;
  }

  /** When everything that has been asked so far is answered. */
  async quiet(): Promise<void> {
    while (this.busy) await this.busy;
  }

  private async run(): Promise<void> {
    // Those who ask at the same time are all here after this turn.
    await Promise.resolve();
    while (this.waiting.length > 0) await this.answer(this.waiting.splice(0, this.most));
    // At once, and not a turn later: who asks meanwhile would be heard by nobody.
    this.busy = undefined;
  }

  private async answer(requests: readonly Request<T>[]): Promise<void> {
    try {
      const answers = await this.askAll([...new Set(requests.map(({ of }) => of))]);
      for (const { of, resolve } of requests) resolve(answers.get(of) as T);
    } catch (error) {
      for (const { reject } of requests) reject(error);
    }
  }
}
