import { CaseHandlingModule, ExchangeModule, type ExchangeSettings, installedForms, kafkaAccess, SystemClock } from '@app/case-handling';
import { defaultEditions, parseLocalRules, unitsOf } from '@app/cases';
import type { Settings } from '@app/config';
import { IntakeKeys } from '@app/identity';
import { type Messaging, openKafka } from '@app/messaging';
import { storeModules } from '@app/stores';
import { type DynamicModule, Module } from '@nestjs/common';
import { ExchangeOperations } from './exchange-operations';

/** How an exchange differs from a usual one. */
export interface Particulars {
  /** Brokers other than those of the settings. */
  readonly messaging?: () => Messaging;
  readonly exchange?: Partial<ExchangeSettings>;
}

/** A process that records what intake systems publish and publishes what happens to cases; it answers nobody but operators. */
@Module({})
export class ExchangeProcessModule {
  /** @throws when the settings name no brokers */
  static forRoot(settings: Settings, { messaging, exchange }: Particulars = {}): DynamicModule {
    const { units, rules, forms, agency, kafka, dataFolder, stores } = settings;
    if (!kafka) throw new Error('HUIYING_KAFKA names no brokers: there is nothing to exchange');
    const keys = new IntakeKeys(dataFolder);
    return {
      module: ExchangeProcessModule,
      imports: [
        ...storeModules({ dataFolder, stores }),
        CaseHandlingModule.forRoot({
          units,
          editions: rules ? parseLocalRules(rules, unitsOf(units)).editions : defaultEditions,
          forms: installedForms({ forms, units }),
          agency,
          follow: stores.kind === 'shared' ? 'distant' : 'embedded',
          clock: new SystemClock(),
        }),
        ExchangeModule.forRoot({
          messaging: messaging ?? (() => openKafka(kafkaAccess(kafka, `${kafka.prefix}-exchange`))),
          sources: { unitOf: (source) => keys.systemOf(source)?.unit },
          settings: { prefix: kafka.prefix, ...exchange },
        }),
      ],
      providers: [ExchangeOperations],
    };
  }
}
