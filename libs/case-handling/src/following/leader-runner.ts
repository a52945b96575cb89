import type { SharedRows } from '@app/read-store';
import { Logger } from '@nestjs/common';
import { Naps } from './naps';

/** What only one of several processes does. It may be started again after it was stopped. */
export interface Led {
  start(): Promise<void> | void;
  stop(): Promise<void>;
}

export interface Leadership {
  /** What is led; one of its name leads among all processes. */
  readonly name: string;
  /** This start of this process; see `newOwner`. */
  readonly owner: string;
  readonly leaseMs: number;
}

/**
 * Does something in the one process that has the lease for it, as long as it has it. For a moment two may do it: one that was paused and has
 * not noticed yet. What is led must bear that.
 */
export class LeaderRunner {
  private readonly log = new Logger('Leader');
  private readonly naps = new Naps();
  private running: Promise<void> = Promise.resolve();
  private stopping = false;
  private failure: string | undefined;
  /** Of the lease under which it was started; undefined while it is not done here. */
  private token: number | undefined;
  private begun = false;
  private renewedAt = 0;

  constructor(
    private readonly rows: Pick<SharedRows, 'lease' | 'release'>,
    private readonly led: Led,
    private readonly leadership: Leadership,
  ) {}

  start(): void {
    this.stopping = false;
    this.running = this.keepOn();
  }

  /** Stops what is led and gives the lease back, so that another process goes on at once. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.naps.wake();
    await this.running;
    await this.rows.release(this.holder()).catch((error: unknown) => this.tell('the lease is not given back', error));
  }

  /** Whether this process is the one. */
  leads(): boolean {
    return this.token !== undefined;
  }

  trouble(): string | undefined {
    return this.failure;
  }

  private async keepOn(): Promise<void> {
    while (!this.stopping) {
      await this.beat();
      if (!this.stopping) await this.naps.take(this.leadership.leaseMs / 3);
    }
    await this.end();
  }

  private async beat(): Promise<void> {
    const { name, leaseMs } = this.leadership;
    try {
      const asked = performance.now();
      const token = (await this.rows.lease(name, this.holder(), leaseMs))?.token;
      this.renewedAt = asked;
      // With another token somebody else has led in between: what is known here is old.
      if (token !== this.token) await this.end();
      if (token !== undefined && this.token === undefined && !this.stopping) {
        this.token = token;
        await this.led.start();
        this.begun = true;
        this.log.log(`${name} is done here from now on`);
      }
      this.failure = undefined;
    } catch (error) {
      this.failure = `${name}: ${error instanceof Error ? error.message : String(error)}`;
      if (!this.begun || performance.now() - this.renewedAt > leaseMs) await this.end();
    }
  }

  private async end(): Promise<void> {
    if (this.token === undefined) return;
    this.token = undefined;
    this.begun = false;
    await this.led.stop().catch((error: unknown) => this.tell('stopped', error));
    this.log.log(`${this.leadership.name} is not done here any more`);
  }

  /** A lease of its own, given back without what else the process holds. */
  private holder(): string {
    return `${this.leadership.owner}/${this.leadership.name}`;
  }

  private tell(what: string, error: unknown): void {
    this.log.warn(`${this.leadership.name}: ${what}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
