import type { LeaderRunner } from './leader-runner';

/** What only one of several processes does, by name; none where one process does everything. */
export class Leaders {
  constructor(private readonly runners: ReadonlyMap<string, LeaderRunner> = new Map()) {}

  /** Whether this process is the one that does it. */
  leads(name: string): boolean {
    return this.runners.get(name)?.leads() ?? false;
  }

  trouble(): string | undefined {
    for (const runner of this.runners.values()) if (runner.trouble() !== undefined) return runner.trouble();
    return undefined;
  }

  start(): void {
    for (const runner of this.runners.values()) runner.start();
  }

  async stop(): Promise<void> {
    await Promise.all([...this.runners.values()].map((runner) => runner.stop()));
  }
}
