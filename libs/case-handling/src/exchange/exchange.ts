import type { Consumer, Messaging, RetryPlan } from '@app/messaging';
import { Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { AgainAndAgain } from './again-and-again';
import { IntakeMessages } from './intake-messages';
import { Relay } from './relay';
import type { Tally } from './tally';

export interface ExchangeSettings {
  /** What topics and the group begin with; kept for ever, as it stands in the source of every event that is published. */
  readonly prefix: string;
  /** Of topics that are not there yet; what `ensureTopics` takes when not stated. */
  readonly partitions?: number;
  readonly replication?: number;
  /** Most messages that are recorded side by side. */
  readonly batchSize?: number;
  readonly retry?: RetryPlan;
  /** Milliseconds before what failed is tried again. */
  readonly restartAfter?: number;
}

/** The names that follow from a prefix. */
export const exchangeNames = (prefix: string) => ({
  intake: `${prefix}.intake`,
  cases: `${prefix}.cases`,
  group: `${prefix}.exchange`,
  source: `urn:huiying:${prefix}`,
});

export interface ExchangeProgress {
  readonly tally: Readonly<Tally>;
  /** Messages that nobody has settled yet; undefined while the brokers do not tell. */
  readonly lag: number | undefined;
  readonly relay: ReturnType<Relay['progress']>;
}

/** The relay itself, or who lets it run in one process at a time. */
export interface RelayRunner {
  start(): Promise<void> | void;
  stop(): Promise<void>;
  trouble(): string | undefined;
}

/** Kafka in, Kafka out: records what intake systems publish, and publishes what happens to cases. Comes back by itself when brokers do. */
export class Exchange implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Exchange');
  private readonly consumer: Consumer;
  private readonly preparing: AgainAndAgain;
  private failure: string | undefined;

  constructor(
    private readonly messaging: Messaging,
    private readonly intake: IntakeMessages,
    private readonly relay: Relay,
    private readonly runner: RelayRunner,
    private readonly settings: ExchangeSettings,
  ) {
    const { prefix, batchSize, retry, restartAfter = 1_000 } = settings;
    const { group, intake: topic } = exchangeNames(prefix);
    this.consumer = messaging.consumer({
      groupId: group,
      topics: [topic],
      ...(batchSize !== undefined && { batchSize }),
      ...(retry && { retry }),
    });
    this.preparing = new AgainAndAgain(restartAfter);
  }

  /** Resolves at once: intake over HTTP does not wait for brokers. */
  async onApplicationBootstrap(): Promise<void> {
    this.failure = 'the brokers have not been reached yet';
    this.preparing.start(
      () => this.begin(),
      (error) => this.notYet(error),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.preparing.stop();
    await this.consumer.stop();
    await this.runner.stop();
    await this.messaging.close();
  }

  /** What is wrong, in words; empty when all is well. */
  troubles(): readonly string[] {
    const all = [this.failure, this.consumer.trouble(), this.intake.trouble(), this.relay.trouble(), this.runner.trouble()];
    return [...new Set(all.filter((trouble) => trouble !== undefined))];
  }

  async progress(): Promise<ExchangeProgress> {
    const lag = await this.consumer.lag().then(
      ({ total }) => total,
      () => undefined,
    );
    return { tally: this.intake.tally(), lag, relay: this.relay.progress() };
  }

  private async begin(): Promise<void> {
    const { prefix, partitions, replication } = this.settings;
    const { intake, cases } = exchangeNames(prefix);
    const size = { ...(partitions !== undefined && { partitions }), ...(replication !== undefined && { replication }) };
    await this.messaging.ensureTopics([
      { topic: intake, consumed: true, ...size },
      { topic: cases, ...size },
    ]);
    await this.consumer.start((messages) => this.intake.handle(messages));
    await this.runner.start();
    this.failure = undefined;
  }

  private notYet(error: unknown): void {
    const failure = error instanceof Error ? error.message : String(error);
    if (failure !== this.failure) this.log.warn(`the exchange waits: ${failure}`);
    this.failure = failure;
  }
}
