import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { HolidayNotices } from '../calendar/holiday-notices';
import { RecentPrints } from '../duplicates/recent-prints';
import { Leaders } from './leaders';
import { PolicyRunner } from './policy-runner';
import { RowsFollower } from './rows-follower';
import { SilenceKeeper } from './silence-keeper';

/** How often a process looks whether another has recorded a holiday notice. */
const noticesEveryMs = 3_000;

/** Starts what follows the log once the application is ready, and stops it, last follower first, before the stores close. */
@Injectable()
export class Followers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly rows: RowsFollower,
    private readonly policies: PolicyRunner,
    private readonly recent: RecentPrints,
    private readonly silences: SilenceKeeper,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.rows.start();
    await this.policies.start();
    this.recent.start();
    this.silences.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.silences.stop();
    await this.recent.stop();
    await this.policies.stop();
    await this.rows.stop();
  }
}

/** As `Followers`, in a process that keeps the rows beside others; policies and silences are one process's. */
@Injectable()
export class SegmentFollowers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly rows: RowsFollower,
    private readonly leaders: Leaders,
    private readonly notices: HolidayNotices,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.notices.watch(noticesEveryMs);
    await this.rows.start();
    this.leaders.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.leaders.stop();
    await this.rows.stop();
    this.notices.unwatch();
  }
}

/** As `Followers`, in a process that answers people while others keep the rows. */
@Injectable()
export class DistantFollowers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly rows: RowsFollower,
    private readonly recent: RecentPrints,
    private readonly notices: HolidayNotices,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.notices.watch(noticesEveryMs);
    await this.rows.start();
    this.recent.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.recent.stop();
    await this.rows.stop();
    this.notices.unwatch();
  }
}
