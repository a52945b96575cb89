/** Waits that can be cut short. */
export class Naps {
  private readonly napping = new Set<() => void>();

  take(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.napping.delete(end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      this.napping.add(end);
    });
  }

  /** Ends all that are being taken. */
  wake(): void {
    for (const end of this.napping) end();
  }
}
