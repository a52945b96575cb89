import type { Settings } from '@app/config';
import type { Messaging } from '@app/messaging';
import { OperatingServer } from '@app/operating';
import type { Abstract, INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExchangeOperations } from '../../apps/exchange/src/exchange-operations';
import { ExchangeProcessModule } from '../../apps/exchange/src/exchange-process.module';
import { embeddedSettings } from './embedded-settings';

/** The real exchange on a data folder, with brokers of the spec's choice. */
export class RunningExchange {
  private constructor(
    private readonly app: INestApplicationContext,
    private readonly server: OperatingServer,
    private readonly url: string,
  ) {}

  static async start(folder: string, messaging: () => Messaging, prefix = 'spec'): Promise<RunningExchange> {
    const settings: Settings = { ...embeddedSettings(folder), kafka: { brokers: [], prefix } };
    const module = ExchangeProcessModule.forRoot(settings, { messaging, exchange: { restartAfter: 20, partitions: 3, replication: 1 } });
    const app = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
    const server = new OperatingServer(app.get(ExchangeOperations));
    return new RunningExchange(app, server, await server.listen(0, '127.0.0.1'));
  }

  get<T>(token: Type<T> | Abstract<T>): T {
    return this.app.get<T>(token, { strict: false });
  }

  async ask(path: string): Promise<{ readonly status: number; readonly text: string }> {
    const answer = await fetch(`${this.url}${path}`);
    return { status: answer.status, text: await answer.text() };
  }

  async stop(): Promise<void> {
    await this.server.close();
    await this.app.close();
  }
}
