import { defaultEditions } from '@app/cases';
import { EventStore, EventStoreModule } from '@app/event-store';
import { ReadStore, ReadStoreModule } from '@app/read-store';
import type { Abstract, DynamicModule, INestApplicationContext, Type } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CaseHandlingModule } from '../case-handling.module';
import { PolicyRunner } from '../following/policy-runner';
import { RowsFollower } from '../following/rows-follower';
import { IntakeMessages } from './intake-messages';
import { IntakeSources } from './intake-sources';

export const hotlineSource = 'urn:hotline:12345';

const sources: IntakeSources = { unitOf: (source) => (source === hotlineSource ? 'hotline-centre' : undefined) };

@Module({})
class OfficeModule {}

/** The application layer on stores in memory, with its followers. */
export class Office {
  private constructor(private readonly app: INestApplicationContext) {}

  static async open(imports: readonly DynamicModule[] = []): Promise<Office> {
    const module: DynamicModule = {
      module: OfficeModule,
      imports: [
        EventStoreModule.forRoot({ kind: 'memory' }),
        ReadStoreModule.forRoot({ memory: true }),
        CaseHandlingModule.forRoot({
          units: [{ code: 'hotline-centre' }, { code: 'gov-office' }, { code: 'water-works' }],
          editions: defaultEditions,
          follow: 'embedded',
        }),
        ...imports,
      ],
      providers: [{ provide: IntakeSources, useValue: sources }, IntakeMessages],
    };
    return new Office(await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false }));
  }

  get<T>(token: Type<T> | Abstract<T>): T {
    return this.app.get<T>(token, { strict: false });
  }

  get store(): EventStore {
    return this.get(EventStore);
  }

  get rows(): ReadStore {
    return this.get(ReadStore);
  }

  /** Resolves when rows and policies have seen everything. */
  async settled(): Promise<void> {
    const [rows, policies] = [this.get(RowsFollower), this.get(PolicyRunner)];
    for (let head = -1; head !== (await this.store.head()); ) {
      head = await this.store.head();
      while (rows.progress().position < head || policies.progress().position < head)
        await new Promise((resolve) => {
          setTimeout(resolve, 2);
        });
    }
  }

  close(): Promise<void> {
    return this.app.close();
  }
}

export { sources as sourcesForSpecs };
