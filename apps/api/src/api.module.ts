import { type BusinessClock, CaseHandlingModule, installedForms } from '@app/case-handling';
import type { Settings } from '@app/config';
import { EventStoreModule } from '@app/event-store';
import { IntakeKeys, openSigningKey, TokenVerifier } from '@app/identity';
import { ReadStoreModule } from '@app/read-store';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { CalendarController } from './calendar/calendar.controller';
import { ClockController } from './calendar/clock.controller';
import { CasesController } from './cases/cases.controller';
import { CommandsController } from './cases/commands.controller';
import { QueueController } from './cases/queue.controller';
import { HealthController } from './health/health.controller';
import { Metrics } from './health/metrics';
import { ReadinessCheck } from './health/readiness';
import { ProblemFilter } from './http/problem.filter';
import { IdentityGuard } from './identity/identity.guard';
import { IntakeController } from './intake/intake.controller';
import { DocsController } from './openapi/docs.controller';
import { FiguresController } from './reports/figures.controller';
import { FiguresTableController } from './reports/figures-table.controller';
import { MomentsController } from './reports/moments.controller';
import { ReportRequests } from './reports/report-requests';
import { NarrativeController } from './reports/narrative.controller';
import { ReportsController } from './reports/reports.controller';
import { SigningController } from './reports/signing.controller';
import { StatisticsController } from './reports/statistics.controller';
import { VersionsController } from './reports/versions.controller';
import { WhatIfController } from './reports/what-if.controller';
import { installedRules, RoutingCatalogue } from './rules/installed-rules';
import { RoutingController } from './rules/routing.controller';
import { RulesController } from './rules/rules.controller';

/** The embedded server: one process with the log, the rows and the followers in it. */
@Module({})
export class ApiModule {
  static forRoot({ dataFolder, units, rules, forms, agency }: Settings, clock: BusinessClock): DynamicModule {
    const { editions, routing } = installedRules({ units, rules });
    return {
      module: ApiModule,
      imports: [
        EventStoreModule.forRoot({ kind: 'sqlite', folder: dataFolder, clock: () => clock.now() }),
        ReadStoreModule.forRoot({ folder: dataFolder }),
        CaseHandlingModule.forRoot({ units, editions, forms: installedForms({ forms, units }), agency, follow: true, clock }),
      ],
      controllers: [
        DocsController,
        HealthController,
        IntakeController,
        QueueController,
        CasesController,
        CommandsController,
        CalendarController,
        ClockController,
        FiguresController,
        FiguresTableController,
        StatisticsController,
        WhatIfController,
        MomentsController,
        SigningController,
        ReportsController,
        VersionsController,
        NarrativeController,
        RulesController,
        RoutingController,
      ],
      providers: [
        { provide: APP_GUARD, useClass: IdentityGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: TokenVerifier, useFactory: async () => new TokenVerifier(await openSigningKey(dataFolder)) },
        { provide: IntakeKeys, useFactory: () => new IntakeKeys(dataFolder) },
        { provide: RoutingCatalogue, useValue: new RoutingCatalogue(routing) },
        ReportRequests,
        ReadinessCheck,
        Metrics,
      ],
    };
  }
}
