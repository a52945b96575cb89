import type { EventStore, Subscription } from '@app/event-store';
import { Logger } from '@nestjs/common';
import type { Led } from './leader-runner';

const restartAfterMs = 10_000;

/** Does for the log what one process of an installation does for it. What it fails at is told, and tried again: nobody waits for it. */
export class LogUpkeep implements Led {
  private readonly log = new Logger('LogUpkeep');
  private running: Subscription | undefined;
  private restart: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly store: EventStore,
    private readonly restartAfter = restartAfterMs,
  ) {}

  async start(): Promise<void> {
    this.stopped = false;
    this.running = await this.store.keepUp?.((error) => this.failed(error));
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.restart);
    await this.running?.stop();
    this.running = undefined;
  }

  private failed(error: unknown): void {
    this.log.error(`the log is not kept up: ${error instanceof Error ? error.message : String(error)}; trying again`);
    if (this.stopped) return;
    this.restart = setTimeout(() => void this.start().catch((again: unknown) => this.failed(again)), this.restartAfter);
  }
}
