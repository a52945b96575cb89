const most = 10_000;

/** Keys used lately, in clear, in memory; the one unused for longest goes first. */
export class RecentKeys {
  private readonly keys = new Map<string, Uint8Array>();

  get(owner: string): Uint8Array | undefined {
    const key = this.keys.get(owner);
    if (key) this.keep(owner, key);
    return key;
  }

  keep(owner: string, key: Uint8Array): void {
    this.keys.delete(owner);
    this.keys.set(owner, key);
    if (this.keys.size > most) this.keys.delete(this.keys.keys().next().value!);
  }

  forget(owner: string): void {
    this.keys.delete(owner);
  }
}
