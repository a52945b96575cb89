import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { PolicyRunner } from './policy-runner';
import { Projector } from './projector';

/** Starts what follows the log once the application is ready, and stops it, last follower first, before the stores close. */
@Injectable()
export class Followers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly projector: Projector,
    private readonly policies: PolicyRunner,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.projector.start();
    await this.policies.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.policies.stop();
    await this.projector.stop();
  }
}
