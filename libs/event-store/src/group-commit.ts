const mostItems = 256;
const mostBytes = 2 ** 20;

export interface Sized {
  readonly bytes: number;
}

/**
 * Gathers what arrives while a commit is running, so that it shares the next one. Nothing waits on purpose:
 * an item that comes alone is committed in the same turn of the event loop.
 */
export class GroupCommit<Item extends Sized> {
  private waiting: Item[] = [];
  private scheduled = false;
  private drained: (() => void)[] = [];

  /** `commit` is synchronous, never throws, and answers every item. */
  constructor(private readonly commit: (group: readonly Item[]) => void) {}

  add(item: Item): void {
    this.waiting.push(item);
    this.schedule();
  }

  /** Commits everything that waits, now. */
  flush(): void {
    while (this.waiting.length > 0) this.commit(this.takeGroup());
  }

  /** Resolves when nothing waits any more. */
  drain(): Promise<void> {
    if (this.waiting.length === 0) return Promise.resolve();
    return new Promise((resolve) => this.drained.push(resolve));
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => this.turn());
  }

  private turn(): void {
    this.scheduled = false;
    if (this.waiting.length > 0) this.commit(this.takeGroup());
    if (this.waiting.length > 0) this.schedule();
    else for (const resolve of this.drained.splice(0)) resolve();
  }

  private takeGroup(): Item[] {
    let bytes = 0;
    let count = 0;
    for (const item of this.waiting) {
      bytes += item.bytes;
      if (count === mostItems || (count > 0 && bytes > mostBytes)) return this.waiting.splice(0, count);
      count += 1;
    }
    return this.waiting.splice(0);
  }
}
