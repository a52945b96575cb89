import { CaseHandlingModule } from '@app/case-handling';
import { defaultEditions } from '@app/cases';
import type { Settings } from '@app/config';
import { EventStoreModule } from '@app/event-store';
import { IntakeKeys, openSigningKey, TokenVerifier } from '@app/identity';
import { ReadStoreModule } from '@app/read-store';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { CasesController } from './cases/cases.controller';
import { CommandsController } from './cases/commands.controller';
import { HealthController } from './health/health.controller';
import { Metrics } from './health/metrics';
import { ReadinessCheck } from './health/readiness';
import { ProblemFilter } from './http/problem.filter';
import { IdentityGuard } from './identity/identity.guard';
import { IntakeController } from './intake/intake.controller';
import { DocsController } from './openapi/docs.controller';
import { FiguresController } from './reports/figures.controller';
import { ReportsController } from './reports/reports.controller';
import { StatisticsController } from './reports/statistics.controller';

/** The embedded server: one process with the log, the rows and the followers in it. */
@Module({})
export class ApiModule {
  static forRoot({ dataFolder, units }: Settings): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        EventStoreModule.forRoot({ kind: 'sqlite', folder: dataFolder }),
        ReadStoreModule.forRoot({ folder: dataFolder }),
        CaseHandlingModule.forRoot({ units, editions: defaultEditions, follow: true }),
      ],
      controllers: [
        DocsController,
        HealthController,
        IntakeController,
        CasesController,
        CommandsController,
        FiguresController,
        StatisticsController,
        ReportsController,
      ],
      providers: [
        { provide: APP_GUARD, useClass: IdentityGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: TokenVerifier, useFactory: async () => new TokenVerifier(await openSigningKey(dataFolder)) },
        { provide: IntakeKeys, useFactory: () => new IntakeKeys(dataFolder) },
        ReadinessCheck,
        Metrics,
      ],
    };
  }
}
