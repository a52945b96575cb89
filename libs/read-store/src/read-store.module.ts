import { type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';
import { type InMemory, type InPostgres, openReadStore, type ReadStoreOptions } from './open-read-store';
import { ReadStore } from './read-store';

/** Provides `ReadStore` to the whole application and closes it at shutdown. */
@Module({})
export class ReadStoreModule implements OnApplicationShutdown {
  constructor(private readonly store: ReadStore) {}

  static forRoot(options: ReadStoreOptions | InPostgres | InMemory): DynamicModule {
    return {
      module: ReadStoreModule,
      global: true,
      providers: [{ provide: ReadStore, useFactory: () => openReadStore(options) }],
      exports: [ReadStore],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.store.close();
  }
}
