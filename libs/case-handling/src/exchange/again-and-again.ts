/** Does something until it succeeds, with a pause after each failure; or until it is stopped. */
export class AgainAndAgain {
  private stopped = false;
  private wake = (): void => undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly pauseMs: number) {}

  start(work: () => Promise<void>, failed: (error: unknown) => void): void {
    this.running = this.run(work, failed);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.running;
  }

  private async run(work: () => Promise<void>, failed: (error: unknown) => void): Promise<void> {
    while (!this.stopped) {
      try {
        return await work();
      } catch (error) {
        failed(error);
        await this.pause();
      }
    }
  }

  private pause(): Promise<void> {
    if (this.stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.pauseMs);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
