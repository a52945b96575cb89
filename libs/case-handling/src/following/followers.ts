import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { RecentPrints } from '../duplicates/recent-prints';
import { PolicyRunner } from './policy-runner';
import { Projector } from './projector';
import { SilenceKeeper } from './silence-keeper';

/** Starts what follows the log once the application is ready, and stops it, last follower first, before the stores close. */
@Injectable()
export class Followers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly projector: Projector,
    private readonly policies: PolicyRunner,
    private readonly recent: RecentPrints,
    private readonly silences: SilenceKeeper,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.projector.start();
    await this.policies.start();
    this.recent.start();
    this.silences.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.silences.stop();
    await this.recent.stop();
    await this.policies.stop();
    await this.projector.stop();
  }
}
