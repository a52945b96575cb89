const most = 10_000;

interface Known {
  readonly key: Uint8Array;
  /** When the database was last asked and had it: `performance.now()`. */
  readonly confirmedAt: number;
}

/** Keys in clear, in memory, and when the database last had them. The one unconfirmed for longest goes first. */
export class ConfirmedKeys {
  private readonly keys = new Map<string, Known>();

  constructor(private readonly believedMs: number) {}

  /** The key, unless it is so long since the database had it that it may have been destroyed. */
  get(owner: string): Uint8Array | undefined {
    const known = this.keys.get(owner);
    return known && performance.now() - known.confirmedAt < this.believedMs ? known.key : undefined;
  }

  keep(owner: string, key: Uint8Array, confirmedAt: number): void {
    this.keys.delete(owner);
    this.keys.set(owner, { key, confirmedAt });
    if (this.keys.size > most) this.keys.delete(this.keys.keys().next().value!);
  }

  forget(owner: string): void {
    this.keys.delete(owner);
  }

  /** Lets go of what is believed no longer. */
  sweep(): void {
    for (const [owner, { confirmedAt }] of this.keys) {
      if (performance.now() - confirmedAt < this.believedMs) return;
      this.keys.delete(owner);
    }
  }
}
