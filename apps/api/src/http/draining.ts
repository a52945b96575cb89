import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';

/**
 * Between the signal to stop and the end: not ready any more, so that whoever shares out requests sends none; those that come all the same
 * are answered, each with the word that its connection closes. Only then is the door shut, with nobody in it.
 */
@Injectable()
export class Draining implements OnModuleDestroy {
  private begun = false;

  /** @param forMs how long others may take to notice; 0 where there are no others */
  constructor(private readonly forMs: number) {}

  get stopping(): boolean {
    return this.begun;
  }

  async onModuleDestroy(): Promise<void> {
    this.begun = true;
    if (this.forMs > 0) await pause(this.forMs);
  }
}
